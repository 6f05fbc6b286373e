/// expired: a question whose codes or rules hold no longer is not asked any more.
///
/// It may stay for its history; named so that somebody writes its successor.
package enum ExpiredQuestions: QuestionRule {
  package static let id = "expired"
  package static let severity = BankProblem.Severity.warn

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard let to = item.question.valid.to, to < sample.day else { return [] }
    return [
      Complaint(
        "the question ended on \(to)",
        fix: "write its successor with a new id, or set a later \"to\" where it still holds",
        text: item.question.stem)
    ]
  }
}
