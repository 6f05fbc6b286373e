import Glibc

/// A fast 64-bit check sum that tells whether a file's beginning is still the same.
///
/// No defense against malice: it finds edits, restored backups and torn copies. Eight bytes at a
/// time are mixed by a multiplication, in four independent lanes.
struct ByteHash {
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
  /// Bytes read at a time; a multiple of the 32 that are mixed at once.
  private static let piece = 1 << 18

  private var lanes = SIMD4<UInt64>(1, 2, 3, 4) &* factor
  private var count = 0

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = ByteHash()
    return bytes.withUnsafeBytes { hash.finish($0) }
  }

  /// The hash of the first bytes of a file; nil where it is shorter or unreadable.
  ///
  /// Read in pieces: a mapping of the whole would count as the program's memory.
  static func hash(ofFile path: String, first count: Int) -> UInt64? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var hash = ByteHash()
    return withUnsafeTemporaryAllocation(byteCount: piece, alignment: 32) { buffer in
      var offset = 0
      while true {
        let wanted = min(piece, count - offset)
        var got = 0
        while got < wanted {
          let part = pread(
            file, buffer.baseAddress?.advanced(by: got), wanted - got, off_t(offset + got))
          if part < 0 && errno == EINTR { continue }
          guard part > 0 else { return nil }
          got += part
        }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<wanted])
        offset += wanted
        if offset == count { return hash.finish(bytes) }
        hash.update(bytes)
      }
    }
  }

  /// Mixes bytes whose number is a multiple of 32.
  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 32 <= bytes.count {
      step(bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self))
      offset += 32
    }
    count += offset
  }

  /// Mixes the last bytes, of any number, and returns the sum.
  private mutating func finish(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    update(bytes)
    let rest = bytes.count % 32
    var tail = SIMD4<UInt64>(repeating: 0)
    for place in 0..<rest {
      let byte = UInt64(bytes[bytes.count - rest + place])
      tail[place / 8] |= byte << UInt64(place % 8 * 8)
    }
    step(tail)
    count += rest
    var sum = UInt64(count)
    for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* ByteHash.factor ^ (sum >> 29) }
    return sum
  }

  @inline(__always)
  private mutating func step(_ word: SIMD4<UInt64>) {
    let mixed = (lanes ^ word) &* ByteHash.factor
    lanes = mixed ^ (mixed &>> 32)
  }
}
