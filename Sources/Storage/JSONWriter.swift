/// Writes JSON text: one compact line, or pretty with two blanks a level.
package struct JSONWriter: Sendable {
  package enum Style: Sendable {
    case compact, pretty
  }

  private let style: Style
  package private(set) var bytes: [UInt8] = []

  package init(_ style: Style = .compact) { self.style = style }

  /// Appends a value; what it writes has no line break at its end.
  package mutating func write(_ value: JSONValue) { write(value, indent: 0) }

  /// Appends a string in quotes; what a terminal could obey, or what would hide or reorder text, is
  /// written as an escape.
  package mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{0}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a number, whole ones without a point; what is no number becomes null.
  package mutating func write(_ number: Double) {
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 {
      append(number.sign == .minus && whole == 0 ? "-0" : String(whole))
    } else {
      append(number.isFinite ? number.description : "null")
    }
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .object(let members):
      list(members, open: "{", close: "}", indent: indent) { writer, member in
        writer.write(member.key)
        writer.append(writer.style == .pretty ? ": " : ":")
        writer.write(member.value, indent: indent + 1)
      }
    case .array(let elements):
      list(elements, open: "[", close: "]", indent: indent) { writer, element in
        writer.write(element, indent: indent + 1)
      }
    case .string(let text): write(text)
    case .number(let number): write(number)
    case .bool(let isTrue): append(isTrue ? "true" : "false")
    case .null: append("null")
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], open: String, close: String, indent: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      breakLine(indent + 1)
      each(&self, element)
    }
    if !elements.isEmpty { breakLine(indent) }
    append(close)
  }

  private mutating func breakLine(_ indent: Int) {
    guard style == .pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * indent))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSONValue {
  /// The value as JSON text without a line break at its end.
  package func encoded(_ style: JSONWriter.Style = .compact) -> [UInt8] {
    var writer = JSONWriter(style)
    writer.write(self)
    return writer.bytes
  }

  /// The value as JSON text.
  package func text(_ style: JSONWriter.Style = .compact) -> String {
    String(decoding: encoded(style), as: UTF8.self)
  }
}
