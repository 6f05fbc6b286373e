/// E3: hedging words (usually, may, often ...) are in the key as often as in any option, about 25 %.
///
/// Careful authors make keys safe with them and forget the distractors. Limit: warns where the
/// interval lies above 25 %, fails over 45 % where it lies above 30 %.
package enum HedgesInKey: BankRule {
  package static let id = "E3"
  package static let name = "hedging words stand in the key"
  package static let fix =
    "hedge distractors as the key is hedged, or take the hedge out of the key"

  package static func figure(of sample: BankSample) -> BankFigure {
    WordsInKey.figure(of: sample, has: \.hasHedge) { rate, interval in
      if rate > 0.45, interval.lowerBound > 0.30 { return .fail }
      return interval.lowerBound > 0.25 ? .warn : .pass
    }
  }
}
