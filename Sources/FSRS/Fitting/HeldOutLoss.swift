import Glibc

/// The log loss of several models over the same reviews, in slices.
struct HeldOutLoss: Equatable, Sendable {
  private let histories: ReviewHistories
  private let models: [FSRS6]
  /// The ranks of the reviews that count; what comes before is only remembered.
  private let ranks: Range<UInt32>
  private var nextChunk = 0
  private(set) var sums: Sums

  struct Sums: Equatable, Sendable {
    /// How many reviews were scored.
    var scored = 0
    /// The log loss of each model in nats.
    var losses: [Double]
  }

  init(_ histories: ReviewHistories, models: [FSRS6], ranks: Range<Int>) {
    self.histories = histories
    self.models = models
    self.ranks = UInt32(ranks.lowerBound)..<UInt32(ranks.upperBound)
    sums = Sums(losses: [Double](repeating: 0, count: models.count))
  }

  var isFinished: Bool { nextChunk == histories.chunks.count }

  /// The share of the work that is done, 0 to 1.
  var progress: Double { Double(nextChunk) / Double(max(1, histories.chunks.count)) }

  /// Goes on for about `budget` reviews, at least one chunk; what is left of the budget.
  mutating func advance(reviews budget: Int) -> Int {
    guard !isFinished else { return budget }
    let left = histories.chunks.count - nextChunk
    let cost = ReviewHistories.chunkSize * models.count / 2
    let count = min(left, max(1, budget / max(1, cost)))
    let (histories, models, ranks) = (histories, models, ranks)
    let parts = ChunkedWork.results(nextChunk..<(nextChunk + count)) { chunk in
      HeldOutLoss.sums(over: histories.chunks[chunk], of: histories, models, ranks)
    }
    for part in parts {
      sums.scored += part.scored
      for index in models.indices { sums.losses[index] += part.losses[index] }
    }
    nextChunk += count
    return max(0, budget - count * cost)
  }

  private static func sums(
    over cards: Range<Int>, of histories: ReviewHistories, _ models: [FSRS6],
    _ ranks: Range<UInt32>
  ) -> Sums {
    var sums = Sums(losses: [Double](repeating: 0, count: models.count))
    for card in cards {
      let reviews = histories.reviews[
        Int(histories.starts[card])..<Int(histories.starts[card + 1])]
      // Only cards that are met again in the range matter.
      guard let first = reviews.first, let last = reviews.last, last.rank >= ranks.lowerBound
      else { continue }
      var states = models.map { $0.firstState(first.rating) }
      for review in reviews.dropFirst() {
        guard review.rank < ranks.upperBound else { break }
        let isScored = review.days > 0 && review.rank >= ranks.lowerBound
        for (index, model) in models.enumerated() {
          let step = model.review(
            states[index], elapsedDays: Double(review.days), rating: review.rating)
          states[index] = step.state
          guard isScored else { continue }
          sums.losses[index] += LogLoss.of(
            step.retrievability, passed: review.rating.isPass)
        }
        if isScored { sums.scored += 1 }
      }
    }
    return sums
  }
}

/// The price of a prediction.
enum LogLoss {
  /// -ln of the probability given to what happened, which is kept from 0 as fsrs-rs does.
  @inline(__always)
  static func of(_ chance: Double, passed: Bool) -> Double {
    let bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return -log(passed ? bounded : 1 - bounded)
  }
}
