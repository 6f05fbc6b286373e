/// One answer as a learner's history has it.
package struct TimedReview: Equatable, Sendable {
  /// Which card, counted from 0 without large gaps.
  package var card: Int32
  /// The study day of the answer.
  package var day: Int32
  package var rating: Rating

  package init(card: Int32, day: Int32, rating: Rating) {
    self.card = card
    self.day = day
    self.rating = rating
  }
}

/// A learner's reviews, grouped by card and packed for passes over millions of them.
///
/// The cards stand in an order that spreads them evenly, so that any first part of them is a fair
/// sample of all; they are cut into chunks that are summed apart and added in order, whatever the
/// number of cores.
package struct ReviewHistories: Equatable, Sendable {
  /// A review of a card, after the one before it.
  struct Review: Equatable, Sendable {
    /// Its place among all reviews in time order, from 0.
    var rank: UInt32
    /// Study days since the card's review before; 0 for its first.
    var days: UInt16
    var rating: Rating
  }

  /// All reviews, card after card, each card's in time order.
  let reviews: [Review]
  /// Where each card's reviews begin, and at the end their count.
  let starts: [Int32]
  /// Consecutive cards of about ``chunkSize`` reviews.
  let chunks: [Range<Int>]
  /// How many reviews are scored: those on a later day than the card's review before.
  package let scored: Int

  /// About how many reviews are summed in one go.
  static let chunkSize = 1_024

  /// Packs reviews that are given in time order.
  package init(_ timed: [TimedReview]) {
    let cardCount = Int(timed.lazy.map(\.card).max() ?? -1) + 1
    var counts = [Int32](repeating: 0, count: cardCount)
    for review in timed { counts[Int(review.card)] += 1 }

    var starts: [Int32] = []
    starts.reserveCapacity(cardCount + 1)
    var place = [Int32](repeating: 0, count: cardCount)
    var chunks: [Range<Int>] = []
    var next: Int32 = 0
    var chunkStart = (card: 0, review: 0)
    for card in ReviewHistories.evenOrder(cardCount) where counts[card] > 0 {
      place[card] = next
      starts.append(next)
      next += counts[card]
      if Int(next) - chunkStart.review >= ReviewHistories.chunkSize {
        chunks.append(chunkStart.card..<starts.count)
        chunkStart = (starts.count, Int(next))
      }
    }
    if chunkStart.card < starts.count { chunks.append(chunkStart.card..<starts.count) }
    starts.append(next)

    var lastDay = [Int32](repeating: .min, count: cardCount)
    let empty = Review(rank: 0, days: 0, rating: .again)
    var reviews = [Review](repeating: empty, count: timed.count)
    for (rank, review) in timed.enumerated() {
      let card = Int(review.card)
      let last = lastDay[card]
      let days = last == .min ? 0 : min(max(Int(review.day) - Int(last), 0), 36_500)
      lastDay[card] = review.day
      reviews[Int(place[card])] = Review(
        rank: UInt32(rank), days: UInt16(days), rating: review.rating)
      place[card] += 1
    }
    scored = reviews.reduce(0) { $1.days > 0 ? $0 + 1 : $0 }
    self.reviews = reviews
    self.starts = starts
    self.chunks = chunks
  }

  /// How many reviews there are.
  package var count: Int { reviews.count }

  /// 0..<count in steps of about the golden section, so that every beginning is spread evenly.
  private static func evenOrder(_ count: Int) -> some Sequence<Int> {
    var step = max(1, Int(Double(count) * 0.618_033_988_75))
    while !areCoprime(step, count) { step += 1 }
    let stride = step
    return (0..<count).lazy.map { $0 * stride % count }
  }

  private static func areCoprime(_ a: Int, _ b: Int) -> Bool {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a <= 1
  }
}
