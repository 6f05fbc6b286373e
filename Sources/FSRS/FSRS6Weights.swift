import Glibc

/// The 21 weights of FSRS-6: defaults, bounds, and the way from older versions.
package enum FSRS6Weights {
  /// How many there are: w0 to w20.
  package static let count = 21

  /// The published defaults, fitted to thousands of collections.
  package static let defaults: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// The range of each weight; w19 may be 0, which switches short-term memory off.
  package static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,
    1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5,
    0.001...0.25, 0.001...0.9, 0...4, 0...1,
    1...6, 0...2, 0...2, 0...0.8, 0.1...0.8,
  ]

  /// The weights of FSRS-6 that `given` stands for.
  ///
  /// 21 weights are taken as they are; 19 (FSRS-5) and 17 (FSRS-4.5) are converted as fsrs-rs
  /// does, with the old forgetting curve kept by w20 = 0.5.
  package static func checked(_ given: [Double]) throws(WeightsError) -> [Double] {
    if let index = given.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(index: index)
    }
    var weights = given
    switch given.count {
    case 21: break
    case 19: weights += [0, 0.5]
    case 17:
      weights[4] = given[5] * 2 + given[4]
      weights[5] = log1p(given[5] * 3) / 3
      weights[6] = given[6] + 0.5
      weights += [0, 0, 0, 0.5]
    case 34: throw .needsFSRS7
    default: throw .wrongCount(given.count)
    }
    for (index, range) in bounds.enumerated() where !range.contains(weights[index]) {
      throw .outOfBounds(index: index, value: weights[index], allowed: range)
    }
    return weights
  }

  /// Every weight moved into its range.
  package static func clamped(_ weights: [Double]) -> [Double] {
    zip(weights, bounds).map { weight, range in
      min(max(weight, range.lowerBound), range.upperBound)
    }
  }
}
