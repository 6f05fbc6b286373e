import Glibc

/// Sums loss, exact gradient and curvature of FSRS-6 over packed reviews.
///
/// Forward differentiation: beside S and D of a card run the derivatives of ln S and of D by the
/// weights, updated with each review by the chain rule; no tape, no allocation.
struct SensitivityPass: Sendable {
  let weights: [Double]
  let constants: FSRS6.Constants
  /// F'/F by w20.
  let factorSlope: Double
  /// D0(4) by w5: -3 e^(3 w5).
  let easySlope: Double
  /// D0(4), unclamped.
  let easy: Double
  /// Reviews from this rank on are left out.
  private let end: UInt32
  private let recency: Recency

  init(model: FSRS6, end: Int, recency: Recency) {
    weights = model.weights
    constants = model.constants
    let w = model.weights
    factorSlope =
      (constants.factor + 1) * log(0.9) / (w[20] * w[20]) / constants.factor
    easySlope = -3 * exp(3 * w[5])
    easy = w[4] - exp(3 * w[5]) + 1
    self.end = UInt32(end)
    self.recency = recency
  }

  /// Sums over the cards of one chunk.
  func sums(over cards: Range<Int>, of histories: ReviewHistories, curvature: Bool) -> FitSums {
    var sums = FitSums()
    let rows = WeightLanes.count
    withUnsafeTemporaryAllocation(of: WeightLanes.self, capacity: 4 * (rows + 1)) { buffer in
      guard let lanes = buffer.baseAddress else { return }
      lanes.initialize(repeating: WeightLanes(), count: 4 * (rows + 1))
      histories.reviews.withUnsafeBufferPointer { reviews in
        for card in cards {
          let range = Int(histories.starts[card])..<Int(histories.starts[card + 1])
          let first = Int(reviews[range.lowerBound].rating.rawValue) - 1
          let base = lanes + first * (rows + 1)
          follow(
            UnsafeBufferPointer(rebasing: reviews[range]), into: &sums, gradient: base,
            curvature: curvature ? base + 1 : nil)
        }
      }
      for first in 0..<4 {
        let base = lanes + first * (rows + 1)
        sums.addGradient(base.pointee, first: first)
        if curvature { sums.addCurvature(base + 1, first: first) }
      }
    }
    return sums
  }

  /// Follows one card through its reviews.
  private func follow(
    _ reviews: UnsafeBufferPointer<ReviewHistories.Review>, into sums: inout FitSums,
    gradient: UnsafeMutablePointer<WeightLanes>, curvature: UnsafeMutablePointer<WeightLanes>?
  ) {
    guard reviews[0].rank < end else { return }
    var card = CardSensitivity(first: reviews[0].rating, weights: weights, constants: constants)
    for review in reviews.dropFirst() {
      guard review.rank < end else { return }
      if review.days == 0 {
        reviewSameDay(&card, review.rating)
        continue
      }
      let recall = recall(of: card, after: Double(review.days))
      let weight = recency.weight(rank: review.rank)
      let passed = review.rating != .again
      let bounded = min(max(recall.chance, 1e-4), 1 - 1e-4)
      if bounded == recall.chance {
        sums.loss += weight * (passed ? -recall.log : -log(1 - recall.chance))
        let slope = weight * (passed ? -1 / recall.chance : 1 / (1 - recall.chance))
        gradient.pointee.add(card.logStability, times: slope * recall.byLogStability)
        gradient.pointee.ends[0] += slope * recall.byDecay
        if let curvature {
          var row = card.logStability
          row.scale(by: recall.byLogStability)
          row.ends[0] += recall.byDecay
          addSquare(of: row, times: weight / (recall.chance * (1 - recall.chance)), to: curvature)
        }
      } else {
        sums.loss -= weight * log(passed ? bounded : 1 - bounded)
      }
      if passed {
        pass(&card, review.rating, recall)
      } else {
        lapse(&card, recall)
      }
    }
  }

  /// Adds the outer product of `row` with itself; of each row only the blocks up to its own.
  @inline(__always)
  private func addSquare(
    of row: WeightLanes, times factor: Double, to rows: UnsafeMutablePointer<WeightLanes>
  ) {
    for index in 0..<4 {
      rows[index].difficulty += row.difficulty * (row.difficulty[index] * factor)
    }
    for index in 0..<8 {
      let scale = row.growth[index] * factor
      rows[4 + index].difficulty += row.difficulty * scale
      rows[4 + index].growth += row.growth * scale
    }
    for index in 0..<4 {
      let scale = row.short[index] * factor
      rows[12 + index].difficulty += row.difficulty * scale
      rows[12 + index].growth += row.growth * scale
      rows[12 + index].short += row.short * scale
    }
    for index in 0..<2 {
      rows[16 + index].add(row, times: row.ends[index] * factor)
    }
  }
}
