import Testing

@testable import FSRS

@Suite("FSRS-6 agrees with the published numbers")
struct FSRS6VectorTests {
  @Test("300 histories of fsrs-rs and py-fsrs are met within 1e-5")
  func randomHistories() throws {
    let histories = try ReferenceHistory.all()
    #expect(histories.count == 300)
    var worst = 0.0
    for history in histories {
      let model = try FSRS6(weights: history.w)
      let reviews = try history.reviews.map {
        (days: $0[0], rating: try #require(Rating(rawValue: UInt8($0[1]))))
      }
      let ours = states(of: model, reviews)
      for (index, state) in ours.enumerated() {
        for reference in [history.rs[index], history.py[index]] {
          worst = max(worst, relativeError(state.stability, reference[0]))
          worst = max(worst, relativeError(state.difficulty, reference[1]))
        }
        let interval = model.interval(state, retention: history.dr)
        #expect(WholeDays.nearest(interval) == history.pyDays[index])
      }
      let last = try #require(ours.last)
      for (rating, reference) in zip(Rating.allCases, history.next) {
        let next = model.nextState(last, elapsedDays: history.nextAfter, rating: rating)
        let interval = model.interval(next, retention: history.dr)
        worst = max(worst, relativeError(next.stability, reference[0]))
        worst = max(worst, relativeError(next.difficulty, reference[1]))
        worst = max(worst, relativeError(interval, reference[2]))
      }
    }
    #expect(worst < 1e-5, "worst relative error \(worst)")
  }

  @Test("Good six times, Again twice, Good five times, each when due")
  func reviewsAtDue() {
    let model = FSRS6.standard
    let ratings: [Rating] = [
      .good, .good, .good, .good, .good, .good, .again, .again, .good, .good, .good, .good, .good,
    ]
    // Minute steps come first after a new card and after a lapse: 0 days.
    let steps: Set<Int> = [0, 6, 7]
    var days: [Int] = []
    var state: MemoryState?
    for (index, rating) in ratings.enumerated() {
      let elapsed = Double(days.last ?? 0)
      let next =
        state.map { model.nextState($0, elapsedDays: elapsed, rating: rating) }
        ?? model.firstState(rating)
      state = next
      let interval = model.interval(next, retention: 0.9)
      days.append(steps.contains(index) ? 0 : WholeDays.nearest(interval))
    }
    #expect(days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  }

  @Test("the long sequence of fsrs-rs, py-fsrs and ts-fsrs, with and without short-term memory")
  func publishedSequence() throws {
    let reviews: [(days: Double, rating: Rating)] = [
      (0, .again), (0, .good), (1, .good), (3, .good), (8, .good), (21, .good),
    ]
    let last = try #require(states(of: .standard, reviews).last)
    #expect(abs(last.stability - 53.62691) < 1e-4)
    #expect(abs(last.difficulty - 6.3574867) < 1e-4)
    var weights = FSRS6Weights.defaults
    weights.replaceSubrange(17...19, with: [0, 0, 0])
    let longTerm = try #require(states(of: try FSRS6(weights: weights), reviews).last)
    #expect(abs(longTerm.stability - 53.335106) < 1e-4)
  }

  @Test("the first answers with default weights")
  func firstAnswers() {
    let states = Rating.allCases.map(FSRS6.standard.firstState)
    #expect(states.map(\.stability) == [0.212, 1.2931, 2.3065, 8.2956])
    for (state, difficulty) in zip(states, [6.4133, 5.11217071, 2.11810397, 1]) {
      #expect(abs(state.difficulty - difficulty) < 1e-8)
    }
  }

  @Test("intervals of one day's stability for retentions from 0.1 to 1")
  func intervalsByRetention() {
    let state = MemoryState(stability: 1, difficulty: 5)
    let days = (1...10).map {
      max(1, FSRS6.standard.interval(state, retention: Double($0) / 10).rounded())
    }
    // The first was published in single precision.
    #expect(relativeError(days[0], 3_116_766) < 2e-6)
    #expect(days.dropFirst() == [34_793, 2508, 387, 90, 27, 9, 3, 1, 1])
  }

  @Test("the forgetting curve with a decay of 0.2")
  func forgettingCurve() throws {
    var weights = FSRS6Weights.defaults
    weights[20] = 0.2
    let model = try FSRS6(weights: weights)
    let state = MemoryState(stability: 1, difficulty: 5)
    for (days, recall) in zip([0.0, 1, 2, 3], [1, 0.9, 0.84028935, 0.7985001]) {
      #expect(abs(model.retrievability(state, elapsedDays: days) - recall) < 1e-7)
    }
    let easy = FSRS6.standard.firstState(.easy)
    #expect(abs(FSRS6.standard.retrievability(easy, elapsedDays: 8) - 0.9024733) < 1e-6)
  }

  @Test("19 weights of FSRS-5 give the numbers published for them")
  func nineteenWeights() throws {
    let model = try FSRS6(weights: [
      0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
      1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
      0.18046261, 0.121442534,
    ])
    #expect(model.weights.suffix(2) == [0, 0.5])
    let reviews: [(days: Double, rating: Rating)] = [
      (0, .again), (1, .good), (3, .good), (8, .good),
    ]
    let last = try #require(states(of: model, reviews).last)
    let expected = [
      (2.9691455, 8.000659), (17.091452, 7.6913934), (31.722992, 7.382128), (71.7502, 7.0728626),
    ]
    for (rating, (stability, difficulty)) in zip(Rating.allCases, expected) {
      let next = model.nextState(last, elapsedDays: 21, rating: rating)
      #expect(relativeError(next.stability, stability) < 1e-5)
      #expect(relativeError(next.difficulty, difficulty) < 1e-5)
    }
    let later = model.nextState(
      MemoryState(stability: 20.925528, difficulty: 7.005062), elapsedDays: 21, rating: .good)
    #expect(relativeError(later.stability, 40.87456) < 1e-5)
    #expect(relativeError(later.difficulty, 6.9913807) < 1e-5)
  }
}
