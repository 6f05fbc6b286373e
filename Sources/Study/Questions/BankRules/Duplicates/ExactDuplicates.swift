/// G1: no question stands in the bank twice (the same stem, options and key).
///
/// Limit: none.
package enum ExactDuplicates: BankRule {
  package static let id = "G1"
  package static let name = "exact duplicates"
  package static let fix = "drop one of them"

  package static func figure(of sample: BankSample) -> BankFigure {
    let full = SameStems.groups(of: sample).filter(\.hasTwin).flatMap(\.questions)
    return .share(full, of: sample.choices.count, warn: 0, fail: 0)
  }
}
