/// What text from outside may put on a screen.
package enum TextSafety {
  /// The first scalar that must not reach a terminal or would reorder or hide text; nil if none.
  ///
  /// Controls (escape sequences begin with one), formatting such as bidirectional overrides, line and
  /// paragraph separators, and scalars without a meaning of their own. The joiners that some scripts
  /// need are allowed.
  /// - Parameter lines: whether line feeds are allowed.
  package static func firstUnsafe(in text: String, lines: Bool) -> Unicode.Scalar? {
    text.unicodeScalars.first { isUnsafe($0) && !(lines && $0 == "\n") }
  }

  /// Text in one line of at most `limit` characters in which every unsafe scalar is written out.
  package static func excerpt(_ text: String, limit: Int = 72) -> String {
    var line = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count >= limit { return line + "..." }
      if scalar == "\n" {
        line += " "
      } else if isUnsafe(scalar) {
        line += name(of: scalar)
      } else {
        line.unicodeScalars.append(scalar)
      }
      count += 1
    }
    return line
  }

  /// A scalar as `U+001B`.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return true
    case .format:
      return scalar.value != 0x200C && scalar.value != 0x200D
    default:
      return false
    }
  }
}
