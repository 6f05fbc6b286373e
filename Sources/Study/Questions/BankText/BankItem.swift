/// One question with its words, read once for all rules.
///
/// A class only so that fifty rules pass it on without copying its parts; it never changes.
package final class BankItem: Sendable {
  package let question: Question
  /// The file that holds it, as a person would name it.
  package let file: String
  let stem: PlainText
  /// The stem folded for comparison.
  let foldedStem: String
  let stemWords: [Int32]
  /// Stems of the stem's content words.
  let stemContent: [Int32]
  let options: [OptionText]
  /// The index of the key of a choice; 0 for the other kinds.
  let key: Int
  /// How like each option of a choice is to the others.
  let likeness: [Double]
  /// What can be seen of each option of a choice without knowing anything.
  let features: [[Double]]
  /// The question proper: the last sentence of the stem.
  let leadIn: ArraySlice<UInt8>
  /// The fifth of the bank that it falls in where something is learned from the others.
  let fold: Int
  /// Its negative words as written: NOT, EXCEPT ...
  let negations: [String]
  /// The rationale and what is said of each wrong option.
  let rationale: PlainText
  let rationaleWords: Int
  /// Content words and codes of the rationale's first two sentences.
  let rationaleOpening: [Int32]
  /// The rules that its author waived.
  let waived: Set<String>

  init(_ question: Question, file: String, words table: inout WordTable) {
    self.question = question
    self.file = file
    stem = PlainText(question.stem)
    foldedStem = FoldedText.folded(question.stem)
    stemWords = table.numbers(in: stem.lower[...])
    stemContent = table.content(of: stemWords)
    let set = question.optionSet
    var options: [OptionText] = []
    for option in set?.options ?? [] { options.append(OptionText(option, words: &table)) }
    self.options = options
    key = set?.key.first ?? 0
    likeness = question.kind == .choice ? Convergence.likeness(of: options) : []
    features =
      question.kind == .choice ? OptionFeatures.features(of: options, likeness: likeness) : []
    leadIn = stem.leadIn
    fold = Folds.fold(of: foldedStem)
    negations = Negation.words(in: leadIn)
    let reasons = set?.options.filter { !$0.isCorrect }.map(\.why) ?? []
    rationale = PlainText(([question.rationale] + reasons).joined(separator: " "))
    rationaleWords = Words.count(in: rationale.lower)
    let opening = Self.opening(of: rationale)
    let openingWords = table.numbers(in: opening.lower)
    var content = table.content(of: openingWords)
    for code in CodeShapes.codes(in: opening.cased) {
      content.append(table.number(of: code.lowercased()))
    }
    rationaleOpening = SortedSet.make(content)
    waived = Set(question.allow.map(\.rule))
  }

  /// The options that are not the key.
  var distractors: [OptionText] {
    options.enumerated().filter { $0.offset != key }.map(\.element)
  }

  /// Whether it is a question with one key among four options, as the exams ask them.
  var isChoice: Bool { question.kind == .choice }

  /// Whether an option or an accepted answer has the shape of a code.
  var isCoded: Bool {
    if case .code = question.body { return true }
    return options.contains { !$0.codes.isEmpty }
  }

  /// The first two sentences of a text.
  private static func opening(
    of text: PlainText
  ) -> (lower: ArraySlice<UInt8>, cased: ArraySlice<UInt8>) {
    var sentences = 0
    var end = text.lower.endIndex
    for index in text.lower.indices.dropFirst() where text.lower[index].isSpace {
      let before = text.lower[index - 1]
      guard before == 0x2E || before == 0x21 || before == 0x3F else { continue }
      sentences += 1
      if sentences == 2 {
        end = index
        break
      }
    }
    return (text.lower[..<end], text.cased[..<min(end, text.cased.endIndex)])
  }
}
