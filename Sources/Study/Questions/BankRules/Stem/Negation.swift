/// The negative words of a stem's question: NOT, EXCEPT, LEAST ...
enum Negation {
  private static let words: Set<String> = [
    "not", "except", "least", "false", "incorrect", "untrue", "incorrectly", "inappropriate",
  ]

  /// The negative words of the lead-in, as written.
  static func words(in leadIn: ArraySlice<UInt8>) -> [String] {
    leadIn.split { !($0.isSmall || $0.isCapital || $0 == 0x27) }.compactMap { bytes in
      let lower = String(decoding: bytes.map(\.lowered), as: UTF8.self)
      guard words.contains(lower) || lower.hasSuffix("n't") else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether one of the words is in capitals.
  static func isInCapitals(_ words: [String]) -> Bool {
    words.contains { $0.utf8.count > 2 && $0 == $0.uppercased() }
  }

  /// Whether the lead-in marks its negative word by bold or underlined type.
  static func isMarked(_ item: BankItem) -> Bool {
    let lower = item.leadIn.map(\.lowered)
    for start in lower.indices {
      var cursor = TextCursor(lower[start...])
      guard cursor.takeOne(of: ["**", "__", "<b>", "<u>"]) else { continue }
      cursor.takeSpace()
      if cursor.takeOne(of: ["not", "except", "least"]) { return true }
    }
    return false
  }
}
