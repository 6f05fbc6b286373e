/// One picture of the screen: a grid of cells with roles, and perhaps a cursor.
///
/// Nothing untrusted passes: control characters, escape sequences and bidirectional overrides are
/// replaced or dropped by ``put(_:x:y:role:maxWidth:)``, the only way for text into the grid.
package struct Frame: Sendable {
  /// Columns, 0 or more.
  package let width: Int
  /// Rows, 0 or more.
  package let height: Int
  /// How wide a text is here; to be used for wrapping.
  package let displayWidth: DisplayWidth
  /// Row by row; `width * height` of them.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor blinks; nil: nowhere.
  package var cursor: (x: Int, y: Int)?

  /// - Parameter ascii: draws everything in ASCII, whatever `displayWidth` allows.
  package init(
    width: Int, height: Int, displayWidth: DisplayWidth = .standard, ascii: Bool = false
  ) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.displayWidth = ascii ? displayWidth.with(glyphs: .ascii) : displayWidth
    cells = Array(repeating: .blank(), count: self.width * self.height)
  }

  /// The whole grid.
  package var area: Area { Area(x: 0, y: 0, width: width, height: height) }

  /// Whether only ASCII is drawn; for key names.
  package var isASCII: Bool { displayWidth.glyphs == .ascii }

  /// Writes one line of text and returns the columns used.
  ///
  /// What lies outside the grid or beyond `maxWidth` columns is cut; of a wide character that does
  /// not fit whole nothing is drawn but a space.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, x: Int, y: Int, role: Role = .normal, maxWidth: Int = .max
  ) -> Int {
    guard y >= 0, y < height, x < width, maxWidth > 0 else { return 0 }
    let end = maxWidth < width - x ? x + maxWidth : width
    let row = y * width
    var column = x
    // The cell that a combining mark belongs to.
    var base: Int?
    displayWidth.forEachSign(in: text) { sign, columns in
      if columns == 0 {
        if let base { cells[base].add(mark: sign) }
        return true
      }
      base = nil
      guard column < end else { return false }
      if column >= 0 && column + columns <= end {
        write(sign, columns, row: row, column: column, role)
        base = row + column
      } else {
        for part in max(column, 0)..<max(min(column + columns, end), 0) {
          write(" ", 1, row: row, column: part, role)
        }
      }
      column += columns
      return true
    }
    return max(0, min(column, end) - x)
  }

  /// Writes one line of text that ends before column `endX`, and returns the columns used.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, endX: Int, y: Int, role: Role = .normal
  ) -> Int {
    put(text, x: endX - displayWidth.columns(of: text), y: y, role: role)
  }

  /// Fills a rectangle with one character of one column.
  package mutating func fill(_ area: Area, with character: Character = " ", role: Role = .normal) {
    let area = area.clipped(to: self.area)
    guard !area.isEmpty else { return }
    let line = String(repeating: character, count: area.width)
    for y in area.y..<area.endY { put(line, x: area.x, y: y, role: role, maxWidth: area.width) }
  }

  /// Gives a rectangle another role and leaves its text.
  package mutating func paint(_ area: Area, role: Role) {
    let area = area.clipped(to: self.area)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX { cells[y * width + x].role = role }
    }
  }

  /// Draws a line across the page, with a margin on both sides.
  package mutating func rule(y: Int, margin: Int = 2) {
    let line = area.inset(left: margin, right: margin)
    put(String(repeating: "─", count: line.width), x: line.x, y: y, role: .rule)
  }

  /// Sets a sign, and blanks what remains of a wide character that it half covers.
  private mutating func write(
    _ sign: Unicode.Scalar, _ columns: Int, row: Int, column: Int, _ role: Role
  ) {
    let index = row + column
    if cells[index].columns == 0 { cells[index - 1] = .blank(cells[index - 1].role) }
    let next = index + columns
    if next < row + width, cells[next].columns == 0 {
      cells[next] = .blank(cells[next].role)
    }
    cells[index] = Cell(scalar: sign, role: role, columns: Int8(columns))
    if columns == 2 { cells[index + 1] = Cell(scalar: " ", role: role, columns: 0) }
  }
}

extension Frame: Equatable {
  /// Frames are equal when the screen would look the same.
  package static func == (left: Frame, right: Frame) -> Bool {
    left.width == right.width && left.cells == right.cells
      && left.cursor?.x == right.cursor?.x && left.cursor?.y == right.cursor?.y
  }
}
