import Glibc

/// A fast 64-bit check sum that tells whether a file's beginning is still the same.
///
/// No defense against malice: it finds edits, restored backups and torn copies. Eight bytes at a
/// time are mixed by a multiplication, in four independent lanes.
struct ByteHash {
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// The hash of the first bytes of a file, read in pieces; nil where it is shorter or unreadable.
  static func hash(ofFile path: String, first count: Int) -> UInt64? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard count > 0 else { return hash([]) }
    guard let map = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), map != MAP_FAILED else {
      return nil
    }
    defer { munmap(map, count) }
    // A page past the end of a file that shrank would end the program.
    var status = stat()
    guard fstat(file, &status) == 0, Int(status.st_size) >= count else { return nil }
    return hash(UnsafeRawBufferPointer(start: map, count: count))
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4) &* factor
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes = step(lanes, bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self))
      offset += 32
    }
    var tail = SIMD4<UInt64>(repeating: 0)
    for (place, index) in (offset..<bytes.count).enumerated() {
      tail[place / 8] |= UInt64(bytes[index]) << UInt64(place % 8 * 8)
    }
    lanes = step(lanes, tail)
    var sum = UInt64(bytes.count)
    for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* factor ^ (sum >> 29) }
    return sum
  }

  @inline(__always)
  private static func step(_ lanes: SIMD4<UInt64>, _ word: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let mixed = (lanes ^ word) &* factor
    return mixed ^ (mixed &>> 32)
  }
}
