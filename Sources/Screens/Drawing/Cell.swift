/// One column of one row: a character's first column, or the second column of a wide one.
package struct Cell: Equatable, Sendable {
  /// The character; a space in the second column of a wide one.
  package private(set) var scalar: Unicode.Scalar
  /// Up to two combining marks on it, U+0000 for none: enough for every living script.
  private var marks: (Unicode.Scalar, Unicode.Scalar) = ("\0", "\0")
  package var role: Role
  /// 1 or 2, and 0 for the second column of a wide character.
  package let columns: Int8

  /// An empty column.
  package static func blank(_ role: Role = .normal) -> Cell {
    Cell(scalar: " ", role: role, columns: 1)
  }

  init(scalar: Unicode.Scalar, role: Role, columns: Int8) {
    self.scalar = scalar
    self.role = role
    self.columns = columns
  }

  /// Sets a combining mark on the character; a third one is dropped.
  mutating func add(mark: Unicode.Scalar) {
    if marks.0 == "\0" {
      marks.0 = mark
    } else if marks.1 == "\0" {
      marks.1 = mark
    }
  }

  /// Calls `body` with the character and its marks; with nothing in a wide one's second column.
  @inline(__always)
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    guard columns > 0 else { return }
    body(scalar)
    guard marks.0 != "\0" else { return }
    body(marks.0)
    if marks.1 != "\0" { body(marks.1) }
  }

  package static func == (left: Cell, right: Cell) -> Bool {
    left.scalar == right.scalar && left.marks == right.marks && left.role == right.role
      && left.columns == right.columns
  }
}
