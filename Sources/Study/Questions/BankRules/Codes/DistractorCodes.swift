/// I2: wrong options hold real codes, but for those that are invalid on purpose.
///
/// With an open book a made-up code is struck in seconds, and it teaches a wrong one.
/// Limit: 1 %, fails above 5 %.
package enum DistractorCodes: QuestionRule, BankRule {
  package static let id = "I2"
  package static let severity = BankProblem.Severity.warn
  package static let name = "distractors with a code that does not exist or cannot be reported"
  package static let fix = "use a real code, or list it in \"invalidOnPurpose\""

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    faults(of: item, in: sample).map { code, words in
      Complaint("a wrong option's code is \(words)", fix: fix, text: code)
    }
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    guard sample.codes != nil else { return .withoutTables(sample) }
    let flagged = sample.flagged(by: id) { !faults(of: $0, in: sample).isEmpty }
    return .share(flagged, of: sample.choices.count, warn: 0.01, fail: 0.05)
  }

  private static func faults(
    of item: BankItem, in sample: BankSample
  ) -> [(code: String, words: String)] {
    guard let tables = sample.codes else { return [] }
    let onPurpose = CodedQuestions.onPurpose(item)
    let mayBeHeading = CodedQuestions.asksForHeading(item)
    return CodedQuestions.distractors(of: item).compactMap { code in
      if onPurpose.contains(CodeTables.bare(code)) { return nil }
      let finding = tables.finding(ofDistractor: code)
      if mayBeHeading, case .header = finding { return nil }
      return CodedQuestions.words(for: finding).map { (code, $0) }
    }
  }
}
