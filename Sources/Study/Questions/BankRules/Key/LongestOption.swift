/// C1: the longest option is the key no more often than chance has it.
///
/// The oldest cue of all: authors qualify the right answer. Licence exams lie at 23 to 29 %, two
/// public CPC banks at 52 and 71 %. Limit: 30 %, fails above 35 %.
package enum LongestOption: BankRule {
  package static let id = "C1"
  package static let name = "the single longest option is the key"
  package static let fix = "trim keys and give distractors the same detail, a because-clause too"

  package static func figure(of sample: BankSample) -> BankFigure {
    var hits = 0
    var count = 0
    for item in sample.choices {
      guard let longest = Statistics.onlyLargest(item.options.map(\.length)) else { continue }
      count += 1
      if longest == item.key { hits += 1 }
    }
    return .cue(Double(hits), of: count, .init(warn: 0.30, fail: 0.35, low: 0.18))
  }
}
