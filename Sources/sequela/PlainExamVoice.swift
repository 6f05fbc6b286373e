import Screens
import Storage
import Study

/// What a plain exam says.
enum PlainExamMessage {
  case began(MockExam, isResumed: Bool)
  case question(Question?, exhibit: Exhibit?, MockExam, remaining: Int)
  /// All questions by their state.
  case review(MockExam, remaining: Int)
  case saved(Int)
  case notice(String)
  case warning(minutes: Int)
  case timeUp
  case report(ScoreReport)
  case paused(MockExam)
}

/// Says things to whoever is at the other end.
protocol PlainExamVoice {
  func say(_ message: PlainExamMessage)
  /// Asks for an answer to the question, or in the review for a command.
  func prompt(options: Int?)
}

/// Plain text, made safe for a terminal.
struct LineExamVoice: PlainExamVoice {
  func say(_ message: PlainExamMessage) {
    switch message {
    case .began(let exam, let isResumed):
      let left = ExamWording.clock(exam.start.limit - exam.clock)
      put(
        isResumed
          ? "going on: \(exam.answeredCount) of \(exam.items.count) answered, \(left) left"
          : "mock exam \(exam.start.exam), form \(exam.start.seed): \(exam.items.count) questions, "
            + "\(left). :help names the commands.")
    case .question(let question, let exhibit, let exam, let remaining):
      let item = exam.item
      var marks = item.isFlagged ? " flagged" : ""
      if item.isGuess { marks += " guess" }
      put(
        "[\(exam.position + 1)/\(exam.items.count)] \(item.question.id)  "
          + "\(ExamWording.clock(remaining)) left\(marks)")
      guard let question, let set = question.optionSet else {
        put("This question is no longer in the banks.")
        return
      }
      if let exhibit { put("\(exhibit.title)\n\(exhibit.text)\n") }
      put(question.stem)
      for (place, option) in item.question.order.enumerated()
      where set.options.indices.contains(option) {
        var text = "\(place + 1)) \(set.options[option].text)"
        if item.struck.contains(option) { text += " (struck)" }
        if item.chosen.contains(option) { text += " (your answer)" }
        put(text)
      }
      if !item.note.isEmpty { put("note: \(item.note)") }
    case .review(let exam, let remaining):
      put("all questions seen, \(ExamWording.clock(remaining)) left")
      for (name, places) in PlainExamLists.lists(exam) where !places.isEmpty {
        put("\(name): \(places.map { "\($0 + 1)" }.joined(separator: ", "))")
      }
      put(":submit ends the exam, a number goes to a question")
    case .saved(let count): put("saved \(count)")
    case .notice(let text): put(text)
    case .warning(let minutes): put("\n\(minutes) minutes left")
    case .timeUp: put("\nthe time is up; the exam is submitted")
    case .report(let report): put(PlainExamLists.text(report))
    case .paused(let exam):
      put("paused: \(exam.answeredCount) of \(exam.items.count) answered; all is kept")
    }
  }

  func prompt(options: Int?) {
    put(options.map { "answer (1-\($0)): " } ?? "command: ", end: "")
  }

  private func put(_ text: String, end: String = "\n") {
    print(PlainText.safe(text), terminator: end)
    flush()
  }
}

/// The same dialogue as JSON Lines.
struct JSONExamVoice: PlainExamVoice {
  func say(_ message: PlainExamMessage) {
    switch message {
    case .began(let exam, let isResumed):
      put([
        .init("say", "exam"), .init("exam", .string(exam.start.exam)),
        .init("seed", .number(Double(exam.start.seed))), .init("resumed", .bool(isResumed)),
        .init("count", .number(Double(exam.items.count))),
        .init("answered", .number(Double(exam.answeredCount))),
        .init("remainingMs", .number(Double(exam.start.limit - exam.clock))),
      ])
    case .question(let question, let exhibit, let exam, let remaining):
      let item = exam.item
      let options = question?.optionSet?.options ?? []
      func places(_ chosen: [Int]) -> JSONValue {
        .array(
          item.question.order.indices.filter { chosen.contains(item.question.order[$0]) }
            .map { .number(Double($0 + 1)) })
      }
      put([
        .init("say", "question"), .init("id", .string(item.question.id)),
        .init("place", .number(Double(exam.position + 1))),
        .init("count", .number(Double(exam.items.count))),
        .init("remainingMs", .number(Double(remaining))),
        .init("stem", question.map { .string($0.stem) } ?? .null),
        .init("exhibit", exhibit.map { .string("\($0.title)\n\($0.text)") } ?? .null),
        .init(
          "options",
          .array(
            item.question.order.filter(options.indices.contains)
              .map { .string(options[$0].text) })),
        .init("chosen", places(item.chosen)), .init("struck", places(item.struck)),
        .init("flagged", .bool(item.isFlagged)), .init("guess", .bool(item.isGuess)),
      ])
    case .review(let exam, let remaining):
      put(
        [.init("say", "review"), .init("remainingMs", .number(Double(remaining)))]
          + PlainExamLists.lists(exam).map { name, places in
            .init(name, .array(places.map { .number(Double($0 + 1)) }))
          })
    case .saved(let count): put([.init("say", "saved"), .init("count", .number(Double(count)))])
    case .notice(let text): put([.init("say", "notice"), .init("text", .string(text))])
    case .warning(let minutes):
      put([.init("say", "warning"), .init("minutes", .number(Double(minutes)))])
    case .timeUp: put([.init("say", "timeUp")])
    case .report(let report): put([.init("say", "report"), .init("report", report.json)])
    case .paused(let exam):
      put([.init("say", "paused"), .init("answered", .number(Double(exam.answeredCount)))])
    }
  }

  func prompt(options: Int?) {
    put([.init("ask", options == nil ? "command" : "answer")])
  }

  private func put(_ members: [JSONValue.Member]) {
    print(JSONValue.object(members).text())
    flush()
  }
}
