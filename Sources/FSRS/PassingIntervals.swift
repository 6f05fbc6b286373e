/// The days that each passing answer would grant, in their proper order.
///
/// Anki's rule for cards in review: Hard at least 1 day, Good at least a day more than Hard, Easy
/// at least a day more than Good.
package struct PassingIntervals: Equatable, Sendable {
  package var hard: Int
  package var good: Int
  package var easy: Int

  /// The days granted for three unrounded intervals.
  /// - Parameters:
  ///   - last: the interval granted before, in days; 0 for a card that leaves learning.
  ///   - choose: picks a day of the fuzz, for example by ``LoadBalance``.
  package init(
    hard: Double, good: Double, easy: Double, last: Int, choose: (ClosedRange<Int>) -> Int
  ) {
    func granted(_ interval: Double, above floor: Int) -> Int {
      choose(IntervalFuzz.days(around: interval, after: last, atLeast: floor + 1))
    }
    self.hard = granted(hard, above: 0)
    self.good = granted(good, above: self.hard)
    self.easy = granted(easy, above: self.good)
  }

  /// The days of a passing answer; nil for Again, which goes back to learning.
  package subscript(rating: Rating) -> Int? {
    switch rating {
    case .again: nil
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
