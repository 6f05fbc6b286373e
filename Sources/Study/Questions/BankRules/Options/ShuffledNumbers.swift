/// E10: numbers in order keep their order on screen.
///
/// Options are shuffled unless `fixedOrder` says otherwise, and sorted numbers would lose their order.
/// Limit: none, fails above 5 %.
package enum ShuffledNumbers: QuestionRule, BankRule {
  package static let id = "E10"
  package static let severity = BankProblem.Severity.warn
  package static let name = "numeric options without fixedOrder"
  package static let fix = "set \"fixedOrder\": true"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard isFaulty(item) else { return [] }
    let texts = item.options.map(\.option.text).joined(separator: " | ")
    return [Complaint("the numbers would be shuffled on screen", fix: fix, text: texts)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let numeric = sample.choices.count { UnorderedNumbers.numbers(of: $0) != nil }
    return .share(sample.flagged(by: id, where: isFaulty), of: numeric, warn: 0, fail: 0.05)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    UnorderedNumbers.numbers(of: item) != nil && item.question.optionSet?.fixedOrder == false
  }
}
