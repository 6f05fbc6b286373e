/// H1: the rationale and what is said of the wrong options have 20 words at least.
///
/// Shorter ones restate the key. Limit: 1 %, fails above 5 %.
package enum ShortRationale: QuestionRule, BankRule {
  package static let id = "H1"
  package static let severity = BankProblem.Severity.warn
  package static let name = "rationales under 20 words"
  package static let fix =
    "say which rule makes the key right, and what makes each distractor wrong"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard item.isChoice, item.rationaleWords < 20 else { return [] }
    let message = "the rationale has \(item.rationaleWords) words"
    return [Complaint(message, fix: fix, text: item.question.rationale)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id) { $0.rationaleWords < 20 }, of: sample.choices.count, warn: 0.01,
      fail: 0.05)
  }
}
