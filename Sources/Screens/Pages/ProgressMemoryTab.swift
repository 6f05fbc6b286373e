import Study

extension TextBlock {
  /// What was kept against what was expected, and what comes due.
  mutating func addMemory(_ report: ProgressReport) {
    let memory = report.memory
    if let expected = memory.recent.expectedShare, memory.kept != nil {
      add(
        "\(memory.recent.recalls) reviews in 30 days; the model expected "
          + "\(ProgressAnswers.whole(expected)) %.", role: .muted)
    }
    guard memory.learned > 0 else { return }
    if memory.months.suffix(6).contains(where: { $0.count.recalls > 0 }) {
      addSection("Kept, by month", note: "bar from 50 to 100 %, │ the goal")
    }
    for month in memory.months.suffix(6) where month.count.recalls > 0 {
      addRetention(month.name, month.count, goal: memory.goal)
    }
    addLoad(report)
    let names = ["under 3 days", "3 to 7 days", "1 to 3 weeks", "3 to 9 weeks", "2 to 6 months"]
    if memory.byStability.contains(where: { $0.recalls > 0 }) {
      addSection("Kept, by how firm it was", note: "days until recall falls to 90 %")
      for (name, count) in zip(names + ["over 6 months"], memory.byStability)
      where count.recalls > 0 {
        addRetention(name, count, goal: memory.goal)
      }
    }
    let middle = memory.medianStability.map { Wording.days(max(1, Int($0.rounded()))) } ?? "-"
    addSection("How firm the cards are", note: "half of them hold \(middle) or longer")
    let most = max(1, memory.stabilities.max() ?? 1)
    for (name, count) in zip(names + ["over 6 months"], memory.stabilities) {
      addBar(
        name, labelWidth: 14, share: Double(count) / Double(most), width: barWidth,
        value: "\(count)")
    }
    add(
      "About \(Int(memory.recalledToday.rounded())) of \(memory.learned) would be recalled today.",
      role: .muted)
  }

  private var barWidth: Int { min(40, max(8, width - 42)) }

  /// A row: what was kept, what was expected, of how many.
  private mutating func addRetention(_ name: String, _ count: RetentionCount, goal: Double) {
    let share = count.share ?? 0
    let expected = count.expectedShare ?? 0
    addBar(
      name, labelWidth: 14, share: (share - 0.5) * 2, width: barWidth, mark: (goal - 0.5) * 2,
      value: "\(ProgressAnswers.whole(share)) %, expected \(ProgressAnswers.whole(expected)), "
        + "of \(count.recalls)")
  }

  private mutating func addLoad(_ report: ProgressReport) {
    let load = report.memory.load
    let week = load.prefix(7).reduce(0, +)
    addSection("Coming due", note: "30 days, today first")
    // What waits today would flatten all other days.
    let top = load.dropFirst().max() ?? 0
    let chart = Charts.sparkline(load.map(Double.init), maximum: Double(max(1, top)))
    add(line: [Piece(x: 0, text: chart, role: .chartFull)])
    var text = "today \(load[0]), tomorrow \(load[1]), in seven days \(week)"
    let later = load.enumerated().dropFirst(2).max { $0.element < $1.element }
    if let most = later, most.element > 0 {
      text += "; most on \((report.today + most.offset).shortName): \(most.element)"
    }
    add(text + ".", role: .muted)
  }
}
