/// missing-section: every source is cited with the section that says it.
///
/// A title alone cannot be looked up, and a key that cannot be looked up cannot be checked.
package enum SectionGiven: StructureRule {
  package static let id = "missing-section"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    question.references.compactMap { reference in
      guard FoldedText.isBlank(reference.section),
        !FoldedText.isBlank(reference.source)
      else { return nil }
      return Complaint(
        "cites a source without its section",
        fix: "add \"section\": the guideline number, CFR section or heading", text: reference.source
      )
    }
  }
}
