import FSRS

/// What the keys of an exam come to, as steps; nothing changes before they are applied.
extension MockExam {
  package var item: Item { items[position] }

  /// Goes to a question; nil where there is none, or where the rules forbid to go back.
  package func visiting(_ place: Int) -> ExamEvent.Step? {
    guard items.indices.contains(place), place >= position || start.rules.allowsBacktracking
    else { return nil }
    return .visit(question: items[place].question.id)
  }

  /// Chooses an option of the question on screen, by its position in the file's order; the guess
  /// mark stays.
  package func choosing(_ option: Int, of question: Question) -> ExamEvent.Step {
    .answer(
      question: item.question.id, chosen: [option], isSure: !item.isGuess,
      isCorrect: Answer.options([option]).isCorrect(for: question))
  }

  /// Takes the answer to the question on screen away; nil where there is none.
  package func clearing() -> ExamEvent.Step? {
    guard item.isAnswered || item.isGuess else { return nil }
    return .answer(question: item.question.id, chosen: [], isSure: true, isCorrect: nil)
  }

  /// Sets the guess mark, or takes it away.
  package func togglingGuess() -> ExamEvent.Step {
    .answer(
      question: item.question.id, chosen: item.chosen, isSure: item.isGuess,
      isCorrect: item.answer?.isCorrect)
  }

  package func togglingFlag() -> ExamEvent.Step {
    .flag(question: item.question.id, isOn: !item.isFlagged)
  }

  /// Strikes an option out, or not after all; nil for the option that is the answer.
  package func togglingStrike(_ option: Int) -> ExamEvent.Step? {
    guard !item.chosen.contains(option) else { return nil }
    return .strike(
      question: item.question.id, option: option, isOn: !item.struck.contains(option))
  }

  /// The minutes of the warning that is due now, 30 or 5, for one minute each; nil for none.
  ///
  /// An exam that is no longer than twice a warning does without it.
  package func warning(at now: Now) -> Int? {
    guard phase == .running else { return nil }
    let left = remaining(at: now)
    return [30, 5].first { minutes in
      start.limit > 2 * minutes * 60_000 && left > (minutes - 1) * 60_000
        && left <= minutes * 60_000
    }
  }

  /// How many questions the answers are ahead of an even pace; negative behind it.
  package func lead(at now: Now) -> Int {
    answeredCount - items.count * clock(at: now) / max(1, start.limit)
  }

  /// The intervals in days that the right answers are granted, in the form's order, spread over
  /// days with few cards due.
  /// - Parameter load: how many cards are due on each of the next days, today first.
  package func grantedDays(_ progress: Progress, load: [Int], at now: Now) -> [Int?] {
    var load = load
    var granted = [Int?](repeating: nil, count: items.count)
    for (place, item) in items.enumerated() {
      guard item.isAnswered, let answer = item.answer, answer.isCorrect == true else { continue }
      let card = progress[item.question.id]
      let rating = Answer.options(answer.chosen).rating(isCorrect: true, isSure: answer.isSure)
      let days = Scheduler.intervals(
        for: card, model: progress.model, retention: progress.settings.retention,
        today: now.studyDay,
        seed: Scheduler.seed(question: item.question.id, answers: card.answers),
        dueCount: { $0 < load.count ? load[$0] : 0 })[rating]
      granted[place] = days
      if let days, days < load.count { load[days] += 1 }
    }
    return granted
  }
}

/// How far an exam's clock had come when it was last seen, kept outside of the history.
package struct ExamClock: Equatable, Sendable {
  package var sitting: EventID
  /// Exam time used, in milliseconds.
  package var clock: Int

  package init(sitting: EventID, clock: Int) {
    self.sitting = sitting
    self.clock = clock
  }

  /// The exam time to go on with, for an exam that ended without a pause.
  ///
  /// The file tells the last second; the wall clock bounds it: no more time can be used than has
  /// passed since the start.
  /// - Parameter startedAt: the start by the wall clock, in milliseconds since 1970.
  package func resumed(_ exam: MockExam, startedAt: Int64, at now: Now) -> Int {
    guard sitting == exam.sitting else { return exam.clock }
    let passed = now.milliseconds - startedAt
    let bound = passed > 0 ? min(Int64(clock), passed) : Int64(clock)
    return max(exam.clock, min(Int(bound), exam.start.limit))
  }
}
