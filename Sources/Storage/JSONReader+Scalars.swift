extension JSONReader {
  /// The next value, which must be a string.
  package mutating func string() throws(JSONError) -> String {
    try expect(.string)
    return try quoted()
  }

  /// The next value, which must be a number.
  package mutating func number() throws(JSONError) -> Double {
    try expect(.number)
    return try scanNumber().value
  }

  /// The next value, which must be a number without fraction that fits `Int`.
  package mutating func integer() throws(JSONError) -> Int {
    try expect(.number)
    let place = position
    let number = try scanNumber()
    if let whole = number.whole { return whole }
    guard let whole = Int(exactly: number.value) else { throw fault(.notAnInteger, at: place) }
    return whole
  }

  /// The next value, which must be true or false.
  package mutating func bool() throws(JSONError) -> Bool {
    try expect(.bool)
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// The next value, which must be null.
  package mutating func null() throws(JSONError) {
    try expect(.null)
    try word("null")
  }

  /// Checks and passes over a string; a plain one without building it.
  mutating func skipString() throws(JSONError) {
    var place = position + 1
    while place < limit {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        position = place + 1
        return
      }
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { break }
      place += 1
    }
    _ = try quoted()
  }

  /// The string or key whose opening quote is next.
  mutating func quoted() throws(JSONError) -> String {
    let open = position
    let first = open + 1
    var place = first
    var isASCII = true
    while place < limit {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        position = place + 1
        lastStringWasPlain = isASCII
        return try text(of: bytes.span.extracting(first..<place), opened: open)
      }
      if byte == UInt8(ascii: "\\") { return try escaped(from: first, firstEscape: place) }
      if byte < 0x20 { throw fault(.controlCharacter(byte), at: place) }
      if byte >= 0x7F { isASCII = false }
      place += 1
    }
    position = limit
    throw fault(.unexpectedEnd)
  }

  /// The slow path of ``quoted()``: a string with at least one escape.
  private mutating func escaped(from first: Int, firstEscape: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * (firstEscape - first) + 64)
    text.append(contentsOf: bytes[first..<firstEscape])
    position = firstEscape
    while position < limit {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        lastStringWasPlain = false
        return try self.text(of: text.span, opened: first - 1)
      case UInt8(ascii: "\\"):
        try appendEscape(to: &text)
      case 0..<0x20:
        throw fault(.controlCharacter(byte))
      default:
        text.append(byte)
        position += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  /// Bytes as a string, where they are UTF-8; an error points to the opening quote.
  @inline(__always)
  private func text(of bytes: Span<UInt8>, opened: Int) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw fault(.badUTF8, at: opened)
    }
  }

  /// Appends what the escape at the current place stands for.
  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
    let place = position
    guard place + 1 < limit else { throw fault(.unexpectedEnd, at: limit) }
    position += 2
    switch bytes[place + 1] {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexFour(escapeAt: place)
      if (0xD800..<0xDC00).contains(code) {
        guard position + 1 < limit, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw fault(.badEscape, at: place) }
        position += 2
        let low = try hexFour(escapeAt: place)
        guard (0xDC00..<0xE000).contains(low) else { throw fault(.badEscape, at: place) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault(.badEscape, at: place) }
      text.append(contentsOf: String(scalar).utf8)
    default: throw fault(.badEscape, at: place)
    }
  }

  /// Four hexadecimal digits as a number.
  private mutating func hexFour(escapeAt place: Int) throws(JSONError) -> UInt32 {
    guard position + 4 <= limit else { throw fault(.badEscape, at: place) }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw fault(.badEscape, at: place)
      }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }

  private mutating func expect(_ wanted: JSONKind) throws(JSONError) {
    let found = try peek()
    guard found == wanted else { throw fault(.mismatch(found: found, wanted: wanted)) }
  }

  private mutating func word(_ word: String) throws(JSONError) {
    for letter in word.utf8 {
      guard position < limit else { throw fault(.unexpectedEnd) }
      guard bytes[position] == letter else {
        throw fault(.unexpected(byte: bytes[position], wanted: "'\(word)'"))
      }
      position += 1
    }
  }
}
