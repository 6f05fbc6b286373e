/// Lines of text with roles, wrapped to a width: what a page shows when it may be longer than the
/// screen.
package struct TextBlock: Equatable, Sendable {
  /// Pieces of text with the columns where they begin.
  package struct Line: Equatable, Sendable {
    package var pieces: [Piece] = []
  }

  package struct Piece: Equatable, Sendable {
    package var x: Int
    package var text: String
    package var role: Role
  }

  package private(set) var lines: [Line] = []
  package let width: Int
  private let displayWidth: DisplayWidth

  package init(width: Int, using displayWidth: DisplayWidth) {
    self.width = max(1, width)
    self.displayWidth = displayWidth
  }

  package static func == (left: TextBlock, right: TextBlock) -> Bool {
    left.lines == right.lines && left.width == right.width
  }

  package mutating func blank(_ count: Int = 1) {
    for _ in 0..<count { lines.append(Line()) }
  }

  /// Adds wrapped text.
  /// - Parameters:
  ///   - indent: columns before every line.
  ///   - label: stands before the first line, at the left edge; it has a line of its own where it
  ///     is wider than the indent.
  package mutating func add(
    _ text: String, role: Role = .normal, indent: Int = 0, label: String = "",
    labelRole: Role = .normal
  ) {
    let room = max(8, width - indent)
    var wrapped = TextWrapping.wrap(text, width: room, using: displayWidth)
    if wrapped.isEmpty { wrapped = [""] }
    if !label.isEmpty, displayWidth.columns(of: label) > indent {
      lines.append(Line(pieces: [Piece(x: 0, text: label, role: labelRole)]))
    } else if !label.isEmpty {
      lines.append(
        Line(pieces: [
          Piece(x: 0, text: label, role: labelRole),
          Piece(x: indent, text: wrapped.removeFirst(), role: role),
        ]))
    }
    for line in wrapped {
      lines.append(Line(pieces: [Piece(x: indent, text: line, role: role)]))
    }
  }

  /// Adds one line of pieces as they are.
  package mutating func add(line pieces: [Piece]) { lines.append(Line(pieces: pieces)) }
}

extension Frame {
  /// Draws the part of a block that fits, from the line `scroll` on; a hint in the row below the
  /// area tells that there is more, one in the row above that there was.
  /// - Returns: how many lines lie below what is shown.
  @discardableResult
  package mutating func draw(_ block: TextBlock, in area: Area, scroll: Int = 0) -> Int {
    guard area.height > 0 else { return block.lines.count }
    let first = max(0, min(scroll, block.lines.count - area.height))
    for (row, line) in block.lines.dropFirst(first).prefix(area.height).enumerated() {
      for piece in line.pieces {
        put(
          piece.text, x: area.x + piece.x, y: area.y + row, role: piece.role,
          maxWidth: area.width - piece.x)
      }
    }
    let below = max(0, block.lines.count - first - area.height)
    if first > 0 { put("↑ more", endX: area.endX, y: area.y - 1, role: .accent) }
    if below > 0 { put("↓ more", endX: area.endX, y: area.endY, role: .accent) }
    return below
  }

  /// The first line of a page: where am I, and on the right what the clock or the calendar says.
  package mutating func header(_ title: String, right: String = "") {
    let room = width - displayWidth.columns(of: right) - 4
    put(displayWidth.fitted(title, width: max(8, room)), x: 1, y: 0, role: .title)
    put(right, endX: width - 1, y: 0, role: .muted)
  }

  /// The room between the first line and the help line, inside the margins.
  package var bodyArea: Area { area.inset(left: 2, top: 2, right: 2, bottom: 2) }
}
