/// H3: no rationale names an option by its letter.
///
/// Options are shuffled on screen, so the letter points to another one. Limit: none, fails above 1 %.
package enum OptionLetters: QuestionRule, BankRule {
  package static let id = "H3"
  package static let severity = BankProblem.Severity.error
  package static let name = "rationales that name options by letter"
  package static let fix = "name the option by what it says"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard !item.options.isEmpty, let found = letter(in: item.rationale.cased) else { return [] }
    return [Complaint("the rationale names an option by its letter", fix: fix, text: found)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { letter(in: $0.rationale.cased) != nil }
    return .share(flagged, of: sample.choices.count, warn: 0, fail: 0.01)
  }

  /// The words with the first letter that names an option.
  private static func letter(in text: [UInt8]) -> String? {
    for place in text.indices where isLetter(text[place]) {
      if followsNoun(text, place) || isListed(text, place) || isSubject(text, place) {
        let start = max(0, place - 24)
        return String(decoding: text[start..<min(text.count, place + 24)], as: UTF8.self)
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x44 }

  /// "option B", "answers (C)", "choice D".
  private static func followsNoun(_ text: [UInt8], _ place: Int) -> Bool {
    var after = TextCursor(text[(place + 1)...])
    if !after.take(")") {
      if after.next.isSmall || after.next.isCapital || after.takeOne(of: ["'", "’"]) {
        return false
      }
    }
    var end = place
    if end > 0, text[end - 1] == UInt8(ascii: "(") { end -= 1 }
    while end > 0, text[end - 1].isSpace { end -= 1 }
    var start = end
    while start > 0, text[start - 1].isWordByte { start -= 1 }
    let word = String(decoding: text[start..<end].map(\.lowered), as: UTF8.self)
    return nouns.contains(word)
  }

  private static let nouns: Set<String> = [
    "option", "options", "choice", "choices", "answer", "answers", "distractor", "distractors",
  ]

  /// "B) ..." at the start of a word.
  private static func isListed(_ text: [UInt8], _ place: Int) -> Bool {
    guard place == 0 || text[place - 1].isSpace || text[place - 1] == UInt8(ascii: "("),
      place + 2 < text.count
    else { return false }
    return text[place + 1] == UInt8(ascii: ")") && text[place + 2].isSpace
  }

  /// "B is ..." at the start of a sentence.
  private static func isSubject(_ text: [UInt8], _ place: Int) -> Bool {
    var before = place
    while before > 0, text[before - 1].isSpace { before -= 1 }
    let startsSentence =
      place == 0
      || (before < place && before > 0
        && (text[before - 1] == UInt8(ascii: ".") || text[before - 1] == UInt8(ascii: ";")))
    guard startsSentence else { return false }
    var cursor = TextCursor(text[(place + 1)...])
    guard cursor.takeSpace() > 0 else { return false }
    return cursor.takeOne(of: [
      "is", "are", "was", "describes", "refers", "would", "includes", "reports", "does",
    ]) && !cursor.next.isWordByte
  }
}
