/// K2: the bank fills whole forms of the exam without asking a question twice.
///
/// Tells how many; warns under one.
package enum WholeForms: BankRule {
  package static let id = "K2"
  package static let name = "whole forms without repeating a question"
  package static let fix = "write for the domains that are short"

  package static func figure(of sample: BankSample) -> BankFigure {
    let limit = "at least one"
    guard sample.isWhole else {
      return BankFigure(
        value: "-", limit: limit, verdict: .unjudged, count: sample.choices.count,
        note: "not the whole bank")
    }
    let forms = forms(of: sample)
    let least = forms.map(\.forms).min() ?? 0
    let short = forms.filter { $0.forms < max(1, least + 0.5) }.sorted { $0.forms < $1.forms }
      .prefix(6).map { "\($0.domain) fills \(BankFigure.decimal($0.forms, 1))" }
    return BankFigure(
      value: "\(Int(least))", limit: limit, verdict: least < 1 ? .warn : .pass, rate: least,
      count: sample.choices.count, note: short.joined(separator: "; "))
  }

  /// How many forms each domain of the blueprint fills.
  static func forms(of sample: BankSample) -> [(domain: String, forms: Double)] {
    sample.exam.domains.filter { $0.questions > 0 }.map { domain in
      let have = sample.choices.count { $0.question.domain == domain.id }
      return (domain.id, Double(have) / Double(domain.questions))
    }
  }
}
