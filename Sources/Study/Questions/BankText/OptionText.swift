/// One option, read once for all rules; a class for the same reason as ``BankItem``.
final class OptionText: Sendable {
  let option: Question.Option
  let plain: PlainText
  /// Unicode scalars as written, without white space at the ends.
  let length: Int
  let words: [Int32]
  /// Stems of its content words.
  let content: [Int32]
  /// Its words split at hyphens, and the first three characters of its codes.
  let tokens: [Int32]
  let codes: [String]
  /// Its codes as words.
  let codeWords: [Int32]
  let kind: OptionKind
  let number: Double?
  let range: (low: Double, high: Double)?
  let folded: String
  let endsInPeriod: Bool
  let hasAbsolute: Bool
  let hasHedge: Bool
  let isAllOrNone: Bool
  let form: OptionForm

  init(_ option: Question.Option, words table: inout WordTable) {
    self.option = option
    plain = PlainText(option.text)
    let trimmed = PlainText.trimmed(option.text)
    length = trimmed.unicodeScalars.count
    endsInPeriod = trimmed.utf8.last == UInt8(ascii: ".")
    words = table.numbers(in: plain.lower[...])
    content = table.content(of: words)
    codes = CodeShapes.codes(in: plain.cased[...])
    kind = OptionKind(plain, codes: codes)
    number = kind == .numeric ? OptionKind.number(in: plain) : nil
    range = kind == .range ? OptionKind.range(in: plain) : nil
    folded = FoldedText.folded(option.text)
    hasAbsolute = words.contains { table[$0].isAbsolute }
    hasHedge = words.contains { table[$0].isHedge }
    var tokens: [Int32] = []
    for word in words {
      let text = table[word].text
      if text.utf8.contains(0x2D) {
        for part in text.split(separator: "-") { tokens.append(table.number(of: String(part))) }
      } else {
        tokens.append(word)
      }
    }
    var codeWords: [Int32] = []
    for code in codes {
      tokens.append(table.number(of: "p:" + code.prefix(3)))
      codeWords.append(table.number(of: code.lowercased()))
    }
    self.codeWords = codeWords
    self.tokens = SortedSet.make(tokens)
    // Matching costs time, and hardly an option holds such a word or is as short as "A and B".
    let mayRefer = length <= 30 || tokens.contains { table[$0].isQuantity }
    isAllOrNone = mayRefer && OptionReference.isAllOrNone(plain)
    form = OptionForm(
      commas: plain.cased.count { $0 == UInt8(ascii: ",") },
      hasParenthesis: plain.cased.contains(UInt8(ascii: "(")),
      hasDigit: plain.cased.contains(where: \.isDigit),
      startsSmall: plain.cased.first?.isSmall == true,
      endsInPeriod: plain.cased.last == UInt8(ascii: "."),
      isNegated: tokens.contains { table[$0].isNegation },
      isConnected: tokens.contains { table[$0].isConnective }
        || zip(words, words.dropFirst()).contains {
          table[$0].text == "based" && table[$1].text == "on"
        })
  }
}

/// What an option looks like, beside its length.
struct OptionForm {
  let commas: Int
  let hasParenthesis: Bool
  let hasDigit: Bool
  let startsSmall: Bool
  let endsInPeriod: Bool
  /// It says not, no, cannot or without.
  let isNegated: Bool
  /// It says and, or, because, when, according, based on ...
  let isConnected: Bool
}
