import FSRS

/// What a learner gives as an answer.
package enum Answer: Equatable, Sendable {
  /// Positions of the chosen options in the file's order.
  case options([Int])
  /// A typed code.
  case typed(String)
  /// A flashcard that was turned and rated.
  case rated(Rating)

  /// Whether it is right: all and only the right options, an accepted code, any rating but Again.
  package func isCorrect(for question: Question) -> Bool {
    switch (self, question.body) {
    case (.options(let chosen), .choice(let set)), (.options(let chosen), .multiple(let set)):
      Set(chosen) == Set(set.key)
    case (.typed(let text), .code(let code)):
      code.accepts(text)
    case (.rated(let rating), .flashcard):
      rating.isPass
    default:
      false
    }
  }

  /// The rating that follows: a miss is Again, a right guess Hard, right and sure Good.
  package func rating(isCorrect: Bool, isSure: Bool?) -> Rating {
    if case .rated(let rating) = self { return rating }
    guard isCorrect else { return .again }
    return isSure == false ? .hard : .good
  }
}
