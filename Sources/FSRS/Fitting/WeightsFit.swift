/// Fits FSRS-6 to a learner's reviews and judges the result, in slices.
///
/// The weights are first fitted to the earlier two thirds of the reviews and must predict the
/// last third better than the defaults do; only then all reviews are fitted and the new weights
/// proposed. Screens call ``advance(reviews:)`` once a tick.
package struct WeightsFit: Equatable, Sendable {
  private enum Phase: Equatable, Sendable {
    case train(WeightSearch)
    case judge(HeldOutLoss, trained: [Double])
    case fit(WeightSearch)
    case compare(HeldOutLoss, fitted: [Double])
    case done(FitOutcome)
  }

  /// Fewer scored reviews than this say too little.
  package static let leastReviews = 200
  /// The share of the reviews, from the latest back, on which new weights must prove themselves.
  package static let heldOutShare = 1.0 / 3

  private let histories: ReviewHistories
  private let current: [Double]
  private var heldOut: FitOutcome.Comparison?
  private var phase: Phase

  /// A fit of all reviews in `histories` for a learner whose weights are `current`.
  package init(_ histories: ReviewHistories, current: FSRS6 = .standard) {
    self.histories = histories
    self.current = current.weights
    if histories.scored < WeightsFit.leastReviews {
      phase = .done(
        FitOutcome(
          weights: current.weights, verdict: .tooFew(scored: histories.scored),
          reviews: histories.count))
    } else {
      phase = .train(
        WeightSearch(histories, end: WeightsFit.cut(histories), start: FSRS6Weights.defaults))
    }
  }

  /// The rank at which the held-out reviews begin.
  private static func cut(_ histories: ReviewHistories) -> Int {
    Int(Double(histories.count) * (1 - heldOutShare))
  }

  /// What came of it, once it is finished.
  package var outcome: FitOutcome? {
    if case .done(let outcome) = phase { outcome } else { nil }
  }

  /// The share of the work that is done, a guess, 0 to 1.
  package var progress: Double {
    switch phase {
    case .train(let search): 0.5 * search.progress
    case .judge(let loss, _): 0.5 + 0.1 * loss.progress
    case .fit(let search): 0.6 + 0.3 * search.progress
    case .compare(let loss, _): 0.9 + 0.1 * loss.progress
    case .done: 1
    }
  }

  /// Goes on for about as much work as `budget` reviews are; 250,000 take under 30 ms.
  package mutating func advance(reviews budget: Int) {
    var budget = max(1, budget)
    while budget > 0, outcome == nil {
      budget = step(budget)
    }
  }

  /// Fits in one go.
  package mutating func finish() -> FitOutcome {
    while true {
      if let outcome { return outcome }
      advance(reviews: .max)
    }
  }

  private mutating func step(_ budget: Int) -> Int {
    switch phase {
    case .train(var search):
      let left = search.advance(reviews: budget)
      phase = .train(search)
      if search.isFinished { judge(search.risingWeights) }
      return left
    case .judge(var loss, let trained):
      let left = loss.advance(reviews: budget)
      phase = .judge(loss, trained: trained)
      if loss.isFinished { fitAll(loss.sums, trained: trained) }
      return left
    case .fit(var search):
      let left = search.advance(reviews: budget)
      phase = .fit(search)
      if search.isFinished { compare(search.risingWeights) }
      return left
    case .compare(var loss, let fitted):
      let left = loss.advance(reviews: budget)
      phase = .compare(loss, fitted: fitted)
      if loss.isFinished { conclude(loss.sums, fitted: fitted) }
      return left
    case .done:
      return 0
    }
  }

  /// Compares the weights of the earlier reviews with the defaults on the later ones.
  private mutating func judge(_ trained: [Double]) {
    let cut = WeightsFit.cut(histories)
    phase = .judge(
      HeldOutLoss(
        histories, models: [.standard, FSRS6(unchecked: trained)], ranks: cut..<histories.count),
      trained: trained)
  }

  /// Fits all reviews, if the trained weights have won.
  private mutating func fitAll(_ sums: HeldOutLoss.Sums, trained: [Double]) {
    let heldOut = FitOutcome.Comparison(sums)
    self.heldOut = heldOut
    guard heldOut.after < heldOut.before else {
      phase = .done(outcome(current, .noBetter(heldOut)))
      return
    }
    phase = .fit(
      WeightSearch(histories, end: histories.count, start: trained, isNearby: true))
  }

  /// Compares the new weights with the learner's present ones on all reviews.
  private mutating func compare(_ fitted: [Double]) {
    let models = [FSRS6(unchecked: current), FSRS6(unchecked: fitted)]
    phase = .compare(
      HeldOutLoss(histories, models: models, ranks: 0..<histories.count), fitted: fitted)
  }

  private mutating func conclude(_ sums: HeldOutLoss.Sums, fitted: [Double]) {
    let all = FitOutcome.Comparison(sums)
    let wins = all.after < all.before
    var outcome = outcome(
      wins ? fitted : current, wins ? .better(heldOut ?? all) : .noBetter(heldOut ?? all))
    outcome.all = all
    phase = .done(outcome)
  }

  private func outcome(_ weights: [Double], _ verdict: FitOutcome.Verdict) -> FitOutcome {
    FitOutcome(weights: weights, verdict: verdict, reviews: histories.count)
  }
}
