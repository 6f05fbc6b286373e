/// allow: a waiver names a rule that can be waived.
///
/// A misspelled one would waive nothing, and structure is never waived.
package enum KnownWaivers: QuestionRule {
  package static let id = "allow"
  package static let severity = BankProblem.Severity.warn

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    item.question.allow.map(\.rule).filter { !BankRules.waivable.contains($0) }.map { rule in
      Complaint(
        "a waiver names no rule that can be waived", fix: "mend its name, or remove it",
        text: rule)
    }
  }
}
