/// C5: the options of a question are of like length (the longest at most 2.2 times the shortest).
///
/// Judged where all are texts and one has four words or more, and the difference is 20 characters at
/// least. Limit: 25 %, fails above 45 %.
package enum UnevenLengths: BankRule {
  package static let id = "C5"
  package static let name = "options of very uneven length"
  package static let fix = "bring the options of a question to about one length"

  package static func figure(of sample: BankSample) -> BankFigure {
    let texts = sample.choices.filter { item in
      item.options.allSatisfy { $0.kind == .text } && item.options.contains { $0.words.count >= 4 }
    }
    let flagged = texts.filter { item in
      let lengths = item.options.map(\.length)
      guard let least = lengths.min(), let most = lengths.max() else { return false }
      return Double(most) > 2.2 * Double(least) && most - least >= 20
    }
    return .share(flagged.map(\.question.id), of: texts.count, warn: 0.25, fail: 0.45)
  }
}
