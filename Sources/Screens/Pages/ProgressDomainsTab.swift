import Study

extension TextBlock {
  /// Mastery of each domain with its interval, its weight, its trend and what was met of it.
  ///
  /// The domains' lines are the last ones.
  mutating func addDomains(
    _ report: ProgressReport, cursor: Int, _ displayWidth: DisplayWidth
  ) {
    if report.rhythm.total.answers > 0 {
      add(
        "Right answers to expect of questions never met; ± is an 80 % interval.", role: .muted)
    }
    blank()
    // Name, weight, bar, value, change, met.
    let longest = report.domains.map { displayWidth.columns(of: $0.domain.title) }.max() ?? 0
    let room = max(20, width - 33)
    let nameWidth = min(longest, max(12, room * 3 / 5))
    let barWidth = max(8, min(40, room - nameWidth))
    let weightX = nameWidth + 3
    let barX = weightX + 5
    let valueX = barX + barWidth + 1
    func row(_ pieces: [(x: Int, text: String, role: Role)]) {
      add(line: pieces.map { Piece(x: $0.x, text: $0.text, role: $0.role) })
    }
    row([
      (2, "Domain", .muted), (weightX, "exam", .muted), (barX, "mastery, %", .muted),
      (valueX + 9, "4 wk", .muted), (valueX + 15, "met", .muted),
    ])
    for (place, domain) in report.domains.enumerated() {
      let name = displayWidth.fitted(domain.domain.title, width: nameWidth)
      let met = "\(domain.met)/\(domain.cards)"
      var pieces: [(x: Int, text: String, role: Role)] = [
        (0, place == cursor ? Glyphs.cursor : " ", .accent),
        (2, name, place == cursor ? .selected : .normal),
        (weightX, "\(ProgressAnswers.whole(domain.weight)) %", .muted),
      ]
      if let mastery = domain.mastery {
        let change = ProgressAnswers.whole(domain.change)
        let isWeakest = domain.id == report.weakest?.id
        pieces += [
          (barX, String(repeating: "·", count: barWidth), .chartEmpty),
          (barX, Charts.bar(share: mastery, width: barWidth), .chartFull),
          (valueX, ProgressAnswers.margin(domain), isWeakest ? .warning : .normal),
          (valueX + 9, change > 0 ? "+\(change)" : "\(change)", .muted),
          (valueX + 15, isWeakest ? met + " ←" : met, isWeakest ? .warning : .muted),
        ]
      } else {
        let few =
          domain.cards == 0
          ? "no questions in the banks"
          : domain.firstAnswers == 0
            ? "not met yet" : "\(Wording.counted(domain.firstAnswers, "answer")), too few"
        pieces.append((barX, displayWidth.fitted(few, width: barWidth + 14), .muted))
        if domain.cards > 0 { pieces.append((valueX + 15, met, .muted)) }
      }
      row(pieces)
    }
  }
}
