/// missing-rationale: every question but a flashcard says why its key is right.
package enum RationaleGiven: StructureRule {
  package static let id = "missing-rationale"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    guard question.kind != .flashcard, FoldedText.isBlank(question.rationale) else {
      return []
    }
    return [
      Complaint(
        "has no rationale", fix: "write in two to four sentences why the key is right",
        text: question.stem)
    ]
  }
}
