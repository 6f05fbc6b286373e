import Glibc

/// What is believed of a learner's weights before any review was seen.
///
/// A normal distribution around the defaults: for w0 to w3 over their logarithms, for the others
/// over the weights themselves with the spread found over thousands of collections.
struct FitPrior: Equatable, Sendable {
  /// The most likely place, in the coordinates of ``FitSums``.
  let centre: [Double]
  /// The inverse covariance, 21 by 21.
  let precision: [Double]

  /// The spread of w4 to w20 among collections (srs-benchmark).
  static let spreads: [Double] = [
    0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
    0.27,
  ]

  /// How much closer to the defaults learners lie than ``spreads`` says, as a factor on the
  /// precision: the published spread is also that of the fits themselves, and 2 is the strength
  /// of fsrs-rs.
  static let strength = 3.0

  /// How far the first stabilities of a learner lie from the defaults, all four together and each
  /// by itself, as standard deviations of their logarithms.
  static let firstSpreads = (common: 0.8, own: 0.5)

  init() {
    let count = FSRS6Weights.count
    centre = FitPrior.coordinates(of: FSRS6Weights.defaults)
    var precision = [Double](repeating: 0, count: count * count)
    // The inverse of own^2 I + common^2 11^T.
    let own = 1 / (FitPrior.firstSpreads.own * FitPrior.firstSpreads.own)
    let common = FitPrior.firstSpreads.common * FitPrior.firstSpreads.common
    let shared = own * own * common / (1 + 4 * own * common)
    for row in 0..<4 {
      for column in 0..<4 {
        precision[row * count + column] = (row == column ? own : 0) - shared
      }
    }
    for (index, spread) in FitPrior.spreads.enumerated() {
      precision[(index + 4) * (count + 1)] = FitPrior.strength / (spread * spread)
    }
    self.precision = precision
  }

  /// Half the squared distance from the centre, in nats, and its gradient.
  func penalty(at point: [Double]) -> (value: Double, gradient: [Double]) {
    let away = zip(point, centre).map { $0 - $1 }
    var gradient = [Double](repeating: 0, count: away.count)
    var value = 0.0
    for row in away.indices {
      for column in away.indices {
        gradient[row] += precision[row * away.count + column] * away[column]
      }
      value += 0.5 * away[row] * gradient[row]
    }
    return (value, gradient)
  }

  /// The logarithms of w0 to w3, and the other weights as they are.
  static func coordinates(of weights: [Double]) -> [Double] {
    weights.enumerated().map { $0.offset < 4 ? log($0.element) : $0.element }
  }

  /// The weights at a point.
  static func weights(at point: [Double]) -> [Double] {
    FSRS6Weights.clamped(point.enumerated().map { $0.offset < 4 ? exp($0.element) : $0.element })
  }

  /// The bounds of the weights in these coordinates.
  ///
  /// w15 and w19 stay above 0, where their derivatives end and short-term memory is off.
  static let bounds: [ClosedRange<Double>] = FSRS6Weights.bounds.enumerated().map { index, range in
    switch index {
    case 0..<4: log(range.lowerBound)...log(range.upperBound)
    case 15, 19: 0.01...range.upperBound
    default: range
    }
  }
}
