/// I3: a question whose options hold a code says from when its codes hold (`valid.from`).
///
/// Codes change each October and January; without the date nobody can tell a stale key from a right
/// one. Limit: none, fails above 1 %.
package enum CodeYear: QuestionRule, BankRule {
  package static let id = "I3"
  package static let severity = BankProblem.Severity.error
  package static let name = "coded questions without valid.from"
  package static let fix =
    "add \"valid\": { \"from\": \"2025-10-01\" } with the day its codes began"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard isFaulty(item) else { return [] }
    let code = CodedQuestions.keys(of: item).first ?? item.options.first?.option.text ?? ""
    return [Complaint("a coded question does not say from when it holds", fix: fix, text: code)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0, fail: 0.01)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    item.isCoded && item.question.valid.from == nil
  }
}
