/// How much each scored review counts in a fit: more, the later it was given.
struct Recency: Equatable, Sendable {
  private let scale: Double

  /// 0.25 + 0.75 (i/n)^3 for the i-th of n reviews, as fsrs-rs weighs them.
  init(count: Int) { scale = 1 / Double(max(1, count)) }

  @inline(__always)
  func weight(rank: UInt32) -> Double {
    let x = Double(rank) * scale
    return 0.25 + 0.75 * x * x * x
  }
}
