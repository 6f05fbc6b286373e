/// The days that each passing answer would grant, in their proper order.
///
/// Anki's rule, but for cards that leave learning after a miss: Hard at least 1 day, Good at least a day more than Hard, Easy
/// at least a day more than Good.
package struct PassingIntervals: Equatable, Sendable {
  package var hard: Int
  package var good: Int
  package var easy: Int

  /// The days granted for three unrounded intervals.
  /// - Parameters:
  ///   - last: the interval granted before, in days; 0 for a card that leaves learning.
  ///   - isRelearning: whether the card leaves learning after a miss. Then Good may be as soon as
  ///     Hard: what was missed today and just read again is asked tomorrow if the model says so.
  ///   - choose: picks a day of the fuzz, for example by ``LoadBalance``.
  package init(
    hard: Double, good: Double, easy: Double, last: Int, isRelearning: Bool = false,
    choose: (ClosedRange<Int>) -> Int
  ) {
    func granted(_ interval: Double, from least: Int) -> Int {
      choose(IntervalFuzz.days(around: interval, after: last, atLeast: least))
    }
    self.hard = granted(hard, from: 1)
    self.good = granted(good, from: isRelearning ? self.hard : self.hard + 1)
    self.easy = granted(easy, from: isRelearning ? self.good : self.good + 1)
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
