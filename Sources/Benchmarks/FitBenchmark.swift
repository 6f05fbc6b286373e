import FSRS
import Glibc

/// Measures fitting FSRS-6: the time, and what the weights are worth on reviews never seen.
enum FitBenchmark {
  private struct Goal {
    var count: Int
    var repeats: Int
    var text: String
  }

  /// Fits of 10,000, 100,000 and 1,000,000 simulated reviews.
  ///
  /// The excess is the mean divergence from the true chances on unseen reviews, in nats.
  static func rows() -> [FSRSModelBenchmark.Row] {
    guard let truth = try? FSRS6(weights: FitSimulation.weights) else { return [] }
    let unseen = FitSimulation(count: 100_000, seed: 99, model: truth)
    let goals = [
      Goal(count: 10_000, repeats: 16, text: "7 ms, excess 0.0006"),
      Goal(count: 100_000, repeats: 3, text: "50 ms, excess 0.0003"),
      Goal(count: 1_000_000, repeats: 1, text: "500 ms, excess 0.00005"),
    ]
    return goals.map { goal in
      var (fits, judged): ([Double], [Double]) = ([], [])
      var excesses: [Double] = []
      for seed in 1...goal.repeats {
        let simulation = FitSimulation(count: goal.count, seed: UInt64(seed), model: truth)
        var weights = FSRS6Weights.defaults
        for _ in 0..<3 {
          fits.append(
            milliseconds { weights = ReviewHistories(simulation.reviews).likeliestWeights() })
          judged.append(
            milliseconds {
              var fit = WeightsFit(ReviewHistories(simulation.reviews))
              _ = fit.finish()
            })
        }
        if let fitted = try? FSRS6(weights: weights) {
          excesses.append(excess(of: fitted, over: unseen))
        }
      }
      let mean = excesses.reduce(0, +) / Double(max(1, excesses.count))
      return FSRSModelBenchmark.Row(
        what: "fit weights to \(goal.count) reviews", goal: goal.text,
        ours: "\(rounded(median(fits), 0.1)) ms, with judging \(rounded(median(judged), 0.1)) ms, "
          + "excess \(rounded(mean, 1e-6))")
    }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func rounded(_ value: Double, _ unit: Double) -> Double {
    (value / unit).rounded() / (1 / unit).rounded()
  }

  /// The mean divergence of a model from the true chances, in nats a review.
  private static func excess(of model: FSRS6, over simulation: FitSimulation) -> Double {
    var states: [Int32: (state: MemoryState, day: Int32)] = [:]
    var sum = 0.0
    var count = 0
    for (review, chance) in zip(simulation.reviews, simulation.chances) {
      guard let (state, day) = states[review.card] else {
        states[review.card] = (model.firstState(review.rating), review.day)
        continue
      }
      let step = model.review(state, elapsedDays: Double(review.day - day), rating: review.rating)
      states[review.card] = (step.state, review.day)
      guard let chance, chance > 0, chance < 1 else { continue }
      let guess = min(max(step.retrievability, 1e-4), 1 - 1e-4)
      sum += chance * log(chance / guess) + (1 - chance) * log((1 - chance) / (1 - guess))
      count += 1
    }
    return sum / Double(max(1, count))
  }

  private static func milliseconds(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure(body)
    return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
  }
}
