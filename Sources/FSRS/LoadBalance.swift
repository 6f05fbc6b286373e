/// Chooses among the days of the fuzz so that no day fills up while its neighbours are empty.
package enum LoadBalance {
  /// One of `days`, preferring those on which little is due.
  ///
  /// A day with n cards due is drawn with weight 1/(1 + n)^2: twice as full is about a quarter
  /// as likely, and with equal days it is the plain fuzz.
  /// - Parameters:
  ///   - days: intervals in days, as ``IntervalFuzz`` gives them.
  ///   - due: how many cards are due so many days from now.
  package static func choose(
    from days: ClosedRange<Int>, seed: UInt64, due: (Int) -> Int
  ) -> Int {
    let weights = days.map { day in
      let cards = Double(1 + max(0, due(day)))
      return 1 / (cards * cards)
    }
    var rest = SeededDraw.unit(seed) * weights.reduce(0, +)
    for (day, weight) in zip(days, weights) {
      rest -= weight
      if rest < 0 { return day }
    }
    return days.upperBound
  }
}
