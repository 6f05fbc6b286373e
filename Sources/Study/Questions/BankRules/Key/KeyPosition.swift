/// B1: the key stands at each place of the file about equally often (chi-square with 3 degrees).
///
/// Options are shuffled on screen, but not where `fixedOrder` is set, and not by every reader of a
/// file. Two public CPC banks key one place 68 % and 85 % of the time. Limit: p at least .01; fails
/// where p is under .001 and a place is over 8 points off.
package enum KeyPosition: BankRule {
  package static let id = "B1"
  package static let name = "places of the key"
  package static let fix = "draw the place of the key at random"

  package static func figure(of sample: BankSample) -> BankFigure {
    var counts = [0, 0, 0, 0]
    for item in sample.choices where item.key < 4 { counts[item.key] += 1 }
    let count = sample.choices.count
    guard count > 0 else { return .share([], of: 0, warn: 0, fail: 0) }
    let p = Statistics.uniformity(counts)
    let shares = counts.map { Double($0) / Double(count) }
    let off = shares.map { abs($0 - 0.25) }.max() ?? 0
    var verdict = BankFigure.Verdict.pass
    if count < 40 {
      verdict = .unjudged
    } else if p < 0.001, off > 0.08 {
      verdict = .fail
    } else if p < 0.01 || (off > 0.05 && p < 0.05) {
      verdict = .warn
    }
    let places = shares.map { BankFigure.decimal(100 * $0, 1) }.joined(separator: " / ")
    return BankFigure(
      value: "\(places) %, p = \(BankFigure.decimal(p, 3))",
      limit: "p at least .01; fails under .001 with a place over 8 points off",
      verdict: verdict, rate: p, count: count)
  }
}
