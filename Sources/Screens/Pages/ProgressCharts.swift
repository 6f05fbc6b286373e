import Study

extension TextBlock {
  /// Adds a row of a bar chart: a label, the bar with its empty part in dots, a value.
  /// - Parameters:
  ///   - share: 0 to 1 of a full bar; nil leaves the bar empty.
  ///   - mark: where a line crosses the bar, 0 to 1.
  mutating func addBar(
    _ label: String, labelWidth: Int, share: Double?, width barWidth: Int, mark: Double? = nil,
    value: String, role: Role = .normal
  ) {
    let x = labelWidth + 1
    var pieces = [
      Piece(x: 0, text: label, role: .muted),
      Piece(x: x, text: String(repeating: "·", count: barWidth), role: .chartEmpty),
      Piece(x: x, text: Charts.bar(share: share ?? 0, width: barWidth), role: .chartFull),
    ]
    if let mark { pieces.append(TextBlock.mark(mark, x: x, width: barWidth)) }
    pieces.append(Piece(x: x + barWidth + 1, text: value, role: role))
    add(line: pieces)
  }

  /// A line across a bar, as a goal or a limit.
  static func mark(_ share: Double, x: Int, width: Int) -> Piece {
    Piece(x: x + column(share, width: width), text: "│", role: .chartMark)
  }

  /// The column of a share of 0 to 1 within `width` columns.
  static func column(_ share: Double, width: Int) -> Int {
    min(max(0, Int(share * Double(width))), max(0, width - 1))
  }

  /// A value with its interval on a line: `──●──`, the limit as `│`.
  static func interval(
    _ low: Double, _ middle: Double, _ high: Double, limit: Double, x: Int, width: Int
  ) -> [Piece] {
    let (first, last) = (column(low, width: width), column(high, width: width))
    return [
      Piece(x: x, text: String(repeating: "·", count: width), role: .chartEmpty),
      Piece(x: x + first, text: String(repeating: "─", count: last - first + 1), role: .chartFull),
      mark(limit, x: x, width: width),
      Piece(x: x + column(middle, width: width), text: Glyphs.chosen, role: .accent),
    ]
  }

  /// Adds a heading within the page, with a line of space above it.
  mutating func addSection(_ title: String, note: String = "") {
    blank()
    var pieces = [Piece(x: 0, text: title, role: .normal)]
    if title.count + 3 + note.count <= width {
      pieces.append(Piece(x: title.count + 3, text: note, role: .muted))
    }
    add(line: pieces)
  }
}
