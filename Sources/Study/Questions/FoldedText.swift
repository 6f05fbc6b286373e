/// Text as two options are compared: small letters, single blanks, no punctuation at the ends.
package enum FoldedText {
  /// Folds letters, white space and the compatibility forms met in English text (no-break blanks,
  /// full-width letters, ligatures, superscript digits), and strips ` .;:,` from both ends.
  package static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
    var scalars = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in compatible(text).lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = true
        continue
      }
      if pendingBlank { scalars.append(" ") }
      pendingBlank = false
      scalars.append(scalar)
    }
    let edge: Set<Unicode.Scalar> = [" ", ".", ";", ":", ","]
    let start = scalars.drop { edge.contains($0) }
    guard let last = start.lastIndex(where: { !edge.contains($0) }) else { return "" }
    return String(start[...last])
  }

  /// Whether nothing is left of a text once it is folded.
  package static func isBlank(_ text: String) -> Bool {
    // Nearly always the first byte decides.
    if let first = text.utf8.first, first > 0x3B, first < 0x7F { return false }
    return folded(text).isEmpty
  }

  private static func foldedASCII(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingBlank = true
        continue
      }
      if bytes.isEmpty, isEdge(byte) { continue }
      if pendingBlank, !bytes.isEmpty { bytes.append(0x20) }
      pendingBlank = false
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    while let last = bytes.last, isEdge(last) || last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte is one of `.;:,`.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x3B || byte == 0x3A || byte == 0x2C
  }

  /// The text with the compatibility forms met in English text replaced by their plain ones.
  package static func compatible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: plain.unicodeScalars.append(" ")
      case 0xFF01...0xFF5E:
        plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default:
        if let written = forms[scalar] {
          plain += written
        } else {
          plain.unicodeScalars.append(scalar)
        }
      }
    }
    return plain
  }

  private static let forms: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "²": "2", "³": "3", "¹": "1", "½": "1⁄2", "¼": "1⁄4", "¾": "3⁄4", "…": "...", "™": "TM",
    "ª": "a", "º": "o",
  ]
}
