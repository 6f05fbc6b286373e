import Study

/// A mock exam while it is sat: one question at a time, the clock, and what lies over them.
package struct ExamScreen: Screen {
  package internal(set) var exam: MockExam
  package internal(set) var mode = Mode.question
  /// The option under the cursor, as a position on screen; nil until the learner moves or chooses.
  package internal(set) var cursor: Int?
  /// What is typed into a note, the calculator, or as the number of a question.
  package internal(set) var typed = ""
  /// The first line shown of the exhibit, or of the question where there is none.
  package internal(set) var scroll = 0
  /// A sentence about the last command, until the next.
  package internal(set) var message = ""
  package internal(set) var hidesClock = false
  /// ``Now/elapsed`` when the clock was last kept.
  var keptAt: Int64

  /// What is on screen.
  package enum Mode: Equatable, Sendable {
    case question
    /// The exhibit alone, and the question alone, where both do not fit side by side.
    case exhibit, questionAlone
    case note, calculator
    case review(Review)
    case leave
    case confirmSubmit
    case confirmDiscard
  }

  /// The review screen: a grid of all questions, or of some.
  package struct Review: Equatable, Sendable {
    package var filter = Filter.all
    /// The question under the cursor, as a position on the form.
    package var cursor: Int
    package var scroll = 0
  }

  /// Which questions the review screen shows.
  package enum Filter: String, CaseIterable, Sendable {
    case all, unanswered, flagged, guessed
  }

  package enum Command: Hashable, Sendable {
    case choose(Int), up, down, next, previous, clear, guess, flag, strike
    case note, exhibit, book, calculator, clock, review, leave, scrollUp, scrollDown
    case type(String), erase, wipe, saveText, dropText
    case left, right, go, filter, askSubmit, submit, askDiscard, discard, pause, back
  }

  package init(_ exam: MockExam, at now: Now) {
    self.exam = exam
    keptAt = now.elapsed
  }

  package var tickMilliseconds: Int { 1000 }

  /// The question on screen; nil where no bank holds it any more.
  func question(in world: World) -> Question? {
    exam.items.indices.contains(exam.position)
      ? world.catalog.question(exam.item.question.id) : nil
  }

  /// The positions that the review screen shows.
  func reviewed(_ filter: Filter) -> [Int] {
    exam.items.indices.filter { place in
      switch filter {
      case .all: true
      case .unanswered: !exam.items[place].isAnswered
      case .flagged: exam.items[place].isFlagged
      case .guessed: exam.items[place].isGuess
      }
    }
  }

  /// Whether the terminal is wide enough for an exhibit beside its question.
  static func fitsExhibit(beside world: World) -> Bool { world.width >= 110 }
}

// MARK: Time

extension ExamScreen {
  package mutating func timePassed(in world: World, to now: Now) -> Outcome {
    if isClosed(in: world) || exam.isTimeUp(at: now) { return submit(in: world, at: now) }
    return keepClock(at: now).map { Outcome(effects: [$0]) } ?? .stay
  }

  /// Whether the history says that the exam is over, after a step that was only half done.
  func isClosed(in world: World) -> Bool {
    world.progress.exams.scores.contains { $0.sitting == exam.sitting }
  }

  /// The clock, once a second.
  private mutating func keepClock(at now: Now) -> Effect? {
    guard exam.phase == .running, now.elapsed - keptAt >= 900 else { return nil }
    keptAt = now.elapsed
    return clockEffect(at: now)
  }

  func clockEffect(at now: Now) -> Effect {
    .keepClock(ExamClock(sitting: exam.sitting, clock: exam.clock(at: now)))
  }
}
