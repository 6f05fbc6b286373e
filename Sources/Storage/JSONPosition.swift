/// A place in a text, for a person: both count from 1, columns in Unicode scalars.
package struct TextPosition: Equatable, Sendable {
  package var line: Int
  package var column: Int
}

/// Turns places in a text, given in bytes, into lines and columns.
struct LineTable {
  private let bytes: ArraySlice<UInt8>
  /// Offsets at which lines begin, ascending; built when first asked.
  private lazy var starts: [Int] = {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    return starts
  }()

  init(of bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes[range ?? 0..<bytes.count]
  }

  /// The line and column of a byte offset from the start of the text.
  mutating func position(at offset: Int) -> TextPosition {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let base = bytes.startIndex
    let before = bytes[base + starts[low]..<base + offset]
    // Continuation bytes (10xxxxxx) belong to the scalar before them.
    let column = before.reduce(into: 1) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    return TextPosition(line: low + 1, column: column)
  }
}
