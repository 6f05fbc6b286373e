/// The scored reviews of a history in time order, ready to be predicted by any model.
struct ScoredReviews: Sendable {
  private let histories: ReviewHistories
  /// Rank, outcome and bin of each; the chance is still to be filled in.
  private let scored: [(rank: UInt32, outcome: Prediction)]

  init(_ histories: ReviewHistories) {
    self.histories = histories
    var scored: [(rank: UInt32, outcome: Prediction)] = []
    scored.reserveCapacity(histories.scored)
    for card in 0..<(histories.starts.count - 1) {
      var (length, lapses) = (1, 0)
      let range = Int(histories.starts[card])..<Int(histories.starts[card + 1])
      for review in histories.reviews[range] where review.days > 0 {
        length += 1
        let bin = PredictionBin.number(days: Int(review.days), length: length, lapses: lapses)
        scored.append(
          (review.rank, Prediction(chance: 0, passed: review.rating.isPass, bin: bin)))
        if !review.rating.isPass { lapses += 1 }
      }
    }
    self.scored = scored.sorted { $0.rank < $1.rank }
  }

  /// What happened in the reviews of these ranks, in time order; every chance is 0.
  func outcomes(_ ranks: Range<Int>) -> [Prediction] {
    scored.lazy.filter { ranks.contains(Int($0.rank)) }.map(\.outcome)
  }

  /// What a model says of the reviews of these ranks, in time order.
  func predictions(of model: FSRS6, _ ranks: Range<Int>) -> [Prediction] {
    let histories = histories
    let parts = ChunkedWork.results(histories.chunks.indices) { chunk in
      ScoredReviews.chances(of: model, over: histories.chunks[chunk], histories)
    }
    var chances = [Double](repeating: 0, count: histories.count)
    for (rank, chance) in parts.joined() { chances[Int(rank)] = chance }
    return scored.lazy.filter { ranks.contains(Int($0.rank)) }.map { rank, outcome in
      Prediction(chance: chances[Int(rank)], passed: outcome.passed, bin: outcome.bin)
    }
  }

  private static func chances(
    of model: FSRS6, over cards: Range<Int>, _ histories: ReviewHistories
  ) -> [(rank: UInt32, chance: Double)] {
    var chances: [(UInt32, Double)] = []
    for card in cards {
      let range = Int(histories.starts[card])..<Int(histories.starts[card + 1])
      guard let first = histories.reviews[range].first else { continue }
      var state = model.firstState(first.rating)
      for review in histories.reviews[range].dropFirst() {
        let step = model.review(state, elapsedDays: Double(review.days), rating: review.rating)
        state = step.state
        if review.days > 0 { chances.append((review.rank, step.retrievability)) }
      }
    }
    return chances
  }
}
