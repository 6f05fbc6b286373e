import Glibc

/// C4: keys are as long as distractors (geometric mean of key length over mean distractor length).
///
/// Licence exams lie at 0.98, two public CPC banks at 1.30 and 1.43. Limit: 0.93 to 1.08, fails
/// outside 0.85 to 1.15; nothing is said within two standard errors of 1.
package enum LengthRatio: BankRule {
  package static let id = "C4"
  package static let name = "length of the key over that of the distractors"
  package static let fix = "trim keys and give distractors the same detail"

  package static func figure(of sample: BankSample) -> BankFigure {
    let limit = "0.93 to 1.08, fails outside 0.85 to 1.15"
    let logs = sample.choices.map { item in
      let others = item.distractors.reduce(0) { $0 + $1.length }
      let mean = Double(others) / 3
      return log(Double(max(1, item.options[item.key].length)) / max(1, mean))
    }
    guard !logs.isEmpty else {
      return BankFigure(value: "-", limit: limit, verdict: .unjudged, count: 0)
    }
    let count = Double(logs.count)
    let mean = logs.reduce(0, +) / count
    let squares = logs.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / max(1, count - 1)).squareRoot() / count.squareRoot()
    let ratio = exp(mean)
    let isNearOne = abs(mean) / (error == 0 ? 1 : error) < 2
    let verdict: BankFigure.Verdict =
      (0.93...1.08).contains(ratio) || isNearOne
      ? .pass : (0.85...1.15).contains(ratio) ? .warn : .fail
    return BankFigure(
      value: BankFigure.decimal(ratio, 2), limit: limit, verdict: verdict, rate: ratio,
      count: logs.count)
  }
}
