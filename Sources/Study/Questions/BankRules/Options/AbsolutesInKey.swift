/// E2: absolute words are in the key as often as in any option, about 25 %.
///
/// Where they mark distractors, striking them gives points without knowledge. Limit: warns where the
/// interval lies below 25 %, fails under 8 % where it lies below 20 %.
package enum AbsolutesInKey: BankRule {
  package static let id = "E2"
  package static let name = "absolute words stand in the key"
  package static let fix = "take absolute words out of distractors, or let a true rule keep its own"

  package static func figure(of sample: BankSample) -> BankFigure {
    WordsInKey.figure(of: sample, has: \.hasAbsolute) { rate, interval in
      if rate < 0.08, interval.upperBound < 0.20 { return .fail }
      return interval.upperBound < 0.25 ? .warn : .pass
    }
  }
}

/// How often words of one kind stand in the key, of all options that hold one.
enum WordsInKey {
  static func figure(
    of sample: BankSample, has: (OptionText) -> Bool,
    verdict: (Double, ClosedRange<Double>) -> BankFigure.Verdict
  ) -> BankFigure {
    var inKey = 0
    var all = 0
    for item in sample.choices {
      for (index, option) in item.options.enumerated() where !option.isAllOrNone && has(option) {
        all += 1
        if index == item.key { inKey += 1 }
      }
    }
    let limit = "near 25 %"
    guard all >= 30 else {
      return BankFigure(
        value: "\(inKey) of \(all)", limit: limit, verdict: .unjudged, count: all,
        note: "fewer than 30 uses")
    }
    let rate = Double(inKey) / Double(all)
    let interval = Statistics.wilson(Double(inKey), of: Double(all))
    return BankFigure(
      value: "\(BankFigure.percent(rate)) \(BankFigure.range(interval)) of \(all)", limit: limit,
      verdict: verdict(rate, interval), rate: rate, count: all, interval: interval)
  }
}
