/// I4: codes that are invalid on purpose stand in one wrong option, written as listed, and are rare.
///
/// An open book removes such an option in seconds. Limit: one option a question; 3 % of a bank.
package enum PurposelyInvalid: QuestionRule, BankRule {
  package static let id = "I4"
  package static let severity = BankProblem.Severity.warn
  package static let name = "questions with a code that is invalid on purpose"
  package static let fix = "use real codes in wrong options"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    let wrong = item.options.filter { !$0.option.isCorrect }.map(\.option.text)
    let listed = item.question.invalidOnPurpose
    var complaints = listed.filter { code in !wrong.contains { $0.contains(code) } }.map {
      Complaint(
        "a code that is invalid on purpose stands in no wrong option",
        fix: "write it in \"invalidOnPurpose\" exactly as in the option, or remove it", text: $0)
    }
    let holders = wrong.filter { text in listed.contains { text.contains($0) } }
    if holders.count > 1 {
      complaints.append(
        Complaint(
          "\(holders.count) options hold a code that is invalid on purpose",
          fix: "keep one of them", text: holders.joined(separator: " | ")))
    }
    return complaints
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { !$0.question.invalidOnPurpose.isEmpty }
    return .share(flagged, of: sample.choices.count, warn: 0.03, fail: 1)
  }
}
