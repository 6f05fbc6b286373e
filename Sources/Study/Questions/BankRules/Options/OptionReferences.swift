/// A4: no option refers to other options ("all of the above", "A and B", "I and III").
///
/// Such an option is solved by knowing half of the others, and breaks when options are shuffled.
/// Limit: none. Source: Haladyna, Downing and Rodriguez (2002), guideline on none and all of the above.
package enum OptionReferences: QuestionRule, BankRule {
  package static let id = "A4"
  package static let severity = BankProblem.Severity.error
  package static let name = "all or none of the above, or options that combine others"
  package static let fix = "write four options that stand alone"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    item.options.filter(isFaulty).map {
      Complaint("an option refers to other options", fix: fix, text: $0.option.text)
    }
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { $0.options.contains(where: isFaulty) }
    return .share(flagged, of: sample.choices.count, warn: 0, fail: 0.005)
  }

  private static func isFaulty(_ option: OptionText) -> Bool {
    option.isAllOrNone || OptionReference.isCombination(option.plain)
  }
}
