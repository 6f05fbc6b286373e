/// The spread around an interval that keeps cards learned together from returning together.
///
/// Anki's rule: nothing under 2.5 days; else one day and 15 % of what lies between 2.5 and 7
/// days, 10 % between 7 and 20, 5 % above.
package enum IntervalFuzz {
  /// How far an interval may move either way, in days.
  package static func halfWidth(_ interval: Double) -> Double {
    guard interval >= 2.5 else { return 0 }
    let short = min(interval, 7) - 2.5
    let middle = max(min(interval, 20) - 7, 0)
    let long = max(interval - 20, 0)
    return 1 + 0.15 * short + 0.1 * middle + 0.05 * long
  }

  /// The whole days that an interval may become.
  /// - Parameters:
  ///   - interval: the days that the model asks for, unrounded.
  ///   - allowed: where the days must lie; the spread is cut to it.
  package static func days(
    around interval: Double, within allowed: ClosedRange<Int> = WholeDays.range
  ) -> ClosedRange<Int> {
    let centre = min(max(interval, Double(allowed.lowerBound)), Double(allowed.upperBound))
    let width = halfWidth(centre)
    let lower = clamped((centre - width).rounded(), allowed)
    let upper = clamped((centre + width).rounded(), allowed)
    // Rounding can leave a single day; one more keeps a spread.
    if upper == lower && upper > 2 && upper < allowed.upperBound { return lower...(lower + 1) }
    return lower...upper
  }

  /// The days that an interval may become when the last one was `last` days.
  ///
  /// What grows never falls back: above `last` the spread begins at `last + 1`; where it only
  /// reaches `last`, there.
  package static func days(
    around interval: Double, after last: Int, atLeast least: Int = 1
  ) -> ClosedRange<Int> {
    let reach = days(around: interval).upperBound
    let floor = interval > Double(last) ? last + 1 : reach >= last ? last : 1
    let lower = min(max(floor, least, 1), WholeDays.range.upperBound)
    return days(around: interval, within: lower...WholeDays.range.upperBound)
  }

  /// One of the days, each as likely as the other.
  package static func draw(from days: ClosedRange<Int>, seed: UInt64) -> Int {
    days.lowerBound + Int(SeededDraw.unit(seed) * Double(days.count))
  }

  private static func clamped(_ day: Double, _ allowed: ClosedRange<Int>) -> Int {
    Int(min(max(day, Double(allowed.lowerBound)), Double(allowed.upperBound)))
  }
}
