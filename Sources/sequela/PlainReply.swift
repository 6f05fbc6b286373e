import FSRS
import Study

/// Reads what is typed in a plain session.
enum PlainReply {
  /// Grades by their words; an empty line keeps the grade.
  static let grades: [String: Rating] = ["hard": .hard, "good": .good, "easy": .easy]

  /// So many characters of a code or a note are kept, as on the screen.
  static let longestText = 500

  /// All commands, for whoever types an unknown one.
  static let commands =
    "Commands: :undo :mark :note TEXT :report TEXT :why 1-6 (the last miss) :suspend :later :quit"

  /// An answer, and whether it is a guess: `2`, `2?`, `1 3`, `b`, `E11.65`, `good`.
  /// - Returns: nil where it is none for this kind of question.
  static func answer(
    _ text: String, to question: Question, order: [Int]
  ) -> (answer: Answer, isSure: Bool?)? {
    var text = text
    var isSure = true
    if text.hasSuffix("?") {
      isSure = false
      text = String(text.dropLast())
    }
    switch question.body {
    case .choice:
      guard let option = option(text, order) else { return nil }
      return (.options([option]), isSure)
    case .multiple(let set):
      let options = text.split { $0 == " " || $0 == "," }.map { option(String($0), order) }
      let chosen = Set(options.compactMap { $0 })
      guard !options.contains(nil), chosen.count == set.key.count else { return nil }
      return (.options(chosen.sorted()), isSure)
    case .code(let code):
      guard !Question.CodeAnswer.folded(text).isEmpty, code.hasForm(text) else { return nil }
      return (.typed(String(text.prefix(longestText))), isSure)
    case .flashcard:
      let word = text.lowercased()
      if word.isEmpty { return (.rated(.good), nil) }
      if let number = UInt8(word), let rating = Rating(rawValue: number) {
        return (.rated(rating), nil)
      }
      guard let rating = word == "again" ? .again : grades[word] else { return nil }
      return (.rated(rating), nil)
    }
  }

  /// What may be typed here.
  static func hint(for question: Question) -> String {
    switch question.body {
    case .choice: "Type the number of an option; 2? answers as a guess."
    case .multiple(let set): "Type \(set.key.count) numbers with spaces between them."
    case .code(let code): "\(code.formSentence) `:help` names the commands."
    case .flashcard: "Type 1 to 4: Again, Hard, Good, Easy. Enter is Good."
    }
  }

  /// The option behind a number or a letter, as its position in the file's order.
  private static func option(_ text: String, _ order: [Int]) -> Int? {
    var place: Int?
    if let number = Int(text) {
      place = number - 1
    } else if text.count == 1, let byte = text.lowercased().utf8.first, (97...102) ~= byte {
      place = Int(byte) - 97
    }
    guard let place, order.indices.contains(place) else { return nil }
    return order[place]
  }
}
