import Study

extension TextBlock {
  /// Sure and guess against right and wrong, then what was sure and wrong.
  mutating func addConfidence(
    _ report: ProgressReport, _ catalog: Catalog, _ displayWidth: DisplayWidth
  ) {
    let confidence = report.confidence
    let counts = confidence.counts
    blank()
    func row(_ name: String, _ cells: [String], _ role: Role = .normal) {
      var pieces = [Piece(x: 0, text: name, role: .muted)]
      for (place, cell) in cells.enumerated() {
        pieces.append(Piece(x: 8 + place * 14, text: cell, role: place == 0 ? role : .normal))
      }
      add(line: pieces)
    }
    func cell(_ count: Int) -> String {
      "\(count)".padded(to: 6) + Wording.percent(count, of: counts.total)
    }
    add(line: [
      Piece(x: 8, text: "wrong", role: .muted), Piece(x: 22, text: "right", role: .muted),
      Piece(x: 36, text: "right, of those", role: .muted),
    ])
    row(
      "sure",
      [
        cell(counts.sureWrong), cell(counts.sureRight),
        Wording.percent(counts.sureRight, of: counts.sure),
      ], .warning)
    row(
      "guess",
      [
        cell(counts.guessWrong), cell(counts.guessRight),
        Wording.percent(counts.guessRight, of: counts.guessed),
      ])
    guard counts.total > 0 else { return }
    addSection(
      "Sure, but wrong: \(confidence.mistaken.count)",
      note: confidence.mistaken.isEmpty ? "" : "Enter drills them")
    if confidence.mistaken.isEmpty {
      add("No question stands here now; a later answer takes it off the list.", role: .muted)
    }
    for question in confidence.mistaken.prefix(50) {
      let title = catalog.domainTitle(question.domain, exam: report.exam)
      let times = question.times > 1 ? " (\(question.times) times)" : ""
      add(line: [

        Piece(
          x: 0, text: ProgressAnswers.date(question.day, today: report.today), role: .muted),
        Piece(
          x: 12,
          text: displayWidth.fitted(
            "\(question.topic)\(times) · \(title)", width: max(8, width - 12)),
          role: .normal),
      ])
    }
  }
}

extension String {
  /// With spaces at its end up to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
