/// D3: the option most like the others is not the key more often than chance has it.
///
/// Distractors made by changing the key one detail at a time make the key their middle. Likeness is
/// the share of common words, parts of words and beginnings of codes. Limit: 35 %, fails above 45 %.
package enum Convergence: BankRule {
  package static let id = "D3"
  package static let name = "the option most like the others is the key"
  package static let fix =
    "vary distractors together, so that the key is not the one they all share"

  package static func figure(of sample: BankSample) -> BankFigure {
    var hits = 0
    var count = 0
    for item in sample.choices {
      let likeness = item.likeness.map { ($0 * 1e6).rounded() }
      guard let most = Statistics.onlyLargest(likeness), likeness[most] > 0 else { continue }
      count += 1
      if most == item.key { hits += 1 }
    }
    return .cue(Double(hits), of: count, .init(warn: 0.35, fail: 0.45, low: 0.15))
  }

  /// How like each option is to the others: the sum of its likenesses.
  static func likeness(of options: [OptionText]) -> [Double] {
    var sums = [Double](repeating: 0, count: options.count)
    for left in options.indices {
      for right in options.indices where right != left {
        sums[left] += SortedSet.likeness(options[left].tokens, options[right].tokens)
      }
    }
    return sums
  }
}
