import FSRS

/// How one question went, from the first answer to the last.
package struct QuestionFigures: Equatable, Sendable {
  /// The memory by the model; a stability of 0 says that no answer has moved the schedule.
  var stability = 0.0
  var difficulty = 0.0
  /// The study day of the last answer that moved the schedule.
  var lastDay: Int32 = 0
  /// The study day of the first answer, in any mode.
  package private(set) var firstDay: Int32 = 0
  /// The study day of the first pass that moved the schedule.
  package private(set) var learnedDay: Int32 = .max
  /// Answers in any mode, and the right ones among them.
  package private(set) var answers: Int32 = 0
  package private(set) var right: Int32 = 0
  /// Wrong answers that the learner was sure of, and the study day of the last.
  package private(set) var sureWrong: Int32 = 0
  package private(set) var lastSureWrong: Int32 = 0
  private var flags: UInt8 = 0

  private static let learning: UInt8 = 1
  private static let firstRight: UInt8 = 2
  private static let firstInExam: UInt8 = 4
  private static let mistaken: UInt8 = 8

  /// Whether the last answer that moved the schedule was a miss in a session.
  var isLearning: Bool { flags & Self.learning != 0 }
  /// Whether the very first answer was right.
  package var wasFirstRight: Bool { flags & Self.firstRight != 0 }
  /// Whether the very first answer was given in a mock exam.
  package var wasFirstInExam: Bool { flags & Self.firstInExam != 0 }
  /// Whether the last answer that was marked sure or guess was sure and wrong.
  package var isMistaken: Bool { flags & Self.mistaken != 0 }

  /// The chance of recall on a study day, by the model; 0 for a question without a memory.
  func recall(on day: CalendarDay, model: FSRS6) -> Double {
    guard stability > 0 else { return 0 }
    return model.retrievability(
      MemoryState(stability: stability, difficulty: difficulty),
      elapsedDays: Double(max(0, day.number - Int(lastDay))))
  }

  /// Counts an answer.
  @inline(__always)
  mutating func count(_ record: ReviewRecord, day: Int32, isRight: Bool) {
    if answers == 0 {
      firstDay = day
      flags |=
        (isRight ? Self.firstRight : 0) | (record.flags.contains(.exam) ? Self.firstInExam : 0)
    }
    answers += 1
    if isRight { right += 1 }
    guard record.flags.contains(.knowsSure) else { return }
    if record.flags.contains(.sure), !isRight {
      sureWrong += 1
      lastSureWrong = day
      flags |= Self.mistaken
    } else {
      flags &= ~Self.mistaken
    }
  }

  /// Keeps the memory after an answer that moved the schedule.
  @inline(__always)
  mutating func remember(_ memory: MemoryState, day: Int32, passed: Bool, inExam: Bool) {
    stability = memory.stability
    difficulty = memory.difficulty
    lastDay = day
    if passed || inExam { flags &= ~Self.learning } else { flags |= Self.learning }
    if passed, day < learnedDay { learnedDay = day }
  }
}

/// Reviews that asked for recall, and what came of them.
package struct RetentionCount: Equatable, Sendable {
  package var recalls = 0
  package var remembered = 0
  /// The sum of the chances that the model gave.
  package var expected = 0.0

  package init() {}

  /// The share that was remembered; nil without any.
  package var share: Double? { recalls == 0 ? nil : Double(remembered) / Double(recalls) }
  /// The share that the model expected; nil without any.
  package var expectedShare: Double? { recalls == 0 ? nil : expected / Double(recalls) }

  package static func += (count: inout RetentionCount, other: RetentionCount) {
    count.recalls += other.recalls
    count.remembered += other.remembered
    count.expected += other.expected
  }
}

/// An answer given in a mock exam.
package struct MockAnswer: Equatable, Sendable {
  /// A position in ``LearnerStatistics/questions``.
  package var question: Int32
  package var day: Int32
  package var isRight: Bool
  /// Whether the question had been answered before, in any mode.
  package var wasSeen: Bool
}
