import Glibc

/// How good a run of predictions was.
package struct PredictionScores: Equatable, Sendable {
  /// How many predictions there were.
  package var count: Int
  /// Mean of -ln of the probability given to what happened, in nats; less is better.
  package var logLoss: Double
  /// Root mean square of predicted against true share within bins of like reviews; less is better.
  package var rmseBins: Double
  /// The chance that a review that passed had been given the higher chance than one that failed.
  package var auc: Double
  /// The slope of true against predicted log odds: 1 is right, below 1 the model is too sure.
  package var calibrationSlope: Double

  package init(_ predictions: [Prediction]) {
    count = predictions.count
    let total = Double(max(1, count))
    logLoss =
      predictions.reduce(0) { $0 + LogLoss.of($1.chance, passed: $1.passed) } / total
    rmseBins = PredictionScores.rmseBins(predictions)
    auc = PredictionScores.auc(predictions)
    calibrationSlope = PredictionScores.calibrationSlope(predictions)
  }

  private static func rmseBins(_ predictions: [Prediction]) -> Double {
    var bins: [Int: (count: Double, gap: Double)] = [:]
    for prediction in predictions {
      let gap = prediction.chance - (prediction.passed ? 1 : 0)
      bins[prediction.bin, default: (0, 0)].count += 1
      bins[prediction.bin, default: (0, 0)].gap += gap
    }
    // In the order of the bins, so that the last digit is always the same.
    let squares = bins.sorted { $0.key < $1.key }
      .reduce(0.0) { $0 + $1.value.gap * $1.value.gap / $1.value.count }
    return (squares / Double(max(1, predictions.count))).squareRoot()
  }

  /// Mann and Whitney's statistic, ties counting half; 0.5 where all passed or all failed.
  private static func auc(_ predictions: [Prediction]) -> Double {
    let sorted = predictions.sorted { $0.chance < $1.chance }
    let passes = sorted.count { $0.passed }
    let fails = sorted.count - passes
    guard passes > 0, fails > 0 else { return 0.5 }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      var tiedPasses = 0
      while end < sorted.count, sorted[end].chance == sorted[start].chance {
        if sorted[end].passed { tiedPasses += 1 }
        end += 1
      }
      rankSum += Double(tiedPasses) * Double(start + 1 + end) / 2
      start = end
    }
    let (p, f) = (Double(passes), Double(fails))
    return (rankSum - p * (p + 1) / 2) / (p * f)
  }

  /// Logistic regression of what happened on the predicted log odds, by Newton's method; 1 where
  /// the predictions are all alike.
  private static func calibrationSlope(_ predictions: [Prediction]) -> Double {
    let mean = predictions.reduce(0) { $0 + $1.logOdds } / Double(max(1, predictions.count))
    var (intercept, slope) = (mean, 1.0)
    for _ in 0..<25 {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
      for prediction in predictions {
        let x = prediction.logOdds - mean
        let chance = 1 / (1 + exp(-(intercept + slope * x)))
        let gap = (prediction.passed ? 1 : 0) - chance
        let weight = chance * (1 - chance)
        g0 += gap
        g1 += gap * x
        h00 += weight
        h01 += weight * x
        h11 += weight * x * x
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-12 * h00 else { return 1 }
      let step0 = (h11 * g0 - h01 * g1) / determinant
      let step1 = (h00 * g1 - h01 * g0) / determinant
      intercept += min(max(step0, -1), 1)
      slope += min(max(step1, -1), 1)
      if abs(step0) + abs(step1) < 1e-9 { break }
    }
    return slope
  }
}
