import Testing

@testable import FSRS

@Suite("Loss, gradient and curvature of a pass")
struct SensitivityTests {
  static let histories = ReviewHistories(
    SimulatedLearner(FSRS6(unchecked: SimulatedLearner.weights), days: 60, perDay: 4).reviews)

  /// Weights away from the defaults and from every bound.
  static func weights(_ seed: UInt64) -> [Double] {
    FSRS6Weights.defaults.enumerated().map { index, weight in
      let range = FSRS6Weights.bounds[index]
      let moved = weight * (0.8 + 0.4 * SeededDraw.unit(seed &* 100 &+ UInt64(index)))
      return min(max(moved, range.lowerBound + 0.005), range.upperBound - 0.005)
    }
  }

  static func sums(_ weights: [Double], curvature: Bool = false, end: Int? = nil) -> FitSums {
    let end = end ?? histories.count
    let pass = SensitivityPass(
      model: FSRS6(unchecked: weights), end: end, recency: Recency(count: end))
    var sums = FitSums()
    for chunk in histories.chunks {
      sums += pass.sums(over: chunk, of: histories, curvature: curvature)
    }
    return sums
  }

  @Test("the loss is that of the plain model, each review weighted by its recency")
  func loss() {
    let model = FSRS6(unchecked: Self.weights(3))
    let recency = Recency(count: Self.histories.count)
    var expected = 0.0
    for card in 0..<(Self.histories.starts.count - 1) {
      let range = Int(Self.histories.starts[card])..<Int(Self.histories.starts[card + 1])
      var state = model.firstState(Self.histories.reviews[range.lowerBound].rating)
      for review in Self.histories.reviews[range].dropFirst() {
        let step = model.review(state, elapsedDays: Double(review.days), rating: review.rating)
        state = step.state
        guard review.days > 0 else { continue }
        expected +=
          recency.weight(rank: review.rank)
          * LogLoss.of(step.retrievability, passed: review.rating.isPass)
      }
    }
    #expect(relativeError(Self.sums(model.weights).loss, expected) < 1e-12)
  }

  @Test("the gradient is exact: central differences agree for every weight", arguments: 1...5)
  func gradient(seed: Int) {
    let point = FitPrior.coordinates(of: Self.weights(UInt64(seed)))
    let sums = Self.sums(FitPrior.weights(at: point))
    for index in point.indices {
      let width = 1e-6 * max(abs(point[index]), 0.01)
      var (left, right) = (point, point)
      left[index] -= width
      right[index] += width
      let slope =
        (Self.sums(FitPrior.weights(at: right)).loss - Self.sums(FitPrior.weights(at: left)).loss)
        / (2 * width)
      #expect(
        abs(slope - sums.gradient[index]) < 1e-4 * max(1, abs(slope)),
        "w\(index): \(slope) against \(sums.gradient[index])")
    }
  }

  @Test("the curvature is the expected one: summed squares of the slopes of recall")
  func curvature() {
    let point = FitPrior.coordinates(of: Self.weights(9))
    let count = point.count
    let sums = Self.sums(FitPrior.weights(at: point), curvature: true)
    let recency = Recency(count: Self.histories.count)
    let centre = Self.chances(point)
    let slopes = point.indices.map { index in
      let width = 1e-5 * max(abs(point[index]), 0.01)
      var (left, right) = (point, point)
      left[index] -= width
      right[index] += width
      return zip(Self.chances(left), Self.chances(right)).map {
        ($1.chance - $0.chance) / (2 * width)
      }
    }
    for row in 0..<count {
      for column in 0..<count {
        var expected = 0.0
        for (index, (rank, chance)) in centre.enumerated() {
          expected +=
            recency.weight(rank: rank) * slopes[row][index] * slopes[column][index]
            / (chance * (1 - chance))
        }
        let found = sums.curvature[row * count + column]
        #expect(
          abs(found - expected) < 1e-3 * max(1, abs(expected)),
          "w\(row), w\(column): \(found) against \(expected)")
      }
    }
  }

  @Test("reviews after the end are as if they had not been given")
  func end() {
    let reviews = SimulatedLearner(.standard, days: 60, perDay: 4).reviews
    let half = ReviewHistories(Array(reviews[..<(reviews.count / 2)]))
    let whole = ReviewHistories(reviews)
    func loss(_ histories: ReviewHistories) -> Double {
      let end = half.count
      let pass = SensitivityPass(model: .standard, end: end, recency: Recency(count: end))
      return histories.chunks.reduce(0) {
        $0 + pass.sums(over: $1, of: histories, curvature: false).loss
      }
    }
    #expect(relativeError(loss(whole), loss(half)) < 1e-12)
  }

  /// The rank and chance of every scored review.
  private static func chances(_ point: [Double]) -> [(rank: UInt32, chance: Double)] {
    let model = FSRS6(unchecked: FitPrior.weights(at: point))
    var chances: [(UInt32, Double)] = []
    for card in 0..<(histories.starts.count - 1) {
      let range = Int(histories.starts[card])..<Int(histories.starts[card + 1])
      var state = model.firstState(histories.reviews[range.lowerBound].rating)
      for review in histories.reviews[range].dropFirst() {
        let step = model.review(state, elapsedDays: Double(review.days), rating: review.rating)
        state = step.state
        if review.days > 0 { chances.append((review.rank, step.retrievability)) }
      }
    }
    return chances
  }
}
