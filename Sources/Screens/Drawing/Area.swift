/// A rectangle of cells.
package struct Area: Equatable, Sendable {
  package var x: Int
  package var y: Int
  /// Columns, 0 or more.
  package var width: Int
  /// Rows, 0 or more.
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column to the right of it.
  package var endX: Int { x + width }
  /// The first row below it.
  package var endY: Int { y + height }
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// What is left inside margins.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Area {
    Area(
      x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The upper `rows` and the rest; a row count beyond the height leaves an empty rest.
  package func split(top rows: Int) -> (top: Area, rest: Area) {
    let rows = min(max(0, rows), height)
    return (
      Area(x: x, y: y, width: width, height: rows),
      Area(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The lower `rows` and the rest above.
  package func split(bottom rows: Int) -> (rest: Area, bottom: Area) {
    let (rest, bottom) = split(top: height - min(max(0, rows), height))
    return (rest, bottom)
  }

  /// The left `columns` and the rest.
  package func split(left columns: Int) -> (left: Area, rest: Area) {
    let columns = min(max(0, columns), width)
    return (
      Area(x: x, y: y, width: columns, height: height),
      Area(x: x + columns, y: y, width: width - columns, height: height)
    )
  }

  /// The part that lies in the other one too.
  package func clipped(to other: Area) -> Area {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Area(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }
}
