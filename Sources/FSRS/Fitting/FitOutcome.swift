/// What a fit proposes, and why.
package struct FitOutcome: Equatable, Sendable {
  /// The log loss of two sets of weights over the same reviews.
  package struct Comparison: Equatable, Sendable {
    /// How many reviews were scored.
    package var reviews: Int
    /// Nats a review under the old weights.
    package var before: Double
    /// Nats a review under the new weights.
    package var after: Double
    init(_ sums: HeldOutLoss.Sums) {
      let count = Double(max(1, sums.scored))
      reviews = sums.scored
      before = sums.losses[0] / count
      after = sums.losses[1] / count
    }
  }

  package enum Verdict: Equatable, Sendable {
    /// The weights of the earlier reviews predicted the later ones better than the defaults did.
    case better(Comparison)
    /// They did not, or the present weights are better over all; those stay.
    case noBetter(Comparison)
    /// Too few reviews on a later day to say anything; the old weights stay.
    case tooFew(scored: Int)
  }

  /// The weights to be used from now on.
  package var weights: [Double]
  package var verdict: Verdict
  /// How many reviews were given.
  package var reviews: Int
  /// The present and the proposed weights over all scored reviews.
  package var all: Comparison

  init(weights: [Double], verdict: Verdict, reviews: Int, all: Comparison) {
    self.weights = weights
    self.verdict = verdict
    self.reviews = reviews
    self.all = all
  }
}
