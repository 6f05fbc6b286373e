import Study

extension TextBlock {
  /// The expected score with its band, what would raise it, and what it rests on.
  mutating func addReadiness(_ report: ProgressReport) {
    guard let readiness = report.readiness else { return }
    guard let forecast = readiness.forecast else {
      addSilence(readiness.evidence)
      return
    }
    let cut = ProgressAnswers.whole(forecast.cut)
    add(
      forecast.isCutAssumed
        ? "The raw cut is secret; \(cut) % is assumed, give or take five."
        : "\(cut) % is needed to pass.", role: .muted)
    blank()
    let chartWidth = max(20, min(70, width - 12))
    func share(_ value: Double) -> Double { (value - 0.3) / 0.7 }
    var pieces = [Piece(x: 0, text: "30 %", role: .muted)]
    pieces += TextBlock.interval(
      share(forecast.band.lowerBound), share(forecast.score), share(forecast.band.upperBound),
      limit: share(forecast.cut), x: 6, width: chartWidth)
    add(line: pieces + [Piece(x: chartWidth + 7, text: "100 %", role: .muted)])
    add("● expected, ─ eight of ten scores fall here, │ to pass", role: .muted, indent: 6)
    addSection("What half an hour would add")
    if forecast.advice.isEmpty {
      add("Nothing to speak of: what the banks hold is learned. Sit mock exams.", role: .muted)
    }
    for advice in forecast.advice.prefix(4) {
      let tenths = Int((advice.points * 10).rounded())
      add(line: [
        Piece(x: 2, text: "+\(tenths / 10).\(tenths % 10)", role: .heading),
        Piece(x: 8, text: advice.domain.title, role: .normal),
      ])
    }
    addEvidence(readiness)
  }

  private mutating func addEvidence(_ readiness: Readiness) {
    let evidence = readiness.evidence
    addSection("What this rests on")
    add(
      "\(evidence.firstAnswers) first answers, \(evidence.mockAnswers) of them in mock exams; "
        + "the cards' memory on the day, if you go on as in the last two weeks.", role: .muted)
    add(
      "It cannot know the real exam's questions, your sleep, or what you learn elsewhere. "
        + "It never says more than 97 % or less than 3 %.", role: .muted)
    if !readiness.hasDate {
      add("Set a date in the settings, and it speaks of that day.", role: .muted)
    }
  }

  private mutating func addSilence(_ evidence: Readiness.Evidence) {
    add("A guess would only sound like knowledge.", role: .muted)
    blank()
    let barWidth = max(8, min(30, width - 38))
    addBar(
      "first answers", labelWidth: 18,
      share: Double(evidence.firstAnswers) / Double(Readiness.Evidence.leastAnswers),
      width: barWidth,
      value: "\(evidence.firstAnswers) of \(Readiness.Evidence.leastAnswers)")
    addBar(
      "of the blueprint", labelWidth: 18,
      share: evidence.coverage / Readiness.Evidence.leastCoverage, width: barWidth,
      value: "\(ProgressAnswers.whole(evidence.coverage)) of "
        + "\(ProgressAnswers.whole(Readiness.Evidence.leastCoverage)) %")
    blank()
    add(
      "It needs the first answers to \(Readiness.Evidence.leastAnswers) questions, and "
        + "\(Readiness.Evidence.leastInDomain) in domains that make up "
        + "\(ProgressAnswers.whole(Readiness.Evidence.leastCoverage)) % of the exam. "
        + "A mock exam gives them at once, and the best ones.")
  }
}
