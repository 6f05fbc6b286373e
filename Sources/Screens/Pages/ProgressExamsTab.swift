import Study

extension TextBlock {
  /// Every mock exam with its error bar beside the pass line, and the time for a question.
  mutating func addExams(_ report: ProgressReport) {
    guard let scores = report.scores else { return }
    let allowed = Int(scores.allowance.rounded())
    let cut = ProgressAnswers.whole(scores.cut)
    let line =
      scores.isCutAssumed
      ? "The raw cut is secret; \(cut) % is assumed." : "\(cut) % is needed to pass."
    add("\(line) The exam allows \(allowed) s a question.", role: .muted)
    guard !scores.points.isEmpty else {
      blank()
      add("A mock exam shows what study alone cannot: unknown questions against the clock.")
      return
    }
    let chartWidth = max(10, min(60, width - 41))
    let x = 12
    let right = x + chartWidth + 1
    blank()
    add(line: [
      Piece(x: 0, text: "Day", role: .muted),
      Piece(x: x, text: chartWidth < 24 ? "│ to pass" : "30 to 100 %, │ to pass", role: .muted),
      Piece(x: right, text: "score", role: .muted),
      Piece(x: right + 10, text: "of", role: .muted),
      Piece(x: right + 15, text: "s a question", role: .muted),
    ])
    func share(_ value: Double) -> Double { (value - 0.3) / 0.7 }
    for point in scores.points.reversed() {
      let seconds = point.secondsPerQuestion.map { Int($0.rounded()) }
      let isSlow = seconds.map { $0 > allowed } ?? false
      var pieces = [
        Piece(
          x: 0, text: ProgressAnswers.date(point.day, today: report.today), role: .muted)
      ]
      pieces += TextBlock.interval(
        share(point.share - point.margin), share(point.share), share(point.share + point.margin),
        limit: share(scores.cut), x: x, width: chartWidth)
      pieces += [
        Piece(
          x: right,
          text: "\(ProgressAnswers.whole(point.share)) ± \(ProgressAnswers.whole(point.margin))",
          role: point.share >= scores.cut ? .correct : .normal),
        Piece(x: right + 10, text: "\(point.scored)", role: .muted),
        Piece(
          x: right + 15, text: (seconds.map { "\($0)" } ?? "-") + (isSlow ? " slow" : ""),
          role: isSlow ? .warning : .muted),
      ]
      add(line: pieces)
    }
    blank()
    add(
      "● score, ─ 80 % interval: the chance of the draw alone. The newest is on top.",
      role: .muted)
  }
}
