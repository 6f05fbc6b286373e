/// J1: fixed rules of test-wise candidates, applied to the options alone, solve no more than chance.
///
/// Longer, more like the others, hedged, a middle number: for; absolute words, negations: against.
/// Licence exams are solved 26 to 29 %, two public CPC banks 49 and 65 %. Limit: 30 %, fails above
/// 35 %.
package enum TestWise: BankRule {
  package static let id = "J1"
  package static let name = "solved from the options alone by fixed test-wise rules"
  package static let fix = "mend what C1, D3, E2 and E3 show; then count again"

  package static func figure(of sample: BankSample) -> BankFigure {
    let points = sample.choices.reduce(0.0) { sum, item in
      let scores = item.features.map(score)
      return sum + OptionFeatures.credit(scores, key: item.key)
    }
    return .cue(points, of: sample.choices.count, .init(warn: 0.30, fail: 0.35))
  }

  /// Length, likeness, absolute and hedging words, all of the above, middle number, negation.
  private static func score(_ features: [Double]) -> Double {
    features[0] + 1.2 * features[5] - 1.2 * features[7] + 0.5 * features[8] + 1.5 * features[13]
      + 0.8 * features[14] - 0.2 * features[9]
  }
}
