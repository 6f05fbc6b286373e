/// C2: the shortest option is the key no more often than chance has it.
///
/// The fault of authors who have heard of C1. Limit: 30 %, fails above 35 %.
package enum ShortestOption: BankRule {
  package static let id = "C2"
  package static let name = "the single shortest option is the key"
  package static let fix = "give keys and distractors the same length and detail"

  package static func figure(of sample: BankSample) -> BankFigure {
    var hits = 0
    var count = 0
    for item in sample.choices {
      guard let shortest = Statistics.onlySmallest(item.options.map(\.length)) else { continue }
      count += 1
      if shortest == item.key { hits += 1 }
    }
    return .cue(Double(hits), of: count, .init(warn: 0.30, fail: 0.35, low: 0.15))
  }
}
