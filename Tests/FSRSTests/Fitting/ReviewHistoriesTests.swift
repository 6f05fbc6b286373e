import Testing

@testable import FSRS

@Suite("Reviews are packed card by card")
struct ReviewHistoriesTests {
  @Test("days are counted from the card's review before, ranks over all reviews")
  func packing() {
    let histories = ReviewHistories([
      TimedReview(card: 0, day: 100, rating: .good),
      TimedReview(card: 2, day: 100, rating: .again),
      TimedReview(card: 2, day: 100, rating: .hard),
      TimedReview(card: 0, day: 103, rating: .easy),
      // A clock set back: never below 0.
      TimedReview(card: 0, day: 101, rating: .again),
      TimedReview(card: 2, day: 150_000, rating: .good),
    ])
    #expect(histories.count == 6)
    #expect(histories.scored == 2)
    var cards: [[ReviewHistories.Review]] = []
    for index in 0..<(histories.starts.count - 1) {
      let range = Int(histories.starts[index])..<Int(histories.starts[index + 1])
      cards.append(Array(histories.reviews[range]))
    }
    cards.sort { $0[0].rank < $1[0].rank }
    #expect(
      cards == [
        [
          .init(rank: 0, days: 0, rating: .good), .init(rank: 3, days: 3, rating: .easy),
          .init(rank: 4, days: 0, rating: .again),
        ],
        [
          .init(rank: 1, days: 0, rating: .again), .init(rank: 2, days: 0, rating: .hard),
          .init(rank: 5, days: 36_500, rating: .good),
        ],
      ])
  }

  @Test("the chunks hold every card once")
  func chunks() {
    let reviews = SimulatedLearner(.standard, days: 100, perDay: 6).reviews
    let histories = ReviewHistories(reviews)
    #expect(histories.chunks.count > 2)
    #expect(histories.chunks.flatMap { Array($0) } == Array(0..<(histories.starts.count - 1)))
    #expect(Set(histories.reviews.map(\.rank)).count == reviews.count)
  }

  @Test("the first cards are a fair sample of all")
  func evenOrder() {
    // Every card is reviewed once; its rank tells which card it is.
    let histories = ReviewHistories(
      (0..<1_000).map { TimedReview(card: $0, day: 0, rating: .good) })
    let sample = histories.reviews[..<100].map(\.rank)
    for quarter in 0..<4 {
      let count = sample.count { Int($0) / 250 == quarter }
      #expect((23...27).contains(count))
    }
  }

  @Test("no reviews make empty histories")
  func empty() {
    let histories = ReviewHistories([])
    #expect(histories.count == 0 && histories.chunks.isEmpty)
  }
}
