/// I1: every code in a key can be reported in all years in which its question is asked.
///
/// Judged only where the author gives tables (`--codes`); CPT numbers never. A heading may be right
/// where the stem asks for a category, chapter, table or root operation. Limit: none.
package enum KeyCodes: QuestionRule, BankRule {
  package static let id = "I1"
  package static let severity = BankProblem.Severity.error
  package static let name = "keys with a code that cannot be reported"
  package static let fix = "mend the code, or bound the question with \"valid\""

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    faults(of: item, in: sample).map { code, words in
      Complaint("the key's code is \(words)", fix: fix, text: code)
    }
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    guard sample.codes != nil else { return .withoutTables(sample) }
    let flagged = sample.flagged(by: id) { !faults(of: $0, in: sample).isEmpty }
    return .share(flagged, of: sample.choices.count, warn: 0, fail: 0)
  }

  private static func faults(
    of item: BankItem, in sample: BankSample
  ) -> [(code: String, words: String)] {
    guard let tables = sample.codes else { return [] }
    let mayBeHeading = CodedQuestions.asksForHeading(item)
    return CodedQuestions.keys(of: item).compactMap { code in
      let finding = tables.finding(
        ofKey: code, valid: item.question.valid, until: sample.day)
      if mayBeHeading, case .header = finding { return nil }
      return CodedQuestions.words(for: finding).map { (code, $0) }
    }
  }
}

extension BankFigure {
  /// A count that needs code tables where there are none.
  static func withoutTables(_ sample: BankSample) -> BankFigure {
    BankFigure(
      value: "-", limit: "give tables with --codes", verdict: .unjudged,
      count: sample.choices.count, note: "no code tables")
  }
}
