/// F4: stems have up to 120 words; what is longer belongs into an exhibit.
///
/// A question is named from 120 words; the count is of stems over 220 words. Limit: 5 %, fails
/// above 10 %.
package enum LongStem: QuestionRule, BankRule {
  package static let id = "F4"
  package static let severity = BankProblem.Severity.warn
  package static let name = "stems over 220 words"
  package static let fix = "cut what is not needed, or move the record into an exhibit"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard item.stemWords.count > 120 else { return [] }
    let count = item.stemWords.count
    return [Complaint("the stem has \(count) words", fix: fix, text: item.question.stem)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let counts = sample.choices.map(\.stemWords.count).sorted()
    func quantile(_ share: Double) -> Int {
      counts.isEmpty ? 0 : counts[min(counts.count - 1, Int(share * Double(counts.count)))]
    }
    return .share(
      sample.flagged(by: id) { $0.stemWords.count > 220 }, of: counts.count, warn: 0.05,
      fail: 0.10,
      note: "median \(quantile(0.5)), 90th \(quantile(0.9)), longest \(counts.last ?? 0) words")
  }
}
