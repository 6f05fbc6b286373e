/// Searches the most likely weights for the reviews up to some moment, in slices.
///
/// Newton's method on the posterior: the exact gradient, the expected curvature and the prior
/// give a step that is checked, and shortened where it fails. It runs on growing samples, so that
/// all reviews are gone through only two or three times at the end. The result depends neither on
/// how the work is sliced nor on the number of cores.
struct WeightSearch: Equatable, Sendable {
  /// One sample to be fitted.
  private struct Stage: Equatable, Sendable {
    /// Chunks in the sample, counted from the first.
    var chunks: Int
    /// How many of them also give the curvature.
    var curvatureChunks: Int
    /// A step that promises less than this, in nats, is the last.
    var tolerance: Double
    /// Whether it starts so near the end that the curvature of its first point serves all along.
    var isNearby: Bool
  }

  /// A step that is being checked.
  private struct Trial: Equatable, Sendable {
    var origin: [Double]
    /// The value at the origin.
    var value: Double
    var step: [Double]
    var shortenings = 0
  }

  private let histories: ReviewHistories
  /// Reviews from this rank on are not looked at.
  private let end: Int
  private let prior = FitPrior()
  private let recency: Recency
  private let stages: [Stage]
  private var stage = 0
  private var steps = 0
  private var trial: Trial?
  /// Where the search stands, in the coordinates of ``FitPrior``.
  private var point: [Double]
  /// The pass under way at that point.
  private var sums = FitSums()
  private var nextChunk = 0
  /// The curvature of the posterior, 21 by 21.
  private var curvature: [Double]

  /// Chunks of the small samples that come first, and when they are good enough.
  private static let samples = [(chunks: 10, tolerance: 1.0), (chunks: 100, tolerance: 0.5)]
  /// More chunks would not make the curvature better enough to be worth it.
  private static let curvatureChunks = 100
  private static let finalTolerance = 0.1
  private static let mostSteps = 20
  private static let mostShortenings = 4

  /// A search over all reviews before the rank `end`, from `start` on.
  init(_ histories: ReviewHistories, end: Int, start: [Double], isNearby: Bool = false) {
    self.histories = histories
    self.end = end
    recency = Recency(count: end)
    point = FitPrior.coordinates(of: start)
    curvature = prior.precision
    let all = histories.chunks.count
    let early = isNearby ? [] : WeightSearch.samples.filter { $0.chunks * 2 < all }
    stages =
      early.map {
        Stage(
          chunks: $0.chunks, curvatureChunks: $0.chunks, tolerance: $0.tolerance,
          isNearby: false)
      } + [
        Stage(
          chunks: all, curvatureChunks: min(all, WeightSearch.curvatureChunks),
          tolerance: WeightSearch.finalTolerance, isNearby: isNearby)
      ]
  }

  var isFinished: Bool { stage == stages.count }

  /// The best weights so far.
  var weights: [Double] { FitPrior.weights(at: point) }

  /// The best weights with first stabilities that rise with the rating.
  var risingWeights: [Double] {
    let weights = weights
    let evidence = (0..<4).map { curvature[$0 * (weights.count + 1)] }
    return RisingStabilities.pooled(Array(weights[..<4]), evidence: evidence) + weights[4...]
  }

  /// The share of the work that is done, a guess, 0 to 1.
  var progress: Double {
    guard !isFinished else { return 1 }
    let chunks = Double(nextChunk) / Double(max(1, stages[stage].chunks))
    let done = Double(steps) + chunks
    return (Double(stage) + done / (done + 2)) / Double(stages.count)
  }

  /// Goes on for about `budget` reviews, at least one chunk; what is left of the budget.
  mutating func advance(reviews budget: Int) -> Int {
    var budget = budget
    while !isFinished, budget > 0 {
      let plan = stages[stage]
      let count = min(plan.chunks - nextChunk, max(1, budget / ReviewHistories.chunkSize))
      let pass = SensitivityPass(model: FSRS6(unchecked: weights), end: end, recency: recency)
      let histories = histories
      let curvatureChunks = keepsCurvature ? 0 : plan.curvatureChunks
      let parts = ChunkedWork.results(nextChunk..<(nextChunk + count)) { chunk in
        pass.sums(
          over: histories.chunks[chunk], of: histories, curvature: chunk < curvatureChunks)
      }
      for part in parts { sums += part }
      budget -= count * ReviewHistories.chunkSize
      nextChunk += count
      if nextChunk == plan.chunks { finishPass() }
    }
    return max(0, budget)
  }

  /// Whether the pass under way needs no curvature of its own.
  private var keepsCurvature: Bool { stages[stage].isNearby && steps > 0 }

  /// Judges the present point, and moves on from it or back.
  private mutating func finishPass() {
    let (penalty, pull) = prior.penalty(at: point)
    let value = sums.loss + penalty
    let plan = stages[stage]
    if !keepsCurvature {
      curvature = prior.precision
      let scale = Double(plan.chunks) / Double(plan.curvatureChunks)
      for (index, sum) in sums.curvature.enumerated() { curvature[index] += sum * scale }
    }
    let gradient = zip(sums.gradient, pull).map { $0 + $1 }
    sums = FitSums()
    nextChunk = 0

    if var failed = trial, !(value <= failed.value) {
      failed.shortenings += 1
      failed.step = failed.step.map { $0 / 4 }
      trial = failed
      if failed.shortenings > WeightSearch.mostShortenings {
        point = failed.origin
        finishStage()
      } else {
        point = zip(failed.origin, failed.step).map { $0 + $1 }
      }
      return
    }

    let room = zip(point, FitPrior.bounds).map { place, bounds in
      min(0, bounds.lowerBound - place)...max(0, bounds.upperBound - place)
    }
    let step = BoundedStep(gradient: gradient, curvature: curvature, room: room)
    trial = Trial(origin: point, value: value, step: step.step)
    steps += 1
    if step.decrease < plan.tolerance {
      point = zip(point, step.step).map { $0 + $1 }
      finishStage()
    } else if steps == WeightSearch.mostSteps {
      finishStage()
    } else {
      point = zip(point, step.step).map { $0 + $1 }
    }
  }

  private mutating func finishStage() {
    stage += 1
    steps = 0
    trial = nil
  }
}

extension ReviewHistories {
  /// The most likely weights for all reviews, in one go and without judging whether they are
  /// better than the learner's present ones; for that see ``WeightsFit``.
  package func likeliestWeights() -> [Double] {
    var search = WeightSearch(self, end: count, start: FSRS6Weights.defaults)
    while !search.isFinished { _ = search.advance(reviews: .max) }
    return search.risingWeights
  }
}
