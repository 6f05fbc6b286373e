import Glibc

/// The statistics that bank rules need.
enum Statistics {
  /// The interval in which the true share lies with 95 % (Wilson's score interval, z = 1.96).
  static func wilson(_ hits: Double, of count: Double) -> ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    let z = 1.96
    let share = hits / count
    let scale = 1 + z * z / count
    let center = share + z * z / (2 * count)
    let half = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return (center - half) / scale...(center + half) / scale
  }

  /// The chance that four equally likely classes differ as much as `counts` (Pearson, 3 degrees of
  /// freedom; the upper tail of chi-square with 3 degrees in closed form).
  static func uniformity(_ counts: [Int]) -> Double {
    let sum = counts.reduce(0, +)
    guard sum > 0, counts.count == 4 else { return 1 }
    let expected = Double(sum) / 4
    let x = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    return erfc((x / 2).squareRoot()) + (2 * x / Double.pi).squareRoot() * exp(-x / 2)
  }

  /// The index of the largest value where it is the only one; nil where others equal it.
  static func onlyLargest<Value: Comparable>(_ values: [Value]) -> Int? {
    guard let largest = values.max() else { return nil }
    let index = values.firstIndex(of: largest)
    return values.count { $0 == largest } == 1 ? index : nil
  }

  /// The index of the smallest value where it is the only one.
  static func onlySmallest<Value: Comparable>(_ values: [Value]) -> Int? {
    guard let smallest = values.min() else { return nil }
    let index = values.firstIndex(of: smallest)
    return values.count { $0 == smallest } == 1 ? index : nil
  }
}
