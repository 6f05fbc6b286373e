/// E6: the four options are of one kind: all codes, all numbers, or all words.
///
/// One code among texts is either the key or never chosen. Limit: 2 %, fails above 5 %.
package enum MixedKinds: BankRule {
  package static let id = "E6"
  package static let name = "one option is of another kind (a code among texts, say)"
  package static let fix = "make all four options codes, numbers or words"

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0.02, fail: 0.05)
  }

  private static func isFaulty(_ item: BankItem) -> Bool {
    var counts: [OptionKind: Int] = [:]
    for option in item.options { counts[option.kind, default: 0] += 1 }
    let isNumbers = counts.keys.allSatisfy { $0 == .numeric || $0 == .range }
    return counts.count > 1 && !isNumbers && counts.values.min() == 1
  }
}
