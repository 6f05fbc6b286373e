/// When the memory model's weights are worth a fit of their own accord.
package enum FitOccasion {
  /// Fewer answers than this in all are not tried.
  package static let leastAnswers = 400
  /// At least so many answers must have come since the last try.
  package static let leastNew = 200
  /// And at least this share of those that there were then.
  package static let newShare = 0.25

  /// Whether there are enough answers for a try.
  /// - Parameter lastTry: how many there were at the last one, successful or not; nil before it.
  package static func hasCome(answers: Int, lastTry: Int?) -> Bool {
    guard answers >= leastAnswers else { return false }
    guard let lastTry else { return true }
    return answers - lastTry >= newNeeded(after: lastTry)
  }

  /// How many answers must come after a try with so many before the next.
  package static func newNeeded(after lastTry: Int) -> Int {
    max(leastNew, Int((Double(lastTry) * newShare).rounded(.up)))
  }
}

extension Progress {
  /// Answers in any mode, of all cards.
  package var answerCount: Int { cards.reduce(0) { $0 + $1.answers } }

  /// Whether enough answers have come since the weights were last fitted.
  package var isFitDue: Bool {
    FitOccasion.hasCome(answers: answerCount, lastTry: settings.fitted)
  }
}
