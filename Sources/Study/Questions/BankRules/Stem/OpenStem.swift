/// A6: a stem ends in a question, a colon, a blank, or a phrase that an option completes.
///
/// Cover the options: someone who knows should be able to answer. Limit: 2 %, fails above 8 %.
package enum OpenStem: BankRule {
  package static let id = "A6"
  package static let name = "stems without a question at their end"
  package static let fix = "end the stem in a question"

  package static func figure(of sample: BankSample) -> BankFigure {
    .share(
      sample.flagged(by: id, where: isFaulty), of: sample.choices.count, warn: 0.02, fail: 0.08)
  }

  private static let completions: Set<String> = [
    "is", "are", "as", "by", "of", "to", "the", "a", "an", "in", "for", "be", "with",
  ]

  private static func isFaulty(_ item: BankItem) -> Bool {
    let stem = item.stem.lower
    if item.stemWords.count < 4 { return true }
    if stem.last == UInt8(ascii: "?") || stem.last == UInt8(ascii: ":") { return false }
    let blank = UInt8(ascii: "_")
    if zip(stem, stem.dropFirst()).contains(where: { $0 == blank && $1 == blank }) { return false }
    return !(PlainText.runs(in: stem[...]).last.map { completions.contains($0.word) } ?? false)
  }
}
