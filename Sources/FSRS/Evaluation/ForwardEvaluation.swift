/// How well models would have predicted a learner, each time from the past alone.
///
/// The reviews are cut into equal parts in time order. Each part after the first is predicted by
/// models that have seen only the parts before it; all those predictions are scored together.
package struct ForwardEvaluation: Equatable, Sendable {
  /// Who predicts.
  package enum Predictor: String, CaseIterable, Sendable {
    /// FSRS-6, fitted to the earlier parts.
    case fitted
    /// The same, with a drift term whose rate was best on the earlier parts.
    case fittedWithDrift
    /// FSRS-6 with the published default weights.
    case defaults
    /// The share of passes in the earlier parts.
    case constant
    /// The share of passes of late, following every answer.
    case movingAverage
  }

  /// One predictor's scores over all parts that were predicted.
  package struct Row: Equatable, Sendable {
    package var predictor: Predictor
    package var scores: PredictionScores
  }

  package private(set) var rows: [Row] = []
  /// The drift rates chosen, one for each part.
  package private(set) var driftRates: [Double] = []

  /// The weight of the newest answer in the moving average.
  package static let averageRate = 0.02

  /// Evaluates a history in `parts` (at least 2) parts.
  package init(_ histories: ReviewHistories, parts: Int = 5) {
    let reviews = ScoredReviews(histories)
    var predictions: [Predictor: [Prediction]] = [:]
    for part in 1..<parts {
      let cut = histories.count * part / parts
      let next = cut..<(histories.count * (part + 1) / parts)
      var search = WeightSearch(histories, end: cut, start: FSRS6Weights.defaults)
      while !search.isFinished { _ = search.advance(reviews: .max) }
      let fitted = reviews.predictions(
        of: FSRS6(unchecked: search.risingWeights), 0..<next.upperBound)
      let past = reviews.outcomes(0..<cut)

      var drift = DriftTerm.best(for: Array(fitted[..<past.count]))
      driftRates.append(drift.rate)
      predictions[.fitted, default: []] += fitted[past.count...]
      predictions[.fittedWithDrift, default: []] += drift.corrected(fitted[past.count...])
      predictions[.defaults, default: []] += reviews.predictions(of: .standard, next)

      let future = reviews.outcomes(next)
      // One pass and one failure in advance keep the share from 0 and 1.
      let share = Double(past.count { $0.passed } + 1) / Double(past.count + 2)
      predictions[.constant, default: []] += future.map {
        Prediction(chance: share, passed: $0.passed, bin: $0.bin)
      }
      predictions[.movingAverage, default: []] += ForwardEvaluation.averaged(
        future, after: past)
    }
    rows = Predictor.allCases.map { predictor in
      Row(predictor: predictor, scores: PredictionScores(predictions[predictor] ?? []))
    }
  }

  /// The row of a predictor.
  package func scores(of predictor: Predictor) -> PredictionScores? {
    rows.first { $0.predictor == predictor }?.scores
  }

  private static func averaged(_ future: [Prediction], after past: [Prediction]) -> [Prediction] {
    var average = 0.9
    func follow(_ answer: Prediction) -> Prediction {
      let prediction = Prediction(chance: average, passed: answer.passed, bin: answer.bin)
      average += averageRate * ((answer.passed ? 1 : 0) - average)
      return prediction
    }
    for answer in past { _ = follow(answer) }
    return future.map(follow)
  }
}
