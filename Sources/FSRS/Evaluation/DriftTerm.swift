import Glibc

/// A small correction that follows a learner's better and worse days.
///
/// It is added to the log odds of every prediction and moves after every answer towards what
/// happened: b' = b + rate (passed - p), one step of online logistic regression.
package struct DriftTerm: Equatable, Sendable {
  /// How fast it follows; 0 is no correction.
  package let rate: Double
  /// What is added to the log odds.
  package private(set) var shift = 0.0

  package init(rate: Double) { self.rate = rate }

  /// The rates that are tried; no correction comes first and wins ties.
  package static let rates = [0, 0.01, 0.02, 0.04, 0.08]

  /// The corrected chance of recall.
  package func corrected(_ chance: Double) -> Double {
    guard shift != 0 else { return chance }
    let bounded = min(max(chance, 1e-4), 1 - 1e-4)
    let odds = bounded / (1 - bounded) * exp(shift)
    return odds / (1 + odds)
  }

  /// Learns from an answer that had been given the corrected chance `corrected`.
  package mutating func learn(corrected: Double, passed: Bool) {
    shift += rate * ((passed ? 1 : 0) - corrected)
  }

  /// The predictions, in time order, each corrected by what was learned before it.
  package mutating func corrected(_ predictions: some Sequence<Prediction>) -> [Prediction] {
    predictions.map { prediction in
      var better = prediction
      better.chance = corrected(prediction.chance)
      learn(corrected: better.chance, passed: prediction.passed)
      return better
    }
  }

  /// The rate that predicted these answers best, and the term as they left it.
  package static func best(for predictions: [Prediction]) -> DriftTerm {
    var best = DriftTerm(rate: 0)
    var least = Double.infinity
    for rate in rates {
      var term = DriftTerm(rate: rate)
      let loss = term.corrected(predictions)
        .reduce(0) { $0 + LogLoss.of($1.chance, passed: $1.passed) }
      if loss < least {
        least = loss
        best = term
      }
    }
    return best
  }
}
