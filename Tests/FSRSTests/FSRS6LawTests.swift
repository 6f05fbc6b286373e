import Testing

@testable import FSRS

@Suite("What must hold for any memory under FSRS-6")
struct FSRS6LawTests {
  /// A few hundred memories spread over all stabilities and difficulties.
  static let memories: [MemoryState] = (0..<400).map { index in
    let exponent = -3 + 7.5 * SeededDraw.unit(UInt64(index))
    var stability = 1.0
    for _ in 0..<Int(abs(exponent) * 10) { stability *= exponent < 0 ? 0.8 : 1.25 }
    return MemoryState(
      stability: min(max(stability, 0.001), 36_500),
      difficulty: 1 + 9 * SeededDraw.unit(UInt64(index) + 1_000))
  }

  @Test("after S days the chance of recall is 0.9, and the interval for 0.9 is S")
  func stabilityIsTheNinetyPercentInterval() {
    for memory in Self.memories {
      let recall = FSRS6.standard.retrievability(memory, elapsedDays: memory.stability)
      #expect(abs(recall - 0.9) < 1e-12)
      let days = FSRS6.standard.interval(memory, retention: 0.9)
      #expect(relativeError(days, memory.stability) < 1e-12)
    }
  }

  @Test("the interval for a retention is where the curve meets it")
  func intervalInvertsTheCurve() {
    for memory in Self.memories {
      for retention in [0.5, 0.7, 0.85, 0.95, 0.99] {
        let days = FSRS6.standard.interval(memory, retention: retention)
        let recall = FSRS6.standard.retrievability(memory, elapsedDays: days)
        #expect(abs(recall - retention) < 1e-12)
      }
    }
  }

  @Test("a better rating gives a longer interval and a lower difficulty, on any later day")
  func betterRatingsAreWorthMore() {
    for memory in Self.memories {
      for days in [1.0, 3, 30, 400] {
        let next = Rating.allCases.map {
          FSRS6.standard.nextState(memory, elapsedDays: days, rating: $0)
        }
        for (worse, better) in zip(next, next.dropFirst()) {
          #expect(worse.stability <= better.stability)
          #expect(worse.difficulty >= better.difficulty)
        }
      }
    }
  }

  @Test("a lapse never lengthens a memory, a pass never shortens it")
  func lapsesShortenAndPassesLengthen() {
    for memory in Self.memories {
      for days in [1.0, 10, 100] {
        let lapsed = FSRS6.standard.nextState(memory, elapsedDays: days, rating: .again)
        let passed = FSRS6.standard.nextState(memory, elapsedDays: days, rating: .hard)
        #expect(lapsed.stability <= memory.stability)
        #expect(passed.stability >= memory.stability)
      }
    }
  }

  @Test("difficulty stays within 1 to 10 and stability within 0.001 to 36,500")
  func boundsHold() throws {
    for weights in [
      FSRS6Weights.defaults, FSRS6Weights.bounds.map(\.lowerBound),
      FSRS6Weights.bounds.map(\.upperBound),
    ] {
      let model = try FSRS6(weights: weights)
      for seed in 0..<200 {
        var memory = model.firstState(.good)
        for step in 0..<30 {
          let draw = SeededDraw.unit(UInt64(seed * 30 + step))
          let rating = Rating.allCases[Int(draw * 4)]
          memory = model.nextState(
            memory, elapsedDays: Double(Int(draw * 1e5) % 300), rating: rating)
          #expect(FSRS6.stabilities.contains(memory.stability))
          #expect(FSRS6.difficulties.contains(memory.difficulty))
        }
      }
    }
  }

  @Test("the chance of recall falls from 1 with every day")
  func forgettingNeverReverses() {
    for memory in Self.memories {
      var last = FSRS6.standard.retrievability(memory, elapsedDays: 0)
      #expect(last == 1)
      for days in [0.5, 1, 2, 5, 20, 100, 1_000, 36_500] {
        let recall = FSRS6.standard.retrievability(memory, elapsedDays: days)
        #expect(recall < last && recall > 0)
        last = recall
      }
    }
  }

  @Test("on the same day no pass shortens a memory, and the delay does not matter")
  func sameDayReviews() {
    for memory in Self.memories {
      for rating in [Rating.hard, .good, .easy] {
        let next = FSRS6.standard.nextState(memory, elapsedDays: 0, rating: rating)
        #expect(next.stability >= memory.stability)
      }
      #expect(
        FSRS6.standard.nextState(memory, elapsedDays: 0.4, rating: .good)
          == FSRS6.standard.nextState(memory, elapsedDays: 0, rating: .good))
    }
    let easy = (1...9).reduce(FSRS6.standard.firstState(.easy)) { memory, _ in
      FSRS6.standard.nextState(memory, elapsedDays: 0, rating: .easy)
    }
    #expect(easy.difficulty == 1)
  }

  @Test("the review in one go is the same as its two halves")
  func reviewInOneGo() {
    for memory in Self.memories {
      for days in [0.0, 0.5, 1, 40] {
        for rating in Rating.allCases {
          let both = FSRS6.standard.review(memory, elapsedDays: days, rating: rating)
          #expect(
            both.state == FSRS6.standard.nextState(memory, elapsedDays: days, rating: rating))
          #expect(
            both.retrievability == FSRS6.standard.retrievability(memory, elapsedDays: days))
        }
      }
    }
  }
}
