/// equal-answers: the accepted codes of a question differ by more than case, blanks and the dot.
package enum EqualAnswers: StructureRule {
  package static let id = "equal-answers"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    guard case .code(let answer) = question.body else { return [] }
    let folded = answer.accept.map(Question.CodeAnswer.folded)
    return answer.accept.indices.compactMap { index in
      guard folded[..<index].contains(folded[index]) else { return nil }
      return Complaint(
        "an accepted code is listed twice",
        fix: "list each code once; case, blanks and the dot do not matter",
        text: answer.accept[index])
    }
  }
}
