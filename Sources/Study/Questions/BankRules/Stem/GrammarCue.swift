/// E4: no stem ends in "a" or "an".
///
/// The article fits only options that begin with the right sound. Limit: none.
/// Source: NBME Item-Writing Guide, grammatical cues.
package enum GrammarCue: QuestionRule, BankRule {
  package static let id = "E4"
  package static let severity = BankProblem.Severity.error
  package static let name = "stems that end in \"a\" or \"an\""
  package static let fix = "ask a question, or move the article into the options"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard isFaulty(item) else { return [] }
    return [Complaint("the stem ends in an article", fix: fix, text: item.question.stem)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0, fail: 0.01)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    guard item.question.kind != .flashcard else { return false }
    let runs = PlainText.runs(in: item.stem.lower[...])
    guard let last = runs.last?.word, last == "a" || last == "an" else { return false }
    return !offersBoth(item.stem.lower)
  }

  /// Whether the stem leaves the article open: "a(n)" or "a/an".
  private static func offersBoth(_ lower: [UInt8]) -> Bool {
    for start in lower.indices where lower[start] == UInt8(ascii: "a") {
      var cursor = TextCursor(lower[(start + 1)...])
      if cursor.take("/an") { return true }
      cursor.takeSpace()
      guard cursor.take("(") else { continue }
      cursor.takeSpace()
      guard cursor.take("n") else { continue }
      cursor.takeSpace()
      if cursor.take(")") { return true }
    }
    return false
  }
}
