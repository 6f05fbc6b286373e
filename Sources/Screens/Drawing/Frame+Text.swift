extension Frame {
  /// The rows as text, without blanks at the end of a row.
  package var text: [String] {
    rows { cell, line in cell.forEachScalar { line.unicodeScalars.append($0) } }
      .map { Frame.trimmed($0, of: " ") }
  }

  /// The rows as letters, one for each column's role, without normal cells at the end of a row.
  package var roles: [String] {
    rows { cell, line in line.append(cell.role.letter) }
      .map { Frame.trimmed($0, of: Role.normal.letter) }
  }

  private func rows(_ append: (Cell, inout String) -> Void) -> [String] {
    (0..<height).map { y in
      cells[(y * width)..<((y + 1) * width)].reduce(into: "") { append($1, &$0) }
    }
  }

  private static func trimmed(_ line: String, of end: Character) -> String {
    guard let last = line.lastIndex(where: { $0 != end }) else { return "" }
    return String(line[...last])
  }
}
