/// A5: true and false, or yes and no, are not dressed up as options.
///
/// Two such options leave two that nobody chooses, so a guess is worth a half.
/// Limit: none. Source: NBME Item-Writing Guide, on true/false items.
package enum YesNoOptions: QuestionRule, BankRule {
  package static let id = "A5"
  package static let severity = BankProblem.Severity.error
  package static let name = "true and false, or yes and no, as options"
  package static let fix = "ask for the one best answer among four that differ"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard isFaulty(item) else { return [] }
    let texts = item.options.map(\.option.text).joined(separator: " | ")
    return [Complaint("two options only say true or false, or yes or no", fix: fix, text: texts)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0, fail: 0.005)
  }

  private static let words: Set<String> = ["true", "false", "yes", "no"]

  private static func isFaulty(_ item: BankItem) -> Bool {
    item.options.count { words.contains($0.folded) } >= 2
  }
}
