/// Whole parts in proportion, by the method of the largest remainder (Hamilton).
enum Apportionment {
  /// Splits `total` in proportion to `weights`; of equal remainders the earlier gets its part first.
  /// - Returns: parts that add up to `total`, or zeros where all weights are 0.
  static func parts(of total: Int, weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    let byRemainder = weights.indices.sorted {
      let (left, right) = (total * weights[$0] % sum, total * weights[$1] % sum)
      return left != right ? left > right : $0 < $1
    }
    for place in byRemainder.prefix(total - parts.reduce(0, +)) { parts[place] += 1 }
    return parts
  }

  /// `total * part / whole`, rounded half up.
  static func share(_ part: Int, of whole: Int, from total: Int) -> Int {
    whole <= 0 ? 0 : (2 * total * part + whole) / (2 * whole)
  }
}
