/// What was done for one exam on one study day.
package struct DayTally: Equatable, Sendable {
  /// Answers in any mode.
  package var answers = 0
  /// Answers in any mode that were not Again.
  package var passes = 0
  /// Questions answered for the first time.
  package var newCards = 0
  /// Reviews of cards in the review phase, a day or more after the one before.
  package var recalls = 0
  /// How many of those were remembered: with `recalls`, the true retention.
  package var remembered = 0
  /// The sum of the model's predictions for those reviews, in millionths: whole numbers, so that
  /// taking one back leaves nothing behind.
  package var expectedMillionths = 0
  /// Time spent answering, in milliseconds; an answer counts three minutes at most.
  package var milliseconds = 0

  package init() {}

  /// The longest time that one answer adds, in milliseconds.
  package static let longestAnswer = 180_000

  package static func += (tally: inout DayTally, other: DayTally) {
    tally.answers += other.answers
    tally.passes += other.passes
    tally.newCards += other.newCards
    tally.recalls += other.recalls
    tally.remembered += other.remembered
    tally.expectedMillionths += other.expectedMillionths
    tally.milliseconds += other.milliseconds
  }

  package static func -= (tally: inout DayTally, other: DayTally) {
    tally.answers -= other.answers
    tally.passes -= other.passes
    tally.newCards -= other.newCards
    tally.recalls -= other.recalls
    tally.remembered -= other.remembered
    tally.expectedMillionths -= other.expectedMillionths
    tally.milliseconds -= other.milliseconds
  }
}

/// One exam on one study day.
package struct DayKey: Hashable, Sendable {
  package var day: CalendarDay
  /// Empty where the history does not say.
  package var exam: String

  package init(day: CalendarDay, exam: String) {
    self.day = day
    self.exam = exam
  }
}
