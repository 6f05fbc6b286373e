/// G3: no two questions are nearly the same (shingles of three words, likeness 0.80).
///
/// A candidate who meets both learns the second from the first. Limit: 1 % of questions, fails above
/// 3 %.
package enum NearDuplicates: BankRule {
  package static let id = "G3"
  package static let name = "near-duplicates"
  package static let fix = "drop one of the two, or ask another point"

  package static func figure(of sample: BankSample) -> BankFigure {
    let pairs = sample.likePairs.filter { $0.likeness >= 0.80 }
    return .share(
      sample.ids(of: pairs), of: sample.choices.count, warn: 0.01, fail: 0.03,
      note: sample.names(of: pairs))
  }
}
