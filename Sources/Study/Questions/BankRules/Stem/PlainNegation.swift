/// F2: a negative word in a stem's question is written in capitals.
///
/// Who reads past it answers the opposite question. Judged where there are options to choose from.
/// Limit: none.
package enum PlainNegation: QuestionRule, BankRule {
  package static let id = "F2"
  package static let severity = BankProblem.Severity.error
  package static let name = "negative stems whose NOT or EXCEPT is not in capitals"
  package static let fix = "write NOT, EXCEPT or LEAST in capitals, or ask what is so"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard !item.options.isEmpty, isFaulty(item) else { return [] }
    let leadIn = String(decoding: item.leadIn, as: UTF8.self)
    return [Complaint("the stem's negative word is not in capitals", fix: fix, text: leadIn)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let negative = sample.choices.count { !$0.negations.isEmpty }
    if negative == 0 {
      return BankFigure(value: "no negative stems", limit: "none", verdict: .pass, count: 0)
    }
    return .share(sample.flagged(by: id, where: isFaulty), of: negative, warn: 0, fail: 0)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    !item.negations.isEmpty && !Negation.isInCapitals(item.negations) && !Negation.isMarked(item)
  }
}
