/// F3: few stems ask only which of some statements is true.
///
/// Four true-or-false questions in one, on four different points. Limit: 5 %, fails above 12 %.
/// Source: NBME Item-Writing Guide, focused lead-ins.
package enum UnfocusedStems: BankRule {
  package static let id = "F3"
  package static let name = "stems that only ask which of the following is true"
  package static let fix = "ask the question that the key answers"

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0.05, fail: 0.12)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    let lower = item.leadIn.map(\.lowered)[...]
    return isUnfocused(lower) && !isAboutCodes(lower)
  }

  /// Whether a lead-in asks which of the following is true, with at most 60 characters between
  /// beside the usual words.
  private static func isUnfocused(_ lower: ArraySlice<UInt8>) -> Bool {
    for start in lower.indices where lower[start] == UInt8(ascii: "w") {
      var cursor = TextCursor(lower[start...])
      guard cursor.take("which ") else { continue }
      _ = cursor.take("one ")
      guard cursor.take("of the following ") else { continue }
      _ = cursor.takeOne(of: ["statements", "statement", "is", "are", "would be", "best"])
      cursor.takeSpace()
      _ = cursor.takeOne(of: ["about", "regarding", "concerning"])
      let end = min(lower.endIndex, cursor.position + 60)
      for place in cursor.position...max(cursor.position, end) {
        var word = TextCursor(lower[place...])
        guard place == lower.startIndex || !lower[place - 1].isWordByte else { continue }
        if word.takeOne(of: ["true", "correct", "accurate", "valid"]), !word.next.isWordByte {
          return true
        }
      }
    }
    return false
  }

  /// Codes, modifiers and sums are asked for in this form rightly.
  private static func isAboutCodes(_ lower: ArraySlice<UInt8>) -> Bool {
    for start in lower.indices {
      var cursor = TextCursor(lower[start...])
      if cursor.takeOne(of: ["modifier", "sequence", "assign", "report", "calculat"]) {
        return true
      }
      let isWordStart = start == lower.startIndex || !lower[start - 1].isWordByte
      if isWordStart, cursor.take("code") { return true }
    }
    return false
  }
}
