import FSRS
import Study

/// The history of a made-up learner who forgets by given weights, day by day, up to yesterday.
///
/// Cards are asked when they are due by the default weights, and what the schedule granted stands
/// in the lines. What is missed is asked once more on the same day.
package struct SimulatedHistory {
  package private(set) var events: [HistoryEvent] = []

  /// Weights that differ from the defaults about as much as a real learner's.
  package static let weights = [
    0.40, 1.20, 3.10, 12.0, 6.6, 0.75, 2.70, 0.02, 1.65, 0.20, 0.75, 1.60, 0.08, 0.30, 1.45, 0.50,
    2.20, 0.60, 0.15, 0.08, 0.20,
  ]

  private struct Card {
    var question: String
    /// What the learner remembers, and what the program believes.
    var truth: MemoryState
    var belief: MemoryState
    var last: Int
    var due: Int
  }

  private let truth: FSRS6
  private let device: UInt32
  private var seed: UInt64
  private var cards: [Card] = []

  /// - Parameters:
  ///   - questions: met in this order, `perDay` a day, from `days` days ago on.
  ///   - until: the day after the last one, by the number of days from 22 November 2026.
  package init(
    _ questions: [String], weights: [Double] = SimulatedHistory.weights, days: Int, perDay: Int,
    until end: Int = 0, device: UInt32 = 42, seed: UInt64 = 1
  ) throws {
    truth = try FSRS6(weights: weights)
    self.device = device
    self.seed = seed &* 1_000_003
    var unseen = questions[...]
    for day in (end - days)..<end {
      for index in cards.indices where cards[index].due <= day { recall(index, day) }
      for question in unseen.prefix(perDay) { meet(question, day) }
      unseen = unseen.dropFirst(perDay)
    }
  }

  private mutating func meet(_ question: String, _ day: Int) {
    let rating = pick([0.24, 0.09, 0.5, 0.17])
    cards.append(
      Card(
        question: question, truth: truth.firstState(rating),
        belief: FSRS6.standard.firstState(rating), last: day, due: day))
    settle(cards.count - 1, day, rating)
  }

  private mutating func recall(_ index: Int, _ day: Int) {
    let elapsed = Double(day - cards[index].last)
    let chance = truth.retrievability(cards[index].truth, elapsedDays: elapsed)
    let rating: Rating = draw() < chance ? pick([0, 0.1, 0.8, 0.1]) : .again
    move(index, elapsed, rating)
    settle(index, day, rating)
  }

  /// Writes the answer; after a miss one more on the same day, which passes.
  private mutating func settle(_ index: Int, _ day: Int, _ rating: Rating) {
    cards[index].last = day
    guard rating.isPass else {
      record(index, day, rating, days: nil)
      move(index, 0, .good)
      settle(index, day, .good)
      return
    }
    let interval = FSRS6.standard.interval(cards[index].belief, retention: 0.9)
    let days = IntervalFuzz.draw(from: IntervalFuzz.days(around: max(1, interval)), seed: next())
    cards[index].due = day + days
    record(index, day, rating, days: days)
  }

  private mutating func move(_ index: Int, _ elapsed: Double, _ rating: Rating) {
    cards[index].truth = truth.nextState(
      cards[index].truth, elapsedDays: elapsed, rating: rating)
    cards[index].belief = FSRS6.standard.nextState(
      cards[index].belief, elapsedDays: elapsed, rating: rating)
  }

  private mutating func record(_ index: Int, _ day: Int, _ rating: Rating, days: Int?) {
    let review = Review(
      question: cards[index].question, exam: "CPC", rating: rating, isCorrect: rating.isPass,
      isSure: true, milliseconds: 20_000, days: days)
    // From 10:00 on, two answers a second, so that a long day has room.
    var moment = Now.at(minute: 600, day: day)
    moment.milliseconds = max(moment.milliseconds, (events.last?.milliseconds ?? 0) + 500)
    events.append(
      .make(.review(review), at: moment, sequence: events.count + 1, device: device))
  }

  private mutating func next() -> UInt64 {
    seed &+= 1
    return seed
  }

  private mutating func draw() -> Double { SeededDraw.unit(next()) }

  private mutating func pick(_ shares: [Double]) -> Rating {
    var rest = draw()
    for (share, rating) in zip(shares, Rating.allCases) {
      rest -= share
      if rest < 0 { return rating }
    }
    return .good
  }
}

extension History {
  /// A sorted history of these events.
  package static func make(_ events: [HistoryEvent]) -> History {
    var history = History()
    for event in events { history.append(event) }
    history.sort()
    return history
  }
}
