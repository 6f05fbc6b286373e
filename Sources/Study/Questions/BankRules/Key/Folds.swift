/// Divides a bank in five, so that what is learned on four parts is tried on the fifth.
enum Folds {
  static let count = 5

  /// The part of a question: by its stem with digits masked, so that clones stay together.
  static func fold(of foldedStem: String) -> Int {
    Int(checksum(masked(foldedStem)) % UInt32(count))
  }

  /// The first 80 characters of a text in which every run of digits is `#`.
  private static func masked(_ text: String) -> [UInt8] {
    var masked = String.UnicodeScalarView()
    var wasDigit = false
    var count = 0
    for scalar in text.unicodeScalars {
      let isDigit = scalar.value < 0x80 && UInt8(scalar.value).isDigit
      if isDigit && wasDigit { continue }
      wasDigit = isDigit
      masked.append(isDigit ? "#" : scalar)
      count += 1
      if count == 80 { break }
    }
    return Array(String(masked).utf8)
  }

  /// CRC-32 as in zip files (reflected polynomial 0xEDB88320).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
