import FSRS
import Glibc
import Screens
import Storage
import Study

/// What a plain session says.
enum PlainMessage {
  case question(
    Question, exhibit: Exhibit?, domain: String, exam: String, place: Int, count: Int, order: [Int])
  case back(String)
  case verdict(Question, Answer, isCorrect: Bool, days: Int?)
  case graded(Rating, days: Int?)
  case saved(Int)
  case notice(String)
  case over(answers: Int, right: Int)
}

/// What a plain session asks for.
enum PlainPrompt {
  case turn
  case answer(Question, PassingIntervals)
  case grade(Rating)
}

/// Says things to whoever is at the other end.
protocol PlainVoice {
  func say(_ message: PlainMessage)
  func prompt(_ prompt: PlainPrompt)
}

/// Plain text, made safe for a terminal.
struct LineVoice: PlainVoice {
  func say(_ message: PlainMessage) {
    switch message {
    case .question(let question, let exhibit, let domain, let exam, let place, let count, let order):
      put("[\(place)/\(count)] \(question.id)  \(exam) · \(domain)")
      if let exhibit { put("\(exhibit.title)\n\(exhibit.text)\n") }
      put(question.stem)
      if let set = question.optionSet {
        for (place, option) in order.enumerated() {
          put("\(place + 1)) \(set.options[option].text)")
        }
      }
    case .back(let text): put(text)
    case .verdict(let question, let answer, let isCorrect, let days):
      if question.kind != .flashcard {
        put(isCorrect ? "RIGHT" : "WRONG  answer: \(PlainText.key(of: question))")
        put(question.rationale)
        if !isCorrect, let why = PlainText.why(answer, question) { put(why) }
        for source in PlainText.sources(of: question) { put("source: \(source)") }
      }
      put("next: \(days.map(Wording.days) ?? "10 minutes")")
    case .graded(let rating, let days):
      put("graded \(rating.title), next: \(days.map(Wording.days) ?? "10 minutes")")
    case .saved(let count): put("saved \(count)")
    case .notice(let text): put(text)
    case .over(let answers, let right):
      put(
        answers == 0
          ? "nothing to study" : "done: \(Wording.counted(answers, "answer")), \(right) right")
    }
  }

  func prompt(_ prompt: PlainPrompt) {
    switch prompt {
    case .turn: put("turn (Enter): ", end: "")
    case .answer(let question, let intervals):
      switch question.body {
      case .choice(let set): put("answer (1-\(set.options.count)): ", end: "")
      case .multiple(let set):
        put("answers (\(set.key.count) of 1-\(set.options.count)): ", end: "")
      case .code(let code): put("code (\(code.system.rawValue)): ", end: "")
      case .flashcard:
        put(
          "rate (1 Again, 2 Hard \(intervals.hard) d, 3 Good \(intervals.good) d, "
            + "4 Easy \(intervals.easy) d): ", end: "")
      }
    case .grade(let rating):
      let others = [Rating.hard, .good, .easy].filter { $0 != rating }
        .map { $0.title.lowercased() }.joined(separator: ", ")
      put("grade (Enter keeps \(rating.title); \(others)): ", end: "")
    }
  }

  private func put(_ text: String, end: String = "\n") {
    print(PlainText.safe(text), terminator: end)
    fflush(nil)
  }
}

/// The same dialogue as JSON Lines.
struct JSONVoice: PlainVoice {
  func say(_ message: PlainMessage) {
    switch message {
    case .question(let question, let exhibit, let domain, let exam, let place, let count, let order):
      put([
        .init("say", "question"), .init("id", .string(question.id)),
        .init("kind", .string(question.kind.rawValue)), .init("exam", .string(exam)),
        .init("domain", .string(domain)), .init("place", .number(Double(place))),
        .init("count", .number(Double(count))), .init("stem", .string(question.stem)),
        .init("exhibit", exhibit.map { .string("\($0.title)\n\($0.text)") } ?? .null),
        .init(
          "options",
          .array(order.map { .string(question.optionSet?.options[$0].text ?? "") })),
      ])
    case .back(let text): put([.init("say", "back"), .init("text", .string(text))])
    case .verdict(let question, let answer, let isCorrect, let days):
      put([
        .init("say", "verdict"), .init("correct", .bool(isCorrect)),
        .init("answer", .string(PlainText.key(of: question))),
        .init("rationale", .string(question.rationale)),
        .init(
          "why", isCorrect ? .null : PlainText.why(answer, question).map { .string($0) } ?? .null),
        .init("sources", .array(PlainText.sources(of: question).map { .string($0) })),
        .init("days", days.map { .number(Double($0)) } ?? .null),
      ])
    case .graded(let rating, let days):
      put([
        .init("say", "graded"), .init("rating", .number(Double(rating.rawValue))),
        .init("days", days.map { .number(Double($0)) } ?? .null),
      ])
    case .saved(let count): put([.init("say", "saved"), .init("count", .number(Double(count)))])
    case .notice(let text): put([.init("say", "notice"), .init("text", .string(text))])
    case .over(let answers, let right):
      put([
        .init("say", "over"), .init("answers", .number(Double(answers))),
        .init("right", .number(Double(right))),
      ])
    }
  }

  func prompt(_ prompt: PlainPrompt) {
    switch prompt {
    case .turn: put([.init("ask", "turn")])
    case .answer(let question, let intervals):
      put([
        .init("ask", "answer"), .init("kind", .string(question.kind.rawValue)),
        .init("choose", question.optionSet.map { .number(Double($0.key.count)) } ?? .null),
        .init(
          "days",
          .array(
            [intervals.hard, intervals.good, intervals.easy].map { .number(Double($0)) })),
      ])
    case .grade(let rating):
      put([.init("ask", "grade"), .init("keeps", .number(Double(rating.rawValue)))])
    }
  }

  private func put(_ members: [JSONValue.Member]) {
    print(JSONValue.object(members).text())
    fflush(nil)
  }
}

/// Texts of a question for the dialogue.
enum PlainText {
  static func key(of question: Question) -> String {
    switch question.body {
    case .choice(let set), .multiple(let set):
      set.key.map { set.options[$0].text }.joined(separator: "; ")
    case .code(let code): code.accept.joined(separator: " or ")
    case .flashcard(let card): card.back
    }
  }

  /// Where the answer stands, as lines.
  static func sources(of question: Question) -> [String] {
    question.references.map { reference in
      [reference.source, reference.section].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// What makes the chosen options wrong.
  static func why(_ answer: Answer, _ question: Question) -> String? {
    guard case .options(let chosen) = answer, let set = question.optionSet else { return nil }
    let reasons = chosen.filter { set.options.indices.contains($0) && !set.options[$0].why.isEmpty }
      .map { "\(set.options[$0].text): \(set.options[$0].why)" }
    return reasons.isEmpty ? nil : reasons.joined(separator: "\n")
  }

  /// Without anything that a terminal could take for a command.
  static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { $0 == "\n" ? $0 : $0.safe }))
  }
}
