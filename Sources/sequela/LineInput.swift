import Glibc

/// Standard input line by line, with a limit to the waiting: a deadline comes without input.
struct LineInput {
  enum Reply: Equatable {
    case line(String)
    case end
    /// The time is up and no line came.
    case nothing
  }

  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private let descriptor: Int32

  init(descriptor: Int32 = 0) { self.descriptor = descriptor }

  /// The longest line that is kept whole, in bytes.
  private static let longest = 1 << 16

  /// The next line without its end.
  /// - Parameter milliseconds: how long to wait at most.
  mutating func next(waiting milliseconds: Int) -> Reply {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        buffer.removeSubrange(...end)
        return .line(LineInput.text(line))
      }
      if isAtEnd {
        guard !buffer.isEmpty else { return .end }
        defer { buffer = [] }
        return .line(LineInput.text(buffer[...]))
      }
      var wanted = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      let ready = poll(&wanted, 1, Int32(clamping: max(0, milliseconds)))
      if ready == 0 { return .nothing }
      // A signal ends the wait early; the caller looks at the clock and asks again.
      if ready < 0 { return errno == EINTR ? .nothing : .end }
      read()
    }
  }

  private mutating func read() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { return }
    guard count > 0 else {
      isAtEnd = true
      return
    }
    buffer += chunk[..<count]
    if buffer.count > LineInput.longest, !buffer.contains(0x0A) { buffer.removeAll() }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\r") { text.removeLast() }
    return text
  }
}
