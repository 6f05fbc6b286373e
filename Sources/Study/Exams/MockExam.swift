import FSRS

/// A mock exam while it is sat: what its events add up to, and how much time is left.
///
/// A plain value. Every change is an ``ExamEvent`` that has to be on disk before it is shown;
/// applying the same events again gives the same exam, which is how a killed one comes back.
package struct MockExam: Equatable, Sendable {
  /// The id of its `exam-start`.
  package let sitting: EventID
  package let start: ExamStart
  package private(set) var items: [Item]
  /// The position of the question on screen.
  package private(set) var position = 0
  package private(set) var phase = Phase.running
  package private(set) var isBookOpen = false
  /// How often the code book was opened, and for how many milliseconds in all.
  package private(set) var lookUps = 0
  package private(set) var bookMilliseconds = 0
  /// How often the exam was interrupted.
  package private(set) var pauses = 0
  /// Exam time used up to the last event, in milliseconds.
  package private(set) var clock = 0
  /// ``Now/elapsed`` at which the exam clock stood at 0; nil while no clock runs.
  private var origin: Int64?

  /// Whether the clock runs.
  package enum Phase: Equatable, Sendable {
    case running, paused, submitted, discarded
  }

  /// One question and everything that was done with it.
  package struct Item: Equatable, Sendable {
    package let question: ExamQuestion
    /// Every answer as it stood, the last one counts.
    package internal(set) var answers: [Given] = []
    package internal(set) var isFlagged = false
    /// Options struck out, as positions in the file's order.
    package internal(set) var struck: [Int] = []
    package internal(set) var note = ""
    package internal(set) var visits = 0
    /// The last event that put it on screen.
    package internal(set) var visit: EventID?
    /// Exam time spent on it, and how much of that with the code book open, in milliseconds.
    package internal(set) var milliseconds = 0
    package internal(set) var bookMilliseconds = 0

    package var answer: Given? { answers.last }
    package var chosen: [Int] { answers.last?.chosen ?? [] }
    package var isAnswered: Bool { !chosen.isEmpty }
    /// Whether it bears the guess mark.
    package var isGuess: Bool { answers.last?.isSure == false }
  }

  /// An answer as it stood from one moment on.
  package struct Given: Equatable, Sendable {
    package var chosen: [Int]
    package var isSure: Bool
    /// Whether it was right when it was given; nil where the line does not say.
    package var isCorrect: Bool?
    /// Exam time in milliseconds.
    package var clock: Int
    package var event: EventID
  }

  /// An exam that begins.
  package init(sitting: EventID, start: ExamStart) {
    self.sitting = sitting
    self.start = start
    items = start.questions.map { Item(question: $0) }
  }

  /// The exam that a sitting's events add up to; nil where the first is no start.
  package init?(_ events: [HistoryEvent]) {
    guard let first = events.first, case .exam(let event) = first.action,
      case .start(let start) = event.step
    else { return nil }
    self.init(sitting: first.id, start: start)
    for event in events.dropFirst() {
      if case .exam(let step) = event.action { apply(step, id: event.id) }
    }
  }

  package static func == (left: MockExam, right: MockExam) -> Bool {
    left.sitting == right.sitting && left.start == right.start && left.items == right.items
      && left.position == right.position && left.phase == right.phase
      && left.isBookOpen == right.isBookOpen && left.lookUps == right.lookUps
      && left.bookMilliseconds == right.bookMilliseconds && left.pauses == right.pauses
      && left.clock == right.clock
  }
}

extension MockExam {
  /// Lets the clock run from this moment on.
  /// - Parameter clock: the exam time used so far in milliseconds, as far as is known from
  ///   elsewhere; never less than the events say.
  package mutating func run(from now: Now, clock known: Int = 0) {
    origin = now.elapsed - Int64(max(clock, min(known, start.limit)))
  }

  /// Exam time used, in milliseconds, at most the limit.
  package func clock(at now: Now) -> Int {
    guard phase == .running, let origin else { return clock }
    return Int(min(Int64(start.limit), max(Int64(clock), now.elapsed - origin)))
  }

  /// Time left in milliseconds, 0 when the time is up.
  package func remaining(at now: Now) -> Int { start.limit - clock(at: now) }

  package func isTimeUp(at now: Now) -> Bool { phase == .running && remaining(at: now) == 0 }

  /// A step of this moment; nothing changes before ``apply(_:id:)``.
  package func event(_ step: ExamEvent.Step, at now: Now) -> ExamEvent {
    ExamEvent(sitting: sitting, clock: clock(at: now), step: step)
  }

  /// Takes a step in.
  package mutating func apply(_ event: ExamEvent, id: EventID) {
    guard phase == .running || phase == .paused else { return }
    let at = min(max(event.clock, clock), start.limit)
    if phase == .running { charge(at - clock) }
    clock = at
    switch event.step {
    case .start: break
    case .visit(let question): visit(question, id: id)
    case .answer(let question, let chosen, let isSure, let isCorrect):
      change(question) {
        $0.answers.append(
          Given(chosen: chosen, isSure: isSure, isCorrect: isCorrect, clock: at, event: id))
      }
    case .flag(let question, let isOn): change(question) { $0.isFlagged = isOn }
    case .strike(let question, let option, let isOn):
      change(question) {
        $0.struck.removeAll { $0 == option }
        if isOn { $0.struck.append(option) }
      }
    case .note(let question, let text): change(question) { $0.note = text }
    case .book(let isOpen):
      if isOpen, !isBookOpen { lookUps += 1 }
      isBookOpen = isOpen
    case .pause:
      phase = .paused
      isBookOpen = false
      origin = nil
    case .resume:
      phase = .running
      isBookOpen = false
      pauses += 1
    case .discard: phase = .discarded
    case .submit: phase = .submitted
    }
  }

  private mutating func visit(_ question: String, id: EventID) {
    guard let place = items.firstIndex(where: { $0.question.id == question }) else { return }
    position = place
    items[place].visits += 1
    items[place].visit = id
  }

  private mutating func change(_ question: String, _ body: (inout Item) -> Void) {
    guard let place = items.firstIndex(where: { $0.question.id == question }) else { return }
    body(&items[place])
  }

  /// Books time to the question on screen.
  private mutating func charge(_ milliseconds: Int) {
    guard milliseconds > 0, items.indices.contains(position) else { return }
    items[position].milliseconds += milliseconds
    guard isBookOpen else { return }
    bookMilliseconds += milliseconds
    items[position].bookMilliseconds += milliseconds
  }
}

extension MockExam {
  package var answeredCount: Int { items.count { $0.isAnswered } }
  package var flaggedCount: Int { items.count { $0.isFlagged } }
  package var guessCount: Int { items.count { $0.isGuess } }

  /// What the last answers are to the memory: a miss is Again, a right guess Hard, right and sure
  /// Good; an unanswered question is nothing.
  /// - Parameter days: the intervals granted, in the form's order; nil leaves one to the model.
  package func reviews(days: [Int?] = []) -> [Review] {
    items.enumerated().compactMap { place, item in
      guard let answer = item.answer, item.isAnswered, let isCorrect = answer.isCorrect else {
        return nil
      }
      let rating = Answer.options(answer.chosen).rating(
        isCorrect: isCorrect, isSure: answer.isSure)
      return Review(
        question: item.question.id, exam: start.exam, mode: .exam, rating: rating,
        isCorrect: isCorrect, chosen: answer.chosen, isSure: answer.isSure,
        milliseconds: item.milliseconds, days: days.indices.contains(place) ? days[place] : nil)
    }
  }
}
