/// D2: few keys alone repeat a word of the stem (a clang).
///
/// A word of five letters or more that stem and key share while no distractor shares any word with
/// the stem. Limit: 8 %, fails above 15 %; how much is chance depends on the text (see D1).
package enum StemEcho: BankRule {
  package static let id = "D2"
  package static let name = "a word of the stem stands in the key and in no distractor"
  package static let fix = "use the word in a distractor too, or another word in the key"

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.choices.filter { item in
      let echoes = SortedSet.intersection(item.options[item.key].content, item.stemContent)
      guard echoes.contains(where: { sample.words[$0].length >= 5 }) else { return false }
      return item.distractors.allSatisfy {
        SortedSet.shared($0.content, item.stemContent) == 0
      }
    }
    return .share(
      flagged.map(\.question.id), of: sample.choices.count, warn: 0.08, fail: 0.15)
  }
}
