import FSRS

/// One answer to one question.
package struct Review: Equatable, Sendable {
  package var question: String
  /// The exam in whose session it was asked; nil where the line does not say.
  package var exam: String?
  package var mode: Mode
  package var rating: Rating
  /// Whether the answer was right when it was given; nil where the line does not say.
  package var isCorrect: Bool?
  /// The chosen options as indexes in the file's order.
  package var chosen: [Int]
  /// The code that was typed.
  package var typed: String?
  /// Sure or a guess; nil where the question does not ask.
  package var isSure: Bool?
  /// Milliseconds from showing the question to the answer.
  package var milliseconds: Int?
  /// The interval granted in days, so that load balancing replays; nil after a miss.
  package var days: Int?
  /// Whether a drill or cram answer moves the schedule all the same.
  package var counts: Bool

  package init(
    question: String, exam: String? = nil, mode: Mode = .study, rating: Rating,
    isCorrect: Bool? = nil, chosen: [Int] = [], typed: String? = nil, isSure: Bool? = nil,
    milliseconds: Int? = nil, days: Int? = nil, counts: Bool = false
  ) {
    self.question = question
    self.exam = exam
    self.mode = mode
    self.rating = rating
    self.isCorrect = isCorrect
    self.chosen = chosen
    self.typed = typed
    self.isSure = isSure
    self.milliseconds = milliseconds
    self.days = days
    self.counts = counts
  }

  /// The occasion of an answer.
  package enum Mode: String, CaseIterable, Sendable {
    case study, drill, cram, exam
  }

  /// Whether the answer moves the card's schedule; all answers count in statistics.
  package var movesSchedule: Bool { mode == .study || mode == .exam || counts }
}

/// Why the learner says a question was missed.
package enum MissReason: String, CaseIterable, Sendable {
  case knowledge, misread, rule
  case lookUp = "look-up"
  case pacing
  case secondGuess = "second guess"
}
