import Screens
import Testing

/// What a terminal would show: a small emulator of what ncurses sends for `xterm-256color` and
/// `linux`.
package struct VirtualScreen: Equatable, Sendable {
  /// How characters look.
  package struct Pen: Equatable, Sendable {
    package var isBold = false
    package var isDim = false
    package var isUnderlined = false
    package var isReversed = false
    /// 0 to 255; nil: the terminal's own.
    package var foreground: Int?
    package var background: Int?

    package init(
      isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false,
      isReversed: Bool = false, foreground: Int? = nil, background: Int? = nil
    ) {
      self.isBold = isBold
      self.isDim = isDim
      self.isUnderlined = isUnderlined
      self.isReversed = isReversed
      self.foreground = foreground
      self.background = background
    }
  }

  /// One column; the second column of a wide character holds no text.
  package struct Cell: Equatable, Sendable {
    package var text = " "
    package var pen = Pen()
  }

  package private(set) var width: Int
  package private(set) var height: Int
  package private(set) var cells: [[Cell]]
  package internal(set) var cursor = (x: 0, y: 0)
  package internal(set) var isCursorVisible = true
  /// Whether a full-screen program has the screen; its content goes when it leaves.
  package private(set) var isAlternate = false
  package internal(set) var isPasteBracketed = false
  package internal(set) var bells = 0

  var pen = Pen()
  var scrollTop = 0
  var scrollBottom: Int
  var parser = ControlParser()
  /// The character that REP repeats.
  var lastPrinted: Unicode.Scalar = " "
  private var mainCells: [[Cell]] = []
  private var mainCursor = (x: 0, y: 0)

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
    scrollBottom = height - 1
    cells = Self.blank(width, height)
  }

  /// The rows, without blanks at the end of a row.
  package var text: [String] {
    cells.map { row in
      let line = row.map(\.text).joined()
      return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
    }
  }

  /// Whether a text stands somewhere in one row.
  package func contains(_ part: String) -> Bool { text.contains { $0.contains(part) } }

  /// How the first character of a text looks; nil where the text is not there.
  package func pen(of part: String) -> Pen? {
    for (y, line) in text.enumerated() {
      guard let range = line.firstRange(of: part) else { continue }
      let x = DisplayWidth.standard.columns(of: line[..<range.lowerBound])
      return cells[y][x].pen
    }
    return nil
  }

  /// Changes the size; what fits stays, because programs send only what differs.
  package mutating func resize(width: Int, height: Int) {
    func fitted(_ rows: [[Cell]]) -> [[Cell]] {
      let rows = rows.prefix(height).map { row in
        row.prefix(width) + Array(repeating: Cell(), count: max(0, width - row.count))
      }
      return rows.map(Array.init) + Self.blank(width, max(0, height - rows.count))
    }
    cells = fitted(cells)
    if isAlternate { mainCells = fitted(mainCells) }
    (self.width, self.height) = (width, height)
    (scrollTop, scrollBottom) = (0, height - 1)
    cursor = (min(cursor.x, width - 1), min(cursor.y, height - 1))
  }

  package static func == (left: VirtualScreen, right: VirtualScreen) -> Bool {
    left.cells == right.cells && left.cursor == right.cursor
      && left.isCursorVisible == right.isCursorVisible && left.isAlternate == right.isAlternate
  }
}

extension VirtualScreen: CustomTestStringConvertible {
  /// What is on the screen; a failed expectation prints it.
  package var testDescription: String { "\n" + text.joined(separator: "\n") }
}

// What control sequences do.
extension VirtualScreen {
  private static func blank(_ width: Int, _ height: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: width), count: height)
  }

  /// An empty cell: terminals of today keep the background colour of the pen.
  private var erased: Cell { Cell(text: " ", pen: Pen(background: pen.background)) }

  mutating func print(_ scalar: Unicode.Scalar) {
    let columns = DisplayWidth.standard.columns(of: scalar)
    if columns == 0 {
      let x = min(cursor.x, width) - 1
      guard x >= 0 else { return }
      let base = cells[cursor.y][x].text.isEmpty ? x - 1 : x
      cells[cursor.y][max(0, base)].text.unicodeScalars.append(scalar)
      return
    }
    if cursor.x + columns > width {
      cursor.x = 0
      lineFeed()
    }
    cells[cursor.y][cursor.x] = Cell(text: String(scalar), pen: pen)
    if columns == 2 { cells[cursor.y][cursor.x + 1] = Cell(text: "", pen: pen) }
    cursor.x += columns
    lastPrinted = scalar
  }

  mutating func lineFeed() {
    if cursor.y == scrollBottom { scroll(from: scrollTop, by: 1) } else { move(y: cursor.y + 1) }
  }

  mutating func move(x: Int? = nil, y: Int? = nil) {
    cursor.x = min(max(0, x ?? cursor.x), width - 1)
    cursor.y = min(max(0, y ?? cursor.y), height - 1)
  }

  /// Moves the rows from `top` to the scroll region's end up (or down where negative).
  mutating func scroll(from top: Int, by count: Int) {
    guard top <= scrollBottom else { return }
    let room = scrollBottom - top + 1
    let distance = min(abs(count), room)
    let empty = Array(repeating: Array(repeating: erased, count: width), count: distance)
    let rows = Array(cells[top...scrollBottom])
    let kept: [[Cell]] =
      count > 0 ? rows.dropFirst(distance) + empty : empty + rows.dropLast(distance)
    cells.replaceSubrange(top...scrollBottom, with: kept)
  }

  mutating func erase(_ columns: Range<Int>, y: Int) {
    for x in columns.clamped(to: 0..<width) { cells[y][x] = erased }
  }

  mutating func erase(rows: Range<Int>) {
    for y in rows.clamped(to: 0..<height) { erase(0..<width, y: y) }
  }

  /// Inserts blanks at the cursor, or deletes cells where negative.
  mutating func shift(by count: Int) {
    let (x, y) = (min(cursor.x, width - 1), cursor.y)
    let empty = Array(repeating: erased, count: min(abs(count), width - x))
    let rest = Array(cells[y][x...])
    let kept: [Cell] =
      count > 0 ? empty + rest.dropLast(empty.count) : rest.dropFirst(empty.count) + empty
    cells[y].replaceSubrange(x..., with: kept)
  }

  mutating func setAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    if isOn {
      (mainCells, mainCursor) = (cells, cursor)
      cells = Self.blank(width, height)
    } else {
      (cells, cursor) = (mainCells, mainCursor)
      move()
    }
  }
}
