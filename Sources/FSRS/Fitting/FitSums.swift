/// What a pass over reviews adds up: the loss, its gradient, and where asked its curvature.
///
/// Places 0 to 3 are by the logarithm of a first stability, the others by the weight itself.
struct FitSums: Equatable, Sendable {
  /// Weighted log loss in nats.
  var loss = 0.0
  var gradient = [Double](repeating: 0, count: FSRS6Weights.count)
  /// The expected second derivatives (Fisher information), 21 by 21; empty where not asked for.
  var curvature: [Double] = []

  static func += (left: inout FitSums, right: FitSums) {
    left.loss += right.loss
    for index in left.gradient.indices { left.gradient[index] += right.gradient[index] }
    if left.curvature.isEmpty {
      left.curvature = right.curvature
    } else {
      for index in right.curvature.indices { left.curvature[index] += right.curvature[index] }
    }
  }

  /// Adds the gradient of the cards with this first rating.
  mutating func addGradient(_ lanes: WeightLanes, first: Int) {
    for (weight, value) in zip(WeightLanes.weights(first: first), lanes.numbers) {
      gradient[weight] += value
    }
  }

  /// Adds the curvature of the cards with this first rating; only blocks on and below the
  /// diagonal of `rows` are filled.
  mutating func addCurvature(_ rows: UnsafeMutablePointer<WeightLanes>, first: Int) {
    let count = FSRS6Weights.count
    if curvature.isEmpty { curvature = [Double](repeating: 0, count: count * count) }
    let weights = WeightLanes.weights(first: first)
    for row in 0..<WeightLanes.count {
      let numbers = rows[row].numbers
      for column in 0...row {
        let (a, b) = (weights[row], weights[column])
        curvature[a * count + b] += numbers[column]
        if a != b { curvature[b * count + a] += numbers[column] }
      }
    }
  }
}
