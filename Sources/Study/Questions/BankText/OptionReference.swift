/// Options that refer to other options.
enum OptionReference {
  /// "All of the above", "both of these", "A and B".
  static func isAllOrNone(_ text: PlainText) -> Bool {
    let runs = PlainText.runs(in: text.lower[...])
    for index in runs.indices {
      let word = runs[index].word
      func joined(_ offset: Int) -> String? {
        let place = index + offset
        guard place < runs.count, runs[(index + 1)...place].allSatisfy(\.isJoined) else {
          return nil
        }
        return runs[place].word
      }
      if quantities.contains(word), joined(1) == "of" {
        let target = joined(2) == "the" ? joined(3) : joined(2)
        if let target, targets.contains(target) { return true }
        if word == "none", joined(2) == "the", joined(3) == "listed" { return true }
      }
      if word == "all" || word == "none", joined(1) == "are" || joined(1) == "is",
        joined(2) == "correct"
      {
        return true
      }
    }
    return isPairOfLetters(text.lower)
  }

  /// Combinations of numbered statements: "I and III", "1, 2".
  ///
  /// A number with a thousands comma ("1,250") is none.
  static func isCombination(_ text: PlainText) -> Bool {
    var cursor = TextCursor(text.lower)
    guard takeNumeral(&cursor) else { return false }
    cursor.takeSpace()
    guard cursor.takeOne(of: [",", "and", "&"]) else { return false }
    cursor.takeSpace()
    return takeNumeral(&cursor) && !cursor.next.isDigit
  }

  static let quantities: Set<String> = ["all", "none", "any", "both", "neither", "each"]
  private static let targets: Set<String> = [
    "above", "these", "those", "preceding", "options", "answers", "choices",
  ]

  private static func takeNumeral(_ cursor: inout TextCursor) -> Bool {
    _ = cursor.take("(")
    let digit = cursor.takeOne { $0 >= 0x31 && $0 <= 0x34 }
    guard digit || cursor.takeOne(of: ["iii", "ii", "iv", "i"]) else { return false }
    _ = cursor.take(")")
    return true
  }

  private static func isPairOfLetters(_ lower: [UInt8]) -> Bool {
    guard lower.count <= 30 else { return false }
    var cursor = TextCursor(lower)
    if cursor.take("both"), cursor.takeSpace() == 0 { return false }
    func takeLetter(_ cursor: inout TextCursor) -> Bool {
      _ = cursor.take("(")
      guard cursor.takeOne(where: { $0 >= 0x61 && $0 <= 0x64 }) else { return false }
      _ = cursor.take(")")
      return true
    }
    guard takeLetter(&cursor) else { return false }
    cursor.takeSpace()
    guard cursor.takeOne(of: ["and", "&", ",", "or"]) else { return false }
    cursor.takeSpace()
    guard takeLetter(&cursor) else { return false }
    var tail = cursor
    tail.takeSpace()
    let hasMore: Bool
    if tail.take("only") {
      hasMore = true
    } else {
      hasMore = tail.take("and") && tail.takeSpace() > 0 && takeLetter(&tail)
    }
    if hasMore { cursor = tail }
    _ = cursor.take(".")
    return cursor.isAtEnd
  }
}
