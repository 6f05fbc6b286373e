import FSRS

/// What one learner's history has made of one question.
package struct CardProgress: Equatable, Sendable {
  /// Nil until an answer has moved the schedule.
  package var memory: MemoryState?
  package var phase: Phase
  /// The study day of the last answer that moved the schedule.
  package var lastDay: CalendarDay?
  /// Answers in any mode.
  package var answers: Int
  /// Answers in any mode that were not Again.
  package var passes: Int
  /// Answers in mock exams.
  package var examAnswers: Int
  /// Misses of a card that had left learning.
  package var lapses: Int
  /// Misses that the model expected over the reviews a day or more apart, and their variance:
  /// what tells a leech from bad luck.
  package var expectedLapses: Double
  package var lapseVariance: Double
  package var isSuspended: Bool
  /// The study day on which it was put off.
  package var buriedOn: CalendarDay?
  package var isMarked: Bool
  package var note: String

  package init() {
    memory = nil
    phase = .new
    lastDay = nil
    answers = 0
    passes = 0
    examAnswers = 0
    lapses = 0
    expectedLapses = 0
    lapseVariance = 0
    isSuspended = false
    buriedOn = nil
    isMarked = false
    note = ""
  }

  /// Where the card stands in the schedule.
  package enum Phase: Equatable, Sendable {
    /// No answer has moved the schedule yet.
    case new
    /// Missed, and asked again from this instant on (milliseconds since 1970).
    case learning(dueAt: Int64)
    /// Asked again on this study day.
    case review(due: CalendarDay)
  }

  /// The interval that the last answer granted, in days; 0 for a card in learning.
  package var grantedDays: Int {
    guard case .review(let due) = phase, let lastDay else { return 0 }
    return max(0, due - lastDay)
  }

  /// Whether it was missed and has not been passed since.
  package var isRelearning: Bool {
    if case .learning = phase { return true }
    return false
  }

  /// Whether it was never answered, in any mode.
  package var isUnseen: Bool { answers == 0 }

  /// Whether it may be asked at all on a study day.
  package func isAvailable(on day: CalendarDay) -> Bool { !isSuspended && buriedOn != day }

  /// Whether it is to be asked on a study day, at once or later that day.
  package func isDue(on day: CalendarDay) -> Bool {
    switch phase {
    case .new: false
    case .learning: true
    case .review(let due): due <= day
    }
  }

  /// The study day on which it comes back: today for a card in learning.
  package func dueDay(today: CalendarDay) -> CalendarDay? {
    switch phase {
    case .new: nil
    case .learning: today
    case .review(let due): due
    }
  }

  /// The chance of recall on a study day, by the model; nil for a card without a memory.
  package func retrievability(on day: CalendarDay, model: some MemoryModel) -> Double? {
    guard let memory, let lastDay else { return nil }
    return model.retrievability(memory, elapsedDays: Double(max(0, day - lastDay)))
  }

  /// Whether it fails far more often than its own model expects: at least four lapses, and more
  /// than 2.33 standard deviations (one in a hundred by chance) above the expected number.
  package var isLeech: Bool {
    guard lapses >= 4 else { return false }
    return Double(lapses) - expectedLapses > 2.33 * lapseVariance.squareRoot()
  }
}
