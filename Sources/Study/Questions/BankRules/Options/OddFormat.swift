/// E5: no option stands out by its full stop or by its first letter.
///
/// The eye goes to the odd one, and often it is the one that the author wrote with most care.
/// Limit: 3 %, fails above 6 %.
package enum OddFormat: BankRule {
  package static let id = "E5"
  package static let name = "one option alone ends in a full stop or starts with a small letter"
  package static let fix = "write all four options in the same form"

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0.03, fail: 0.06)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    let periods = item.options.count(where: \.endsInPeriod)
    if periods == 1 || periods == 3 { return true }
    let small = item.options.count { $0.plain.cased.first?.isSmall == true }
    return small == 1 || small == 3
  }
}
