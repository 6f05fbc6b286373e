import Testing

@testable import FSRS

@Suite("Weights are fitted, judged, and taken only where they win")
struct WeightsFitTests {
  static let learner = SimulatedLearner(
    FSRS6(unchecked: SimulatedLearner.weights), days: 300, perDay: 15)

  /// The mean divergence from the true chances, in nats.
  static func excess(_ weights: [Double], over learner: SimulatedLearner) throws -> Double {
    let model = try FSRS6(weights: weights)
    var states: [Int32: (state: MemoryState, day: Int32)] = [:]
    var sum = 0.0
    var count = 0.0
    for (review, chance) in zip(learner.reviews, learner.chances) {
      guard let (state, day) = states[review.card] else {
        states[review.card] = (model.firstState(review.rating), review.day)
        continue
      }
      let step = model.review(state, elapsedDays: Double(review.day - day), rating: review.rating)
      states[review.card] = (step.state, review.day)
      guard let chance else { continue }
      sum += chance * LogLoss.of(step.retrievability, passed: true)
      sum += (1 - chance) * LogLoss.of(step.retrievability, passed: false)
      sum -= chance * LogLoss.of(chance, passed: true)
      sum -= (1 - chance) * LogLoss.of(chance, passed: false)
      count += 1
    }
    return sum / count
  }

  @Test("on unseen reviews fitted weights come close to the true ones")
  func fittedWeightsPredict() throws {
    var fit = WeightsFit(ReviewHistories(Self.learner.reviews))
    let outcome = fit.finish()
    guard case .better(let heldOut) = outcome.verdict else {
      Issue.record("\(outcome.verdict)")
      return
    }
    #expect(heldOut.after < heldOut.before)
    let unseen = SimulatedLearner(
      FSRS6(unchecked: SimulatedLearner.weights), days: 200, perDay: 10, seed: 77)
    let before = try Self.excess(FSRS6Weights.defaults, over: unseen)
    let after = try Self.excess(outcome.weights, over: unseen)
    #expect(after < before / 3, "\(after), defaults \(before)")
    #expect(fit.progress == 1)
  }

  @Test("the result is the same in one go and in slices of any length")
  func slices() {
    let histories = ReviewHistories(Array(Self.learner.reviews.prefix(6_000)))
    var whole = WeightsFit(histories)
    let expected = whole.finish()
    for budget in [1, 3_000, 10_000] {
      var fit = WeightsFit(histories)
      var progress = [fit.progress]
      while fit.outcome == nil {
        fit.advance(reviews: budget)
        progress.append(fit.progress)
      }
      #expect(fit.outcome == expected)
      #expect(progress == progress.sorted())
      #expect(progress.count > 2)
    }
  }

  @Test("too few reviews keep the old weights")
  func tooFew() throws {
    let current = try FSRS6(weights: SimulatedLearner.weights)
    let histories = ReviewHistories(Array(Self.learner.reviews.prefix(150)))
    var fit = WeightsFit(histories, current: current)
    #expect(fit.finish().weights == current.weights)
    #expect(fit.finish().verdict == .tooFew(scored: histories.scored))
    var nothing = WeightsFit(ReviewHistories([]))
    #expect(nothing.finish().verdict == .tooFew(scored: 0))
  }

  @Test("weights that fail on the later reviews are not taken")
  func noBetter() throws {
    // The earlier reviews come from a learner who forgets at once, the later from the defaults.
    var wild = FSRS6Weights.defaults
    wild.replaceSubrange(0..<4, with: [0.05, 0.1, 0.15, 0.2])
    wild[8] = 0.6
    let early = SimulatedLearner(FSRS6(unchecked: wild), days: 20, perDay: 10).reviews
    let late = SimulatedLearner(.standard, days: 200, perDay: 10).reviews.map {
      TimedReview(card: $0.card + 1_000, day: $0.day + 1_000, rating: $0.rating)
    }
    let count = early.count / 2
    var fit = WeightsFit(ReviewHistories(early + late.prefix(count)))
    let outcome = fit.finish()
    guard case .noBetter(let heldOut) = outcome.verdict else {
      Issue.record("\(outcome.verdict)")
      return
    }
    #expect(heldOut.after >= heldOut.before)
    #expect(outcome.weights == FSRS6Weights.defaults)
  }

  @Test("fitted weights are within their bounds and better first answers last longer")
  func legal() throws {
    for seed in 1...6 {
      let reviews = SimulatedLearner(.standard, days: 40, perDay: 6, seed: UInt64(seed)).reviews
      let search = ReviewHistories(reviews).likeliestWeights()
      #expect(try FSRS6Weights.checked(search) == search)
      #expect(search[0] <= search[1] && search[1] <= search[2] && search[2] <= search[3])
    }
  }

  @Test(
    "whatever the answers were, a fit ends with legal weights and finite losses",
    arguments: ["all passed", "all failed", "all easy", "noise", "far apart", "one card"])
  func anyHistory(kind: String) throws {
    var days = [Int32](repeating: 0, count: 80)
    let reviews = (0..<1_200).map { index in
      let draw = SeededDraw.unit(UInt64(index))
      let card = kind == "one card" ? 0 : index % 80
      days[card] += kind == "far apart" ? Int32(draw * 1e6) : Int32(draw * 9)
      let rating: Rating =
        switch kind {
        case "all passed": .good
        case "all failed": .again
        case "all easy": .easy
        default: Rating.allCases[Int(draw * 4_001) % 4]
        }
      return TimedReview(card: Int32(card), day: days[card], rating: rating)
    }
    let histories = ReviewHistories(reviews)
    let likeliest = histories.likeliestWeights()
    #expect(try FSRS6Weights.checked(likeliest) == likeliest)
    var fit = WeightsFit(histories)
    let outcome = fit.finish()
    #expect(try FSRS6Weights.checked(outcome.weights) == outcome.weights)
    #expect(outcome.all.after.isFinite && outcome.all.after <= outcome.all.before)
  }

  @Test("first stabilities in the wrong order meet where most is known")
  func pooling() {
    let rising = RisingStabilities.pooled([1, 2, 3, 4], evidence: [1, 1, 1, 1])
    for (found, expected) in zip(rising, [1.0, 2, 3, 4]) {
      #expect(relativeError(found, expected) < 1e-12)
    }
    let pooled = RisingStabilities.pooled([1, 8, 2, 10], evidence: [5, 1, 3, 1])
    // The geometric mean of 8 and 2 with weights 1 and 3.
    for (found, expected) in zip(pooled, [1, 2.8284271247, 2.8284271247, 10]) {
      #expect(relativeError(found, expected) < 1e-9)
    }
    let all = RisingStabilities.pooled([8, 4, 2, 1], evidence: [1, 1, 1, 1])
    #expect(Set(all).count == 1)
  }
}
