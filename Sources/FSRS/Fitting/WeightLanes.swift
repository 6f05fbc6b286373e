/// Derivatives of one quantity by every weight that can matter for one card.
///
/// A card has only one first stability, so 18 numbers stand for the 21 weights: w4 to w20, and
/// the logarithm of the first stability.
struct WeightLanes: Sendable {
  /// w4 to w7.
  var difficulty: SIMD4<Double> = .zero
  /// w8 to w15.
  var growth: SIMD8<Double> = .zero
  /// w16 to w19.
  var short: SIMD4<Double> = .zero
  /// w20, and the logarithm of the first stability.
  var ends: SIMD2<Double> = .zero

  static let count = 18

  @inline(__always)
  mutating func add(_ other: WeightLanes, times factor: Double) {
    difficulty += other.difficulty * factor
    growth += other.growth * factor
    short += other.short * factor
    ends += other.ends * factor
  }

  @inline(__always)
  mutating func scale(by factor: Double) {
    difficulty *= factor
    growth *= factor
    short *= factor
    ends *= factor
  }

  /// The weight that each number stands for, for a card whose first rating has this index.
  static func weights(first: Int) -> [Int] { Array(4...20) + [first] }

  /// The 18 numbers in order.
  var numbers: [Double] {
    (0..<4).map { difficulty[$0] } + (0..<8).map { growth[$0] } + (0..<4).map { short[$0] }
      + [ends[0], ends[1]]
  }
}
