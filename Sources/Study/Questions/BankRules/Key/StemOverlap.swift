/// D1: the option that shares most words with the stem is not the key more often than chance has it.
///
/// Words are content words without their endings; shares are scaled by the root of the option's
/// length. Limit: 32 %, fails above 40 %.
package enum StemOverlap: BankRule {
  package static let id = "D1"
  package static let name = "the option sharing most words with the stem is the key"
  package static let fix = "use the stem's words in distractors too, or other words in the key"

  package static func figure(of sample: BankSample) -> BankFigure {
    var hits = 0
    var count = 0
    for item in sample.choices {
      let shares = item.options.map { option in
        let size = Double(max(1, option.content.count)).squareRoot()
        return Double(SortedSet.shared(option.content, item.stemContent)) / size
      }
      guard let most = Statistics.onlyLargest(shares), shares[most] > 0 else { continue }
      count += 1
      if most == item.key { hits += 1 }
    }
    return .cue(Double(hits), of: count, .init(warn: 0.32, fail: 0.40, low: 0.15))
  }
}
