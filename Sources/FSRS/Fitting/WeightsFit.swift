/// Fits FSRS-6 to a learner's reviews and judges the result, in slices.
///
/// The weights are first fitted to the earlier two thirds of the reviews and must predict the
/// last third better than the defaults do; only then all reviews are fitted and the new weights
/// proposed. Screens call ``advance(reviews:)`` once a tick.
package struct WeightsFit: Equatable, Sendable {
  private enum Phase: Equatable, Sendable {
    /// Fits the earlier reviews.
    case train(WeightSearch)
    /// Compares the weights found with the defaults on the later reviews.
    case judge(HeldOutLoss, trained: [Double])
    /// Fits all reviews.
    case fit(WeightSearch, FitOutcome.Comparison)
    /// Compares the new weights with the present ones on all reviews.
    case compare(HeldOutLoss, fitted: [Double], FitOutcome.Verdict)
    case done(FitOutcome)
  }

  /// Fewer scored reviews than this say too little.
  package static let leastReviews = 200
  /// The share of the reviews, from the latest back, on which new weights must prove themselves.
  package static let heldOutShare = 1.0 / 3

  private let histories: ReviewHistories
  private let current: FSRS6
  private var phase: Phase

  /// A fit of all reviews in `histories` for a learner whose weights are `current`.
  package init(_ histories: ReviewHistories, current: FSRS6 = .standard) {
    self.histories = histories
    self.current = current
    if histories.scored < WeightsFit.leastReviews {
      phase = WeightsFit.comparison(
        current.weights, with: current, over: histories, .tooFew(scored: histories.scored))
    } else {
      let search = WeightSearch(
        histories, end: WeightsFit.cut(histories), start: FSRS6Weights.defaults)
      phase = .train(search)
    }
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
    case .fit(let search, _): 0.6 + 0.3 * search.progress
    case .compare(let loss, _, _): 0.9 + 0.1 * loss.progress
    case .done: 1
    }
  }

  /// Goes on for about as much work as `budget` reviews are; 100,000 take 3 to 12 ms on two cores.
  package mutating func advance(reviews budget: Int) {
    var budget = max(1, budget)
    while budget > 0, outcome == nil { budget = step(budget) }
  }

  /// Fits in one go.
  package mutating func finish() -> FitOutcome {
    while true {
      if let outcome { return outcome }
      advance(reviews: .max)
    }
  }

  /// Goes on within one phase; what is left of the budget.
  private mutating func step(_ budget: Int) -> Int {
    switch phase {
    case .train(var search):
      let left = search.advance(reviews: budget)
      phase = search.isFinished ? judging(search.risingWeights) : .train(search)
      return left
    case .judge(var loss, let trained):
      let left = loss.advance(reviews: budget)
      phase = loss.isFinished ? judged(loss.sums, trained: trained) : .judge(loss, trained: trained)
      return left
    case .fit(var search, let heldOut):
      let left = search.advance(reviews: budget)
      phase =
        search.isFinished
        ? WeightsFit.comparison(
          search.risingWeights, with: current, over: histories, .better(heldOut))
        : .fit(search, heldOut)
      return left
    case .compare(var loss, let fitted, let verdict):
      let left = loss.advance(reviews: budget)
      phase =
        loss.isFinished
        ? .done(concluded(loss.sums, fitted: fitted, verdict))
        : .compare(loss, fitted: fitted, verdict)
      return left
    case .done:
      return 0
    }
  }
}

extension WeightsFit {
  /// The rank at which the held-out reviews begin.
  private static func cut(_ histories: ReviewHistories) -> Int {
    Int(Double(histories.count) * (1 - heldOutShare))
  }

  private static func comparison(
    _ fitted: [Double], with current: FSRS6, over histories: ReviewHistories,
    _ verdict: FitOutcome.Verdict
  ) -> Phase {
    let loss = HeldOutLoss(
      histories, models: [current, FSRS6(unchecked: fitted)], ranks: 0..<histories.count)
    return .compare(loss, fitted: fitted, verdict)
  }

  private func judging(_ trained: [Double]) -> Phase {
    let ranks = WeightsFit.cut(histories)..<histories.count
    let models = [FSRS6.standard, FSRS6(unchecked: trained)]
    return .judge(HeldOutLoss(histories, models: models, ranks: ranks), trained: trained)
  }

  private func judged(_ sums: HeldOutLoss.Sums, trained: [Double]) -> Phase {
    let heldOut = FitOutcome.Comparison(sums)
    guard heldOut.after < heldOut.before else {
      return WeightsFit.comparison(
        current.weights, with: current, over: histories, .noBetter(heldOut))
    }
    let search = WeightSearch(
      histories, end: histories.count, start: trained, isNearby: true)
    return .fit(search, heldOut)
  }

  private func concluded(
    _ sums: HeldOutLoss.Sums, fitted: [Double], _ verdict: FitOutcome.Verdict
  ) -> FitOutcome {
    var all = FitOutcome.Comparison(sums)
    guard case .better(let heldOut) = verdict, all.after >= all.before else {
      return FitOutcome(weights: fitted, verdict: verdict, reviews: histories.count, all: all)
    }
    // Better than the defaults, but the present weights are better still.
    all.after = all.before
    return FitOutcome(
      weights: current.weights, verdict: .noBetter(heldOut), reviews: histories.count, all: all)
  }
}
