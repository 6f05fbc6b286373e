import FSRS

/// A made-up learner who forgets by known FSRS-6 weights, day by day.
///
/// New cards come every day; cards are asked when due at a retention of 0.90 with Anki's fuzz, and
/// one in seven slips to a later day. Passes are 10 % Hard, 80 % Good, 10 % Easy; what was missed
/// or is new is asked again on the same day until it is passed, at most four times.
struct FitSimulation {
  /// The answers, in time order.
  private(set) var reviews: [TimedReview] = []
  /// The true chance of recall of each answer; nil where none is predicted.
  private(set) var chances: [Double?] = []

  /// The weights that the learner forgets by.
  static let weights = [
    0.40, 1.20, 3.10, 12.0, 6.6, 0.75, 2.70, 0.02, 1.65, 0.20, 0.75, 1.60, 0.08, 0.30, 1.45, 0.50,
    2.20, 0.60, 0.15, 0.08, 0.20,
  ]

  private struct Card {
    var state: MemoryState
    var last: Int
  }

  private let model: FSRS6
  private var generator: SplitMix
  private var cards: [Card] = []
  /// Cards by the day on which they are due.
  private var due: [[Int]] = []

  /// About `count` reviews, cut to exactly that.
  init(count: Int, seed: UInt64, model: FSRS6) {
    self.model = model
    generator = SplitMix(state: seed)
    let perDay = count <= 20_000 ? count / 2_400 + 1 : count / 9_000 + 1
    var day = 0
    while reviews.count < count {
      study(day, newCards: perDay)
      day += 1
    }
    reviews.removeLast(reviews.count - count)
    chances.removeLast(chances.count - count)
  }

  private mutating func study(_ day: Int, newCards: Int) {
    var again: [(card: Int, rating: Rating, isNew: Bool)] = []
    for card in day < due.count ? due[day] : [] {
      if generator.unit() < 0.15 {
        put(card, on: day + 1)
        continue
      }
      let elapsed = Double(day - cards[card].last)
      let recall = model.retrievability(cards[card].state, elapsedDays: elapsed)
      let rating =
        generator.unit() < recall ? pick([(.hard, 0.1), (.good, 0.8), (.easy, 0.1)]) : .again
      cards[card].state = model.nextState(
        cards[card].state, elapsedDays: elapsed, rating: rating)
      cards[card].last = day
      record(card, day, rating, recall)
      again.append((card, rating, false))
    }
    for _ in 0..<newCards {
      let rating = pick([(.again, 0.24), (.hard, 0.09), (.good, 0.5), (.easy, 0.17)])
      cards.append(Card(state: model.firstState(rating), last: day))
      record(cards.count - 1, day, rating, nil)
      again.append((cards.count - 1, rating, true))
    }
    for (card, rating, isNew) in again {
      if rating == .again || (isNew && rating != .easy) { relearn(card, day) }
      let interval = model.interval(cards[card].state, retention: 0.9).rounded()
      let days = IntervalFuzz.days(around: max(1, interval))
      put(card, on: day + IntervalFuzz.draw(from: days, seed: generator.next()))
    }
    if day < due.count { due[day] = [] }
  }

  private mutating func relearn(_ card: Int, _ day: Int) {
    for _ in 0..<4 {
      let rating: Rating = generator.unit() < 0.85 ? .good : .again
      cards[card].state = model.nextState(cards[card].state, elapsedDays: 0, rating: rating)
      record(card, day, rating, nil)
      if rating == .good { return }
    }
  }

  private mutating func record(_ card: Int, _ day: Int, _ rating: Rating, _ chance: Double?) {
    reviews.append(TimedReview(card: Int32(card), day: Int32(day), rating: rating))
    chances.append(chance)
  }

  private mutating func put(_ card: Int, on day: Int) {
    while due.count <= day { due.append([]) }
    due[day].append(card)
  }

  private mutating func pick(_ shares: [(Rating, Double)]) -> Rating {
    var rest = generator.unit()
    for (rating, share) in shares {
      rest -= share
      if rest < 0 { return rating }
    }
    return .good
  }
}

/// A small generator of numbers that look random, the same for the same start.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return state
  }

  /// A number in 0..<1.
  mutating func unit() -> Double { SeededDraw.unit(next()) }
}
