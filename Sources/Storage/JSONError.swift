/// Why a text is not the JSON that was asked for, and where.
package struct JSONError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case unexpectedEnd
    /// A byte that cannot stand here, and what could.
    case unexpected(byte: UInt8, wanted: String)
    /// Well-formed, but of another kind than asked for.
    case mismatch(found: JSONKind, wanted: JSONKind)
    case badEscape
    case badUTF8
    /// A raw control character inside a string.
    case controlCharacter(UInt8)
    case badNumber
    /// A number without fraction was asked for, within the range of `Int`.
    case notAnInteger
    case tooDeep
    /// Something follows the value.
    case trailing
  }

  package var reason: Reason
  /// The place, in bytes from the start of what was read.
  package var offset: Int
  package var position: TextPosition
}

extension JSONError: CustomStringConvertible {
  /// `line 3, column 17: a string holds bytes that are not UTF-8`.
  package var description: String {
    "line \(position.line), column \(position.column): \(reasonText)"
  }

  private var reasonText: String {
    switch reason {
    case .unexpectedEnd: "the text ends too early"
    case .unexpected(let byte, let wanted): "found \(Self.name(of: byte)), expected \(wanted)"
    case .mismatch(let found, let wanted):
      "found \(found.withArticle), expected \(wanted.withArticle)"
    case .badEscape: "a backslash in a string is followed by no valid escape"
    case .badUTF8: "a string holds bytes that are not UTF-8"
    case .controlCharacter(let byte):
      "a string holds \(Self.name(of: byte)); write it as an escape such as \\n"
    case .badNumber: "a number is malformed"
    case .notAnInteger: "a whole number is expected"
    case .tooDeep: "values are nested more than \(JSONReader.deepest) deep"
    case .trailing: "something follows the end of the value"
    }
  }

  /// A byte in words that are safe on any terminal.
  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x0A: "a line break"
    case 0x09: "a tab"
    case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
    case 0x20: "a blank"
    default: "byte 0x" + String(byte, radix: 16, uppercase: true)
    }
  }
}

/// The kinds of a JSON value.
package enum JSONKind: String, Sendable {
  case object, array, string, number, bool, null

  /// As it stands in a sentence: `an object`, `true or false`.
  package var withArticle: String {
    switch self {
    case .object, .array: "an \(rawValue)"
    case .string, .number: "a \(rawValue)"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
