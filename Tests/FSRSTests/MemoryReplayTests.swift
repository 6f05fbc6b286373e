import Foundation
import Testing

@testable import FSRS

@Suite("A history is replayed into states, chances and intervals")
struct MemoryReplayTests {
  static let request = ReplayRequest(
    weights: FSRS6Weights.defaults, retention: 0.8,
    reviews: [
      .init(days: 0, rating: .good), .init(days: 0, rating: .hard), .init(days: 5, rating: .again),
    ], after: 3)

  @Test("states, chances before each review and intervals are the model's own")
  func values() throws {
    let model = FSRS6.standard
    let first = model.firstState(.good)
    let second = model.nextState(first, elapsedDays: 0, rating: .hard)
    let third = model.nextState(second, elapsedDays: 5, rating: .again)
    let answer = try Self.request.answer()
    #expect(answer.states == [first, second, third])
    #expect(answer.retrievability == [nil, 1, model.retrievability(second, elapsedDays: 5)])
    #expect(
      answer.next
        == Rating.allCases.map {
          model.interval(
            model.nextState(third, elapsedDays: 3, rating: $0), retention: 0.8)
        })
  }

  @Test("without reviews the next intervals are those of a first answer")
  func noReviews() throws {
    var request = Self.request
    request.reviews = []
    request.retention = 0.9
    let answer = try request.answer()
    #expect(answer.states.isEmpty && answer.retrievability.isEmpty)
    for (days, stability) in zip(answer.next, [0.212, 1.2931, 2.3065, 8.2956]) {
      #expect(relativeError(days, stability) < 1e-12)
    }
  }

  @Test("the line of JSON reads back as exactly the same numbers")
  func json() throws {
    struct Line: Decodable, Equatable {
      var states: [[Double]]
      var retrievability: [Double?]
      var next: [Double]
    }
    let answer = try Self.request.answer()
    let line = try JSONDecoder().decode(Line.self, from: Data(answer.json.utf8))
    #expect(line.states == answer.states.map { [$0.stability, $0.difficulty] })
    #expect(line.retrievability == answer.retrievability)
    #expect(line.next == answer.next)
    #expect(!answer.json.contains("\n"))
  }

  @Test("what cannot be computed is refused with a sentence")
  func refusals() {
    var request = Self.request
    request.retention = 0
    #expect(throws: ReplayError.retention(0)) { try request.answer() }
    request = Self.request
    request.after = -1
    #expect(throws: ReplayError.after(-1)) { try request.answer() }
    request = Self.request
    request.reviews[2].days = -2
    let error = #expect(throws: ReplayError.days(review: 3, value: -2)) { try request.answer() }
    #expect(error?.description == "Review 3 came after -2.0 days, but that must be 0 or more.")
    request = Self.request
    request.weights = [1, 2]
    #expect(throws: ReplayError.weights(.wrongCount(2))) { try request.answer() }
  }
}
