/// missing-why: every distractor says what makes it wrong in this case.
package enum WhyGiven: StructureRule {
  package static let id = "missing-why"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    guard let options = question.optionSet?.options else { return [] }
    return options.indices.compactMap { index in
      let option = options[index]
      guard !option.isCorrect, FoldedText.isBlank(option.why) else { return nil }
      return Complaint(
        "option \(index + 1) does not say why it is wrong",
        fix: "add \"why\" with what makes it wrong in this case", text: option.text)
    }
  }
}
