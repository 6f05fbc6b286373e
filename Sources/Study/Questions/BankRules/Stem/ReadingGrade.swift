/// F5: stems read at the level of the trade, not above it (Flesch-Kincaid grade).
///
/// 0.39 words a sentence + 11.8 syllables a word - 15.59. Words of the field raise it; watch the
/// trend. Limit: median 13 and 90th percentile 18; fails above a median of 16.
package enum ReadingGrade: BankRule {
  package static let id = "F5"
  package static let name = "reading grade of stems"
  package static let fix = "use shorter sentences"

  package static func figure(of sample: BankSample) -> BankFigure {
    let grades = sample.choices.compactMap { grade(of: $0.stem.lower) }.sorted()
    let limit = "median at most 13, 90th at most 18; fails above a median of 16"
    guard !grades.isEmpty else {
      return BankFigure(value: "-", limit: limit, verdict: .unjudged, count: 0)
    }
    let median = grades[min(grades.count - 1, grades.count / 2)]
    let high = grades[min(grades.count - 1, Int(0.9 * Double(grades.count)))]
    let verdict: BankFigure.Verdict =
      median <= 13 && high <= 18 ? .pass : median <= 16 ? .warn : .fail
    return BankFigure(
      value: "median \(BankFigure.decimal(median, 1)), 90th \(BankFigure.decimal(high, 1))",
      limit: limit, verdict: verdict, rate: median, count: grades.count)
  }

  /// The grade of a text in small letters; nil where it has fewer than five words.
  private static func grade(of lower: [UInt8]) -> Double? {
    var words = 0
    var syllables = 0
    var sentences = 0
    var index = 0
    while index < lower.count {
      if lower[index].isSmall {
        let start = index
        while index < lower.count,
          lower[index].isSmall || lower[index] == 0x27 || lower[index] == 0x2D
        {
          index += 1
        }
        words += 1
        syllables += self.syllables(in: lower[start..<index])
      } else if isEnd(lower[index]) {
        while index < lower.count, isEnd(lower[index]) { index += 1 }
        if index == lower.count || lower[index].isSpace { sentences += 1 }
      } else {
        index += 1
      }
    }
    guard words >= 5 else { return nil }
    return 0.39 * Double(words) / Double(max(1, sentences))
      + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 }

  /// Groups of vowels, a silent e at the end apart.
  private static func syllables(in word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var wasVowel = false
    var last: UInt8 = 0
    var before: UInt8 = 0
    for letter in word where letter.isSmall {
      let isVowel = isVowel(letter)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
      before = last
      last = letter
    }
    let isSilent =
      last == UInt8(ascii: "e") && before != UInt8(ascii: "l") && before != UInt8(ascii: "e")
    return max(1, isSilent ? count - 1 : count)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
