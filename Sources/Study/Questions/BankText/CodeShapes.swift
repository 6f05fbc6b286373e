/// What in a text has the shape of a code; whether the code exists is another question.
package enum CodeShapes {
  /// The codes in a text, in capitals and in order: CPT, HCPCS, ICD-10-CM and ICD-10-PCS.
  ///
  /// Of a token with a hyphen (`99213-25`) the part before it counts where the whole is no code.
  package static func codes(in text: String) -> [String] {
    text.utf8.contains(where: \.isDigit) ? codes(in: PlainText(text).cased[...]) : []
  }

  static func codes(in cased: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    for token in cased.split(whereSeparator: isCodeSeparator) {
      guard token.contains(where: \.isDigit) else { continue }
      var bytes = token.map(\.raised)[...]
      while let first = bytes.first, first == 0x2E || first == 0x3A { bytes = bytes.dropFirst() }
      while let last = bytes.last, last == 0x2E || last == 0x3A { bytes = bytes.dropLast() }
      let base = bytes.prefix { $0 != 0x2D }
      for candidate in [bytes, base] where isCode(candidate) {
        found.append(String(decoding: candidate, as: UTF8.self))
        break
      }
    }
    return found
  }

  private static func isCodeSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: byte.isSpace
    }
  }

  static func isCode(_ token: ArraySlice<UInt8>) -> Bool {
    isCPT(token) || isHCPCS(token) || isICD10CM(token) || isICD10PCS(token)
  }

  /// Four digits, then a digit or one of F, T, U, M, A.
  static func isCPT(_ token: ArraySlice<UInt8>) -> Bool {
    guard token.count == 5, let last = token.last else { return false }
    let letters: [UInt8] = [0x46, 0x54, 0x55, 0x4D, 0x41]
    return token.dropLast().allSatisfy(\.isDigit) && (last.isDigit || letters.contains(last))
  }

  /// A to V and four digits.
  static func isHCPCS(_ token: ArraySlice<UInt8>) -> Bool {
    guard token.count == 5, let first = token.first else { return false }
    return first >= 0x41 && first <= 0x56 && token.dropFirst().allSatisfy(\.isDigit)
  }

  /// A letter, a digit, a letter or digit, then a dot with one to four more where it is long.
  static func isICD10CM(_ token: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(token)
    guard bytes.count >= 3, bytes[0].isCapital, bytes[1].isDigit,
      bytes[2].isDigit || bytes[2].isCapital
    else { return false }
    if bytes.count == 3 { return true }
    return bytes[3] == 0x2E && (5...8).contains(bytes.count)
      && bytes[4...].allSatisfy { $0.isDigit || $0.isCapital }
  }

  /// Seven letters and digits without I and O, at least one of each sort.
  static func isICD10PCS(_ token: ArraySlice<UInt8>) -> Bool {
    token.count == 7 && token.contains(where: \.isDigit) && token.contains(where: \.isCapital)
      && token.allSatisfy { $0.isDigit || ($0.isCapital && $0 != 0x49 && $0 != 0x4F) }
  }
}
