/// B2: the key stays at its place from one question to the next as often as chance has it.
///
/// Less often shows keys balanced by hand, more often blocks of one place. Limit: warns where chance
/// lies outside the interval.
package enum KeyRuns: BankRule {
  package static let id = "B2"
  package static let name = "the same place of the key twice running"
  package static let fix = "draw the place of the key at random"

  package static func figure(of sample: BankSample) -> BankFigure {
    let keys = sample.choices.map(\.key)
    let pairs = keys.count - 1
    var counts: [Int: Double] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    let chance = counts.values.reduce(0.0) { sum, count in
      sum + (count / Double(keys.count)) * (count / Double(keys.count))
    }
    let limit = "chance \(BankFigure.percent(chance))"
    guard pairs >= 100 else {
      return BankFigure(
        value: "-", limit: limit, verdict: .unjudged, count: max(0, pairs),
        note: "fewer than 100 pairs")
    }
    let same = zip(keys, keys.dropFirst()).count { $0 == $1 }
    let rate = Double(same) / Double(pairs)
    let interval = Statistics.wilson(Double(same), of: Double(pairs))
    return BankFigure(
      value: "\(BankFigure.percent(rate)) \(BankFigure.range(interval)) of \(pairs)", limit: limit,
      verdict: interval.contains(chance) ? .pass : .warn, rate: rate, count: pairs,
      interval: interval)
  }
}
