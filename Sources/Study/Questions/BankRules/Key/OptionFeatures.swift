import Glibc

/// What can be seen of an option without knowing anything: 18 features of form, no words.
enum OptionFeatures {
  /// The features of each option of a question.
  ///
  /// Likeness is each option's to the others, as ``Convergence`` has it.
  static func features(of options: [OptionText], likeness: [Double]) -> [[Double]] {
    let count = Double(options.count)
    let lengths = options.map { Double($0.plain.length) }
    let words = options.map { log(Double(max(1, $0.words.count))) }
    let mean = lengths.reduce(0, +) / count
    let variance = lengths.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let spread = variance > 0 ? variance.squareRoot() : 1
    let meanWords = words.reduce(0, +) / count
    let meanLikeness = likeness.reduce(0, +) / count
    let longest = Statistics.onlyLargest(lengths)
    let shortest = Statistics.onlySmallest(lengths)
    let likest = Statistics.onlyLargest(likeness)
    let numbers = options.compactMap(\.number)
    return options.indices.map { index in
      let option = options[index]
      let rank = Double(lengths.count { $0 < lengths[index] }) / max(1, count - 1)
      var isMiddle = false
      if numbers.count == options.count {
        let below = numbers.count { $0 < numbers[index] }
        isMiddle = below > 0 && below < options.count - 1
      }
      let form = option.form
      return [
        (lengths[index] - mean) / spread, rank, index == longest ? 1 : 0,
        index == shortest ? 1 : 0, words[index] - meanWords, likeness[index] - meanLikeness,
        index == likest ? 1 : 0, option.hasAbsolute ? 1 : 0, option.hasHedge ? 1 : 0,
        form.isNegated ? 1 : 0, Double(form.commas),
        form.hasParenthesis ? 1 : 0,
        form.hasDigit ? 1 : 0, option.isAllOrNone ? 1 : 0,
        isMiddle ? 1 : 0, form.isConnected ? 1 : 0,
        form.startsSmall ? 1 : 0,
        form.endsInPeriod ? 1 : 0,
      ]
    }
  }

  /// The share of a point that choosing at random among the best scores earns.
  static func credit(_ scores: [Double], key: Int) -> Double {
    guard let best = scores.max() else { return 0 }
    let picks = scores.indices.filter { abs(scores[$0] - best) < 1e-9 }
    return picks.contains(key) ? 1 / Double(picks.count) : 0
  }
}
