import Glibc

/// J3: a model that learns which words live in keys (five folds) solves little more than chance.
///
/// Log-odds of the words and word pairs of options, stems unseen. Part of it is honest: the same
/// truths recur as keys. Limit: 35 %, fails above 45 %; judged from 100 questions.
package enum LearnedWords: BankRule {
  package static let id = "J3"
  package static let name = "solved by learned words of the options alone"
  package static let fix =
    "let right phrases serve as distractors elsewhere, and wrong ones as keys"

  package static func figure(of sample: BankSample) -> BankFigure {
    let items = sample.choices
    guard items.count >= 100 else {
      return BankFigure(
        value: "-", limit: "at most 35.0 %, fails above 45.0 %", verdict: .unjudged,
        count: items.count, note: "fewer than 100 questions")
    }
    let folds = items.map(\.fold)
    let (options, size) = numbered(items)
    var points = 0.0
    for fold in 0..<Folds.count {
      var inKeys = [Double](repeating: 0, count: size)
      var inOthers = inKeys
      for index in items.indices where folds[index] != fold {
        for (place, tokens) in options[index].enumerated() {
          for token in tokens {
            if place == items[index].key { inKeys[token] += 1 } else { inOthers[token] += 1 }
          }
        }
      }
      let odds = (0..<size).map { token -> Double? in
        guard inKeys[token] + inOthers[token] >= 3 else { return nil }
        return log((inKeys[token] + 1) / (inOthers[token] / 3 + 1))
      }
      for index in items.indices where folds[index] == fold {
        let scores = options[index].map { tokens -> Double in
          let known = tokens.compactMap { odds[$0] }
          return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count).squareRoot()
        }
        points += OptionFeatures.credit(scores, key: items[index].key)
      }
    }
    return .cue(points, of: items.count, .init(warn: 0.35, fail: 0.45))
  }

  /// The words and word pairs of each option, each once, as numbers from 0; and how many there are.
  private static func numbered(_ items: [BankItem]) -> (options: [[[Int]]], size: Int) {
    var numbers: [UInt64: Int] = [:]
    let options = items.map { item in
      item.options.map { option -> [Int] in
        let words = option.words
        var tokens = words.map { UInt64($0) }
        tokens += zip(words, words.dropFirst()).map { UInt64($0 + 1) << 32 | UInt64($1) }
        tokens.sort()
        var last: UInt64?
        return tokens.compactMap { token in
          if token == last { return nil }
          last = token
          if let number = numbers[token] { return number }
          numbers[token] = numbers.count
          return numbers.count - 1
        }
      }
    }
    return (options, numbers.count)
  }
}
