/// E7: no option holds another, and ranges do not cross.
///
/// Where one option contains another both can be right, or the wider one cannot be wrong.
/// Limit: 3 %, fails above 8 %. Source: Haladyna, Downing and Rodriguez (2002), keep choices
/// independent.
package enum OverlappingOptions: QuestionRule, BankRule {
  package static let id = "E7"
  package static let severity = BankProblem.Severity.warn
  package static let name = "overlapping options (one holds another, or ranges cross)"
  package static let fix = "word the options so that no two can be true together"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard item.isChoice, let pair = overlap(in: item) else { return [] }
    return [Complaint("two options overlap", fix: fix, text: pair)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { overlap(in: $0) != nil }
    return .share(flagged, of: sample.choices.count, warn: 0.03, fail: 0.08)
  }

  /// The two options that overlap.
  private static func overlap(in item: BankItem) -> String? {
    let options = item.options
    if options.allSatisfy({ $0.kind == .text }) {
      for inner in options.indices where options[inner].folded.count >= 4 {
        for outer in options.indices where outer != inner {
          if holds(options[outer].folded, options[inner].folded) {
            return options[inner].option.text + " | " + options[outer].option.text
          }
        }
      }
    }
    let ranges = options.compactMap(\.range).sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    if ranges.count == options.count {
      for (one, next) in zip(ranges, ranges.dropFirst()) where one.high > next.low {
        return options.map(\.option.text).joined(separator: " | ")
      }
    }
    return nil
  }

  /// Whether `inner` stands in `outer` as whole words.
  private static func holds(_ outer: String, _ inner: String) -> Bool {
    let outer = Array(outer.utf8)
    let inner = Array(inner.utf8)
    guard inner.count < outer.count else { return outer == inner }
    for start in 0...outer.count - inner.count where outer[start] == inner[0] {
      let end = start + inner.count
      guard outer[start..<end].elementsEqual(inner) else { continue }
      let before = start == 0 || !outer[start - 1].isWordByte
      let after = end == outer.count || !outer[end].isWordByte
      if before && after { return true }
    }
    return false
  }
}
