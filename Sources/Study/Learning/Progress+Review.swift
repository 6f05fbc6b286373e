import FSRS

extension Progress {
  /// What one answer does to one card, and what it adds to the day.
  ///
  /// A miss in a session comes back ten minutes later, in a mock exam on the next study day; any
  /// pass leaves learning for the interval that was granted, or, where the line has none, for the
  /// model's own, unfuzzed.
  static func fold(
    _ record: ReviewRecord, into card: inout CardProgress, model: FSRS6, retention: Double
  ) -> DayTally {
    let day = record.studyDay
    let passed = record.rating.isPass
    var tally = DayTally()
    tally.answers = 1
    tally.passes = passed ? 1 : 0
    tally.newCards = card.answers == 0 ? 1 : 0
    tally.milliseconds = min(max(0, Int(record.spent)), DayTally.longestAnswer)
    card.answers += 1
    card.passes += passed ? 1 : 0
    if record.flags.contains(.exam) { card.examAnswers += 1 }
    guard record.flags.contains(.movesSchedule) else { return tally }

    let memory: MemoryState
    if let before = card.memory, let lastDay = card.lastDay {
      let elapsed = Double(max(0, day - lastDay))
      if elapsed >= 1, case .review = card.phase {
        let recall = model.retrievability(before, elapsedDays: elapsed)
        tally.recalls = 1
        tally.remembered = passed ? 1 : 0
        tally.expectedMillionths = Int((recall * 1_000_000).rounded())
        card.expectedLapses += 1 - recall
        card.lapseVariance += recall * (1 - recall)
        if !passed { card.lapses += 1 }
      }
      memory = model.nextState(before, elapsedDays: elapsed, rating: record.rating)
    } else {
      memory = model.firstState(record.rating)
    }
    card.memory = memory
    card.lastDay = day
    if passed {
      let days =
        record.days >= 1
        ? Int(record.days)
        : WholeDays.nearest(model.interval(memory, retention: retention))
      card.phase = .review(due: day + days)
    } else if record.flags.contains(.exam) {
      card.phase = .review(due: day + 1)
    } else {
      card.phase = .learning(dueAt: record.milliseconds + Scheduler.learningStep)
    }
    return tally
  }
}
