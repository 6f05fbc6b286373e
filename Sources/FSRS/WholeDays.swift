/// Intervals as a calendar has them: whole days, at least one and at most a hundred years.
package enum WholeDays {
  /// 1 to 36,500 days.
  package static let range: ClosedRange<Int> = 1...36_500

  /// The whole number of days nearest to an interval, within ``range``.
  package static func nearest(_ interval: Double) -> Int {
    guard interval > 1 else { return range.lowerBound }
    return Int(min(interval, Double(range.upperBound)).rounded())
  }
}
