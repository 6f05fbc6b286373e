/// missing-source: every question and flashcard names a source that a learner can open.
package enum SourceGiven: StructureRule {
  package static let id = "missing-source"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    let empty = question.references.contains { FoldedText.isBlank($0.source) }
    guard question.references.isEmpty || empty else { return [] }
    return [
      Complaint(
        "names no source",
        fix: "add \"references\" with the source and its section, such as a guideline's number",
        text: question.stem)
    ]
  }
}
