import Testing

@testable import FSRS

@Suite("Models are judged forward in time")
struct ForwardEvaluationTests {
  static let steady = SimulatedLearner(
    FSRS6(unchecked: SimulatedLearner.weights), days: 200, perDay: 12)

  @Test("on a learner who forgets by FSRS-6 the fit beats the defaults and a constant")
  func order() throws {
    let evaluation = ForwardEvaluation(ReviewHistories(Self.steady.reviews))
    let fitted = try #require(evaluation.scores(of: .fitted))
    let defaults = try #require(evaluation.scores(of: .defaults))
    let constant = try #require(evaluation.scores(of: .constant))
    #expect(fitted.logLoss < defaults.logLoss)
    #expect(fitted.logLoss < constant.logLoss)
    #expect(fitted.auc > constant.auc)
    #expect(fitted.rmseBins < defaults.rmseBins)
    #expect(Set(evaluation.rows.map(\.scores.count)).count == 1)
    #expect(evaluation.rows.count == ForwardEvaluation.Predictor.allCases.count)
  }

  @Test("predictions of scored reviews stand in time order and are the model's")
  func predictions() {
    let reviews = Array(Self.steady.reviews.prefix(3_000))
    let scored = ScoredReviews(ReviewHistories(reviews))
    var expected: [Prediction] = []
    var states: [Int32: (state: MemoryState, day: Int32)] = [:]
    for review in reviews {
      guard let (state, day) = states[review.card] else {
        states[review.card] = (FSRS6.standard.firstState(review.rating), review.day)
        continue
      }
      let step = FSRS6.standard.review(
        state, elapsedDays: Double(review.day - day), rating: review.rating)
      if review.day > day {
        expected.append(Prediction(chance: step.retrievability, passed: review.rating.isPass))
      }
      states[review.card] = (step.state, review.day)
    }
    let found = scored.predictions(of: .standard, 0..<3_000)
    #expect(found.map(\.chance) == expected.map(\.chance))
    #expect(found.map(\.passed) == expected.map(\.passed))
    #expect(scored.outcomes(0..<3_000).map(\.bin) == found.map(\.bin))
    #expect(scored.outcomes(1_000..<2_000).count < found.count)
  }

  @Test("a drift term helps where the learner drifts, and is left out where not")
  func drift() throws {
    // Better and worse fortnights: the log odds move by 0.7 either way.
    let moody = SimulatedLearner(
      FSRS6(unchecked: SimulatedLearner.weights), days: 200, perDay: 12, seed: 5
    ) { $0 / 14 % 2 == 0 ? 0.7 : -0.7 }
    let evaluation = ForwardEvaluation(ReviewHistories(moody.reviews))
    let plain = try #require(evaluation.scores(of: .fitted))
    let drifting = try #require(evaluation.scores(of: .fittedWithDrift))
    #expect(drifting.logLoss < plain.logLoss - 0.002)
    #expect(evaluation.driftRates.contains { $0 > 0 })

    let steady = ForwardEvaluation(ReviewHistories(Self.steady.reviews))
    let still = try #require(steady.scores(of: .fitted))
    let following = try #require(steady.scores(of: .fittedWithDrift))
    #expect(abs(following.logLoss - still.logLoss) < 0.0005)
  }

  @Test("a drift term moves towards what happens")
  func driftTerm() {
    var term = DriftTerm(rate: 0.1)
    #expect(term.corrected(0.9) == 0.9)
    for _ in 0..<20 { term.learn(corrected: term.corrected(0.9), passed: false) }
    #expect(term.shift < -0.5)
    #expect(term.corrected(0.9) < 0.85)
    var none = DriftTerm(rate: 0)
    none.learn(corrected: 0.9, passed: false)
    #expect(none.corrected(0.9) == 0.9)
  }

  @Test("a history of nothing is evaluated to nothing")
  func empty() {
    let evaluation = ForwardEvaluation(ReviewHistories([]))
    #expect(evaluation.rows.allSatisfy { $0.scores.count == 0 })
  }
}
