/// K1: each domain has its share of the exam's questions.
///
/// Inside the published range where there is one, else within a tenth of its share of a form; one
/// question more or less does not count. Warns, never fails: a bank grows domain by domain.
package enum BlueprintShare: BankRule {
  package static let id = "K1"
  package static let name = "share of each domain"
  package static let fix = "write for the domains that are short"

  package static func figure(of sample: BankSample) -> BankFigure {
    let count = sample.choices.count
    let limit = "the published range, else within a tenth of the form's share"
    guard count > 0, sample.isWhole else {
      return BankFigure(
        value: "-", limit: limit, verdict: .unjudged, count: count,
        note: count > 0 ? "not the whole bank" : "nothing to judge")
    }
    var off: [String] = []
    for domain in sample.exam.domains {
      let have = sample.choices.count { $0.question.domain == domain.id }
      let share = Double(have) / Double(count)
      let wanted = Double(domain.questions) / Double(sample.exam.questions)
      let range =
        domain.percent.map { $0.lowerBound / 100...$0.upperBound / 100 }
        ?? 0.9 * wanted...1.1 * wanted
      let slack = 1 / Double(count)
      if share < range.lowerBound - slack || share > range.upperBound + slack {
        let wish =
          "\(BankFigure.percent(range.lowerBound)) to \(BankFigure.percent(range.upperBound))"
        off.append("\(domain.id) \(BankFigure.percent(share)), wanted \(wish)")
      }
    }
    return BankFigure(
      value: "\(off.count) of \(sample.exam.domains.count) domains off", limit: limit,
      verdict: off.isEmpty ? .pass : .warn, count: count,
      note: off.prefix(6).joined(separator: "; ") + (off.count > 6 ? "; ..." : ""))
  }
}
