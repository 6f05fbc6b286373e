/// A pull reader of JSON text: the caller asks for what it expects, one value at a time.
///
/// Strict (RFC 8259): no comments, no trailing commas, no raw control characters; strings are checked
/// for valid escapes and UTF-8 even where they are skipped. Nesting is bounded by ``deepest``.
/// ```swift
/// var reader = JSONReader(bytes)
/// try reader.beginObject()
/// while let key = try reader.nextKey() {
///   switch key {
///   case "id": id = try reader.string()
///   default: try reader.skip()
///   }
/// }
/// try reader.end()
/// ```
package struct JSONReader: Sendable {
  /// Objects and arrays may lie in one another this deep.
  package static let deepest = 64

  let bytes: [UInt8]
  private let start: Int
  let limit: Int
  var position: Int
  private var depth = 0
  /// Bit d: the open object or array at depth d + 1 has had a member, so a comma must come next.
  private var hadMember: UInt64 = 0
  /// Whether the last string or key held printable ASCII only, without an escape.
  package internal(set) var lastStringWasPlain = true

  /// Reads all of `bytes`, or the part of it that `range` names (a line of a log, say).
  package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = range.map { $0.clamped(to: 0..<bytes.count) } ?? 0..<bytes.count
    start = range.lowerBound
    limit = range.upperBound
    position = range.lowerBound
    // A byte order mark is no JSON, but some editors write one.
    if limit - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF
    {
      position += 3
    }
  }

  /// Bytes consumed so far, counted from the start of the range.
  package var offset: Int { position - start }

  /// The kind of the next value, without consuming it.
  package mutating func peek() throws(JSONError) -> JSONKind {
    let byte = try nextByte()
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw fault(.unexpected(byte: byte, wanted: "a value"))
    }
  }

  /// Consumes `{`; then call ``nextKey()`` until it is nil.
  package mutating func beginObject() throws(JSONError) { try begin(.object) }

  /// Consumes `[`; then call ``nextElement()`` before each value until it is false.
  package mutating func beginArray() throws(JSONError) { try begin(.array) }

  /// The next key of the open object, its colon consumed; nil consumes the closing brace.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try nextMember(closing: UInt8(ascii: "}")) else { return nil }
    guard try nextByte() == UInt8(ascii: "\"") else {
      throw fault(.unexpected(byte: bytes[position], wanted: "a key in quotes"))
    }
    let key = try quoted()
    guard try nextByte() == UInt8(ascii: ":") else {
      throw fault(.unexpected(byte: bytes[position], wanted: "':' after a key"))
    }
    position += 1
    return key
  }

  /// Whether the open array has one more value; false consumes the closing bracket.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try nextMember(closing: UInt8(ascii: "]"))
  }

  /// Checks and passes over one value of any kind.
  package mutating func skip() throws(JSONError) {
    switch try peek() {
    case .object:
      try beginObject()
      while try nextKey() != nil { try skip() }
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .string: try skipString()
    case .number: _ = try number()
    case .bool: _ = try bool()
    case .null: try null()
    }
  }

  /// Checks that nothing but white space follows.
  package mutating func end() throws(JSONError) {
    passSpace()
    if position < limit { throw fault(.trailing) }
  }

  /// An error at the place reached, or at an earlier one.
  func fault(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
    let place = place ?? position
    var lines = LineTable(of: bytes, in: start..<limit)
    return JSONError(
      reason: reason, offset: place - start, position: lines.position(at: place - start))
  }

  /// The next byte that is not white space, not consumed.
  @inline(__always)
  mutating func nextByte() throws(JSONError) -> UInt8 {
    passSpace()
    guard position < limit else { throw fault(.unexpectedEnd) }
    return bytes[position]
  }

  @inline(__always)
  private mutating func passSpace() {
    while position < limit {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func begin(_ kind: JSONKind) throws(JSONError) {
    let found = try peek()
    guard found == kind else { throw fault(.mismatch(found: found, wanted: kind)) }
    guard depth < Self.deepest else { throw fault(.tooDeep) }
    position += 1
    hadMember &= ~(1 << UInt64(depth))
    depth += 1
  }

  /// Passes the comma before a member, or the closing byte (then false).
  @inline(__always)
  private mutating func nextMember(closing: UInt8) throws(JSONError) -> Bool {
    precondition(depth > 0, "nothing is open")
    let bit: UInt64 = 1 << UInt64(depth - 1)
    let byte = try nextByte()
    if byte == closing {
      position += 1
      depth -= 1
      return false
    }
    if hadMember & bit == 0 {
      hadMember |= bit
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      let wanted = "',' or '\(Character(Unicode.Scalar(closing)))'"
      throw fault(.unexpected(byte: byte, wanted: wanted))
    }
    position += 1
    let next = try nextByte()
    guard next != closing else {
      throw fault(.unexpected(byte: next, wanted: "a value after ','"))
    }
    return true
  }
}
