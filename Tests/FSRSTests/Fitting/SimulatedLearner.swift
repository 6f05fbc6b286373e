@testable import FSRS

/// A learner who forgets exactly as given weights say; cards are asked when due.
struct SimulatedLearner {
  private let model: FSRS6
  private var seed: UInt64
  private(set) var reviews: [TimedReview] = []
  /// The true chance of recall of each review; nil where none is predicted.
  private(set) var chances: [Double?] = []

  /// - Parameters:
  ///   - perDay: new cards a day.
  ///   - drift: moves the log odds of recall on a day.
  init(
    _ model: FSRS6, days: Int, perDay: Int, seed: UInt64 = 1, drift: (Int) -> Double = { _ in 0 }
  ) {
    self.model = model
    self.seed = seed &* 1_000_003
    var cards: [(state: MemoryState, last: Int, due: Int)] = []
    for day in 0..<days {
      for index in cards.indices where cards[index].due <= day {
        let elapsed = Double(day - cards[index].last)
        let recall = model.retrievability(cards[index].state, elapsedDays: elapsed)
        let odds = recall / (1 - recall) * exponential(drift(day))
        let chance = odds / (1 + odds)
        let rating: Rating = draw() < chance ? pick([0, 0.1, 0.8, 0.1]) : .again
        record(index, day, rating, chance: chance)
        cards[index].state = model.nextState(
          cards[index].state, elapsedDays: elapsed, rating: rating)
        settle(&cards[index], index, day, rating)
      }
      for _ in 0..<perDay {
        let rating = pick([0.24, 0.09, 0.5, 0.17])
        cards.append((model.firstState(rating), day, 0))
        record(cards.count - 1, day, rating, chance: nil)
        settle(&cards[cards.count - 1], cards.count - 1, day, rating)
      }
    }
  }

  /// After Again one more review on the same day; then the next day to come.
  private mutating func settle(
    _ card: inout (state: MemoryState, last: Int, due: Int), _ index: Int, _ day: Int,
    _ rating: Rating
  ) {
    if rating == .again {
      record(index, day, .good, chance: nil)
      card.state = model.nextState(card.state, elapsedDays: 0, rating: .good)
    }
    card.last = day
    let interval = model.interval(card.state, retention: 0.9) * (0.8 + 0.6 * draw())
    card.due = day + WholeDays.nearest(interval)
  }

  private mutating func record(_ card: Int, _ day: Int, _ rating: Rating, chance: Double?) {
    reviews.append(TimedReview(card: Int32(card), day: Int32(day), rating: rating))
    chances.append(chance)
  }

  private mutating func draw() -> Double {
    seed &+= 1
    return SeededDraw.unit(seed)
  }

  private mutating func pick(_ shares: [Double]) -> Rating {
    var rest = draw()
    for (share, rating) in zip(shares, Rating.allCases) {
      rest -= share
      if rest < 0 { return rating }
    }
    return .good
  }

  /// e^x for small x, without another import.
  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1...20 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }
}

extension SimulatedLearner {
  /// Weights that differ from the defaults about as much as a real learner's.
  static let weights = [
    0.40, 1.20, 3.10, 12.0, 6.6, 0.75, 2.70, 0.02, 1.65, 0.20, 0.75, 1.60, 0.08, 0.30, 1.45, 0.50,
    2.20, 0.60, 0.15, 0.08, 0.20,
  ]
}
