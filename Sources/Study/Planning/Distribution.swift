import Glibc

/// The normal and the logistic curve.
enum Distribution {
  /// Standard deviations on either side of the mean that hold 80 % of a normal distribution.
  static let eightyPercent = 1.2815515655446004

  /// The share of a normal distribution below so many standard deviations.
  static func normal(_ deviations: Double) -> Double { 0.5 * erfc(-deviations / 2.0.squareRoot()) }

  static func logit(_ share: Double) -> Double { log(share / (1 - share)) }

  static func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
}
