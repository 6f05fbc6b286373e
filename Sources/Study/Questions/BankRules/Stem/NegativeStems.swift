/// F1: few stems ask what is NOT so.
///
/// They test reading more than knowledge, and are harder for reasons that do not matter.
/// Limit: 5 %, fails above 10 %. Source: Haladyna, Downing and Rodriguez (2002), word the stem
/// positively.
package enum NegativeStems: BankRule {
  package static let id = "F1"
  package static let name = "negative stems (NOT, EXCEPT, LEAST)"
  package static let fix = "ask what is so, or what should be done"

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { !$0.negations.isEmpty }
    return .share(flagged, of: sample.choices.count, warn: 0.05, fail: 0.10)
  }
}
