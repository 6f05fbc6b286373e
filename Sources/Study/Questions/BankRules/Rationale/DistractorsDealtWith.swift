/// H2: the rationale deals with the distractors.
///
/// A distractor is dealt with where its `why` has four words, or the rationale names its code, its
/// text or half of the words that are its own. Limit: 90 % of distractors, fails under 70 %.
package enum DistractorsDealtWith: BankRule {
  package static let id = "H2"
  package static let name = "distractors dealt with in the rationale"
  package static let fix = "say of each distractor what makes it wrong in this case"

  package static func figure(of sample: BankSample) -> BankFigure {
    let limit = "at least 90 %, fails under 70 %"
    var dealt = 0
    var all = 0
    var thin: [String] = []
    for item in sample.choices where item.rationaleWords >= 8 {
      let open = item.distractors.count { !isDealtWith($0, in: item, words: sample.words) }
      all += item.distractors.count
      dealt += item.distractors.count - open
      if open > 0 { thin.append(item.question.id) }
    }
    guard all > 0 else { return BankFigure(value: "-", limit: limit, verdict: .unjudged, count: 0) }
    let share = Double(dealt) / Double(all)
    return BankFigure(
      value: "\(BankFigure.percent(share)) of \(all)", limit: limit,
      verdict: share >= 0.90 ? .pass : share >= 0.70 ? .warn : .fail, rate: share, count: all,
      questions: thin, note: "\(thin.count) questions leave one out")
  }

  private static func isDealtWith(
    _ option: OptionText, in item: BankItem, words: WordTable
  ) -> Bool {
    if Words.count(in: option.option.why, upTo: 4) >= 4 { return true }
    let rationale = String(decoding: item.rationale.lower, as: UTF8.self)
    let key = item.options[item.key]
    let codes = option.codes.filter { !key.codes.contains($0) }
    if codes.contains(where: { rationale.contains($0.lowercased()) }) { return true }
    let own = ownWords(of: option, in: item)
    if !own.isEmpty {
      let named = WordTable.wordsAndStems(in: item.rationale)
      let shared = own.count { named.contains(words[$0].text) }
      if Double(shared) / Double(own.count) >= 0.5 { return true }
    }
    return option.folded.count >= 3 && rationale.contains(option.folded)
  }

  /// The content words of a distractor that neither key nor stem has; else those that the key has
  /// not; else all.
  private static func ownWords(of option: OptionText, in item: BankItem) -> [Int32] {
    let besideKey = SortedSet.subtracting(option.content, item.options[item.key].content)
    let own = SortedSet.subtracting(besideKey, item.stemContent)
    return !own.isEmpty ? own : !besideKey.isEmpty ? besideKey : option.content
  }
}
