import FSRS

/// One sitting with cards: what is asked next, what was answered, what comes back.
///
/// A plain value: every step is handed the moment and the learner's progress, and returns the
/// event that has to be on disk before its result is shown.
package struct StudySession: Equatable, Sendable {
  package let exam: String
  package let mode: Review.Mode
  /// The cards of the plan, and how many of them were taken from it.
  private let cards: [String]
  private var taken: Int
  /// Missed cards that come back in this session.
  package private(set) var waiting: [Waiting]
  /// The card on screen; nil when the session is over.
  package private(set) var current: String?
  package private(set) var answered: [Answered]
  /// Milliseconds of ``Now/elapsed`` when the current card was shown.
  package private(set) var shownAt: Int64
  package let startedAt: Int64
  /// How many cards are due on each of the next days, kept up with what is granted here.
  private var load: [Int]
  private var steps: [Step] = []

  /// A missed card and when it comes back: after the instant (milliseconds since 1970) and the
  /// number of answers, whichever is later.
  package struct Waiting: Equatable, Sendable {
    package var id: String
    package var dueAt: Int64
    package var afterAnswers: Int
  }

  /// One answer of this session.
  package struct Answered: Equatable, Sendable {
    package var event: EventID
    package var question: String
    package var domain: String
    package var kind: Question.Kind
    package var rating: Rating
    package var isCorrect: Bool
    package var isSure: Bool?
    package var isFirst: Bool
    package var milliseconds: Int
  }

  /// What an undo goes back to.
  private struct Step: Equatable, Sendable {
    var event: EventID
    var taken: Int
    var waiting: [Waiting]
    var current: String?
    /// The number of answers; the last of them as it was then.
    var answers: Int
    var lastAnswer: Answered?
    /// The day whose load grew with the step.
    var loadedDay: Int?
  }

  /// How many other cards lie between a miss and its return.
  package static let cardsBetween = 8

  /// Begins a session with the first card of the plan.
  /// - Parameter load: how many cards are due on each of the next days, today first.
  package init(
    exam: String, mode: Review.Mode = .study, cards: [String], load: [Int], now: Now
  ) {
    self.exam = exam
    self.mode = mode
    self.cards = cards
    planned = Set(cards).count
    taken = cards.isEmpty ? 0 : 1
    waiting = []
    current = cards.first
    answered = []
    shownAt = now.elapsed
    startedAt = now.elapsed
    self.load = load
  }

  /// Cards that are still to be answered, the current one among them.
  package var remaining: Int { cards.count - taken + waiting.count + (current == nil ? 0 : 1) }

  /// Cards of the plan, each counted once.
  package let planned: Int
  /// Cards that were answered in this session.
  package private(set) var met: Set<String> = []

  /// Whether an undo would find anything.
  package var canUndo: Bool { !steps.isEmpty }

  /// The order in which the current card's options are shown: positions in the file's order.
  package func optionOrder(of question: Question, answers: Int) -> [Int] {
    guard let set = question.optionSet else { return [] }
    var order = Array(set.options.indices)
    guard !set.fixedOrder else { return order }
    var generator = SplitMix64(
      seed: Scheduler.seed(question: question.id, answers: answers) ^ 0x6f70_7469)
    for position in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(position, Int(generator.next() % UInt64(position + 1)))
    }
    return order
  }

  /// The interval in days that each passing rating would grant to the current card.
  package func intervals(for question: Question, progress: Progress, now: Now) -> PassingIntervals {
    let card = progress[question.id]
    return Scheduler.intervals(
      for: card, model: progress.model, retention: progress.settings.retention,
      today: now.studyDay,
      seed: Scheduler.seed(question: question.id, answers: card.answers),
      dueCount: { $0 < load.count ? load[$0] : 0 })
  }

  /// Takes the answer to the current card; the event must be on disk before the verdict is shown.
  package mutating func answer(
    _ answer: Answer, isSure: Bool?, to question: Question, progress: Progress, now: Now,
    id: EventID
  ) -> HistoryEvent {
    let card = progress[question.id]
    let isCorrect = answer.isCorrect(for: question)
    let rating = answer.rating(isCorrect: isCorrect, isSure: isSure)
    let days = intervals(for: question, progress: progress, now: now)[rating]
    let spent = Int(max(0, now.elapsed - shownAt))
    let counts = mode != .study && (card.memory == nil || card.isDue(on: now.studyDay))
    var review = Review(
      question: question.id, exam: exam, mode: mode, rating: rating, isCorrect: isCorrect,
      isSure: isSure, milliseconds: spent, days: days, counts: counts)
    switch answer {
    case .options(let chosen): review.chosen = chosen
    case .typed(let text): review.typed = text
    case .rated: break
    }
    remember(id)
    answered.append(
      Answered(
        event: id, question: question.id, domain: question.domain(in: exam) ?? question.domain,
        kind: question.kind, rating: rating, isCorrect: isCorrect, isSure: isSure,
        isFirst: card.answers == 0, milliseconds: spent))
    met.insert(question.id)
    waiting.removeAll { $0.id == question.id }
    if rating == .again {
      waiting.append(
        Waiting(
          id: question.id, dueAt: now.milliseconds + Scheduler.learningStep,
          afterAnswers: answered.count + StudySession.cardsBetween))
    } else if review.movesSchedule, let days, days < load.count {
      load[days] += 1
      steps[steps.count - 1].loadedDay = days
    }
    return HistoryEvent(
      id: id, milliseconds: now.milliseconds, zoneMinutes: now.zoneMinutes,
      action: .review(review))
  }

  /// Overrules the rating of the last answer; nil where it was a miss, whose rating is fixed.
  package mutating func regrade(
    _ rating: Rating, intervals: PassingIntervals, now: Now, id: EventID
  ) -> HistoryEvent? {
    guard let last = answered.indices.last, answered[last].rating != .again, rating != .again
    else { return nil }
    answered[last].rating = rating
    return HistoryEvent(
      id: id, milliseconds: now.milliseconds, zoneMinutes: now.zoneMinutes,
      action: .grade(of: answered[last].event, rating: rating, days: intervals[rating]))
  }

  /// Goes on to the next card: a missed one that is ready, else the next of the plan, else the
  /// missed one that has waited longest.
  package mutating func advance(at now: Now) {
    shownAt = now.elapsed
    if let ready = waiting.firstIndex(where: {
      $0.dueAt <= now.milliseconds && $0.afterAnswers <= answered.count
    }) {
      current = waiting.remove(at: ready).id
    } else if taken < cards.count {
      current = cards[taken]
      taken += 1
    } else if !waiting.isEmpty {
      current = waiting.removeFirst().id
    } else {
      current = nil
    }
  }

  /// Puts the current card away unanswered, for an event that suspends or buries it.
  package mutating func putAway(_ id: EventID, at now: Now) {
    remember(id)
    advance(at: now)
  }

  /// Notes an event on the current card that an undo may withdraw.
  package mutating func remember(_ event: EventID) {
    steps.append(
      Step(
        event: event, taken: taken, waiting: waiting, current: current, answers: answered.count,
        lastAnswer: answered.last))
  }

  /// Takes the last step of the session back; the event withdraws it.
  package mutating func undo(at now: Now, id: EventID) -> HistoryEvent? {
    guard let step = steps.popLast() else { return nil }
    taken = step.taken
    waiting = step.waiting
    current = step.current
    answered.removeSubrange(step.answers...)
    met = Set(answered.map(\.question))
    if let last = step.lastAnswer { answered[step.answers - 1] = last }
    if let day = step.loadedDay { load[day] -= 1 }
    shownAt = now.elapsed
    return HistoryEvent(
      id: id, milliseconds: now.milliseconds, zoneMinutes: now.zoneMinutes,
      action: .undo(of: step.event))
  }
}
