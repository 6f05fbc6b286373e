import Glibc

/// Charts as text, in block characters; a ``Frame`` puts other signs where the terminal has none.
package enum Charts {
  /// A horizontal bar with a precision of an eighth of a column.
  /// - Parameters:
  ///   - share: 0 (nothing) to 1 (full); what lies beyond is taken as the limit.
  ///   - width: the columns of a full bar.
  /// - Returns: the full part, at most `width` columns. Every share above 0 shows something, and
  ///   none below 1 a full bar.
  package static func bar(share: Double, width: Int) -> String {
    guard width > 0, share > 0 else { return "" }
    let whole = width * 8
    var parts = share >= 1 ? whole : Int((share * Double(whole)).rounded())
    if share < 1 { parts = min(max(parts, 1), whole - 1) }
    let rest = parts % 8
    return String(repeating: Glyphs.eighths[7], count: parts / 8)
      + (rest > 0 ? String(Glyphs.eighths[rest - 1]) : "")
  }

  /// One column for each value, its height in eighths of a row.
  /// - Parameter maximum: the value that fills the row; nil: the greatest one.
  /// - Returns: the lowest sign for 0 and less, a space for a value that is not a number.
  package static func sparkline(_ values: [Double], maximum: Double? = nil) -> String {
    let top = maximum ?? values.filter(\.isFinite).max() ?? 0
    return String(
      values.map { value -> Character in
        if value.isNaN { return " " }
        guard top > 0, value > 0 else { return Glyphs.steps[0] }
        return Glyphs.steps[Int((min(value / top, 1) * 7).rounded())]
      })
  }

  /// The sign of a heat map for a share of 0 to 1; only 0 and less look empty.
  package static func shade(share: Double) -> Character {
    guard share > 0 else { return Glyphs.shades[0] }
    return Glyphs.shades[min(max(Int((share * 4).rounded(.up)), 1), 4)]
  }
}

extension Frame {
  /// Draws a horizontal bar of `width` columns, its empty part in dots.
  package mutating func bar(
    share: Double, x: Int, y: Int, width: Int, role: Role = .chartFull
  ) {
    guard width > 0 else { return }
    let used = put(Charts.bar(share: share, width: width), x: x, y: y, role: role)
    put(String(repeating: "·", count: width - used), x: x + used, y: y, role: .chartEmpty)
  }

  /// Draws a sparkline, one column for each value, and returns the columns used.
  @discardableResult
  package mutating func sparkline(
    _ values: [Double], maximum: Double? = nil, x: Int, y: Int, role: Role = .chartFull
  ) -> Int {
    put(Charts.sparkline(values, maximum: maximum), x: x, y: y, role: role)
  }
}
