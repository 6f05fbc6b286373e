/// G4: few questions are variants of one another (likeness 0.60 to 0.80).
///
/// Limit: 5 %, fails above 15 %. Variants should name each other as enemies.
package enum CloseVariants: BankRule {
  package static let id = "G4"
  package static let name = "close variants"
  package static let fix = "make them enemies of each other, or ask another point"

  package static func figure(of sample: BankSample) -> BankFigure {
    let near = Set(sample.ids(of: sample.likePairs.filter { $0.likeness >= 0.80 }))
    let pairs = sample.likePairs.filter { $0.likeness < 0.80 }
    return .share(
      sample.ids(of: pairs).filter { !near.contains($0) }, of: sample.choices.count, warn: 0.05,
      fail: 0.15, note: sample.names(of: pairs))
  }
}
