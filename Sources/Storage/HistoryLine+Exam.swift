import Study

/// Steps of a mock exam as lines: the types `exam-start`, `exam-visit`, `exam-answer` and so on.
extension HistoryLine {
  /// Larger forms and longer option lists than any exam has are not read.
  private static let mostQuestions = 1000
  private static let mostOptions = 12

  static func typeName(_ step: ExamEvent.Step) -> String {
    switch step {
    case .start: "exam-start"
    case .visit: "exam-visit"
    case .answer: "exam-answer"
    case .flag: "exam-flag"
    case .strike: "exam-strike"
    case .note: "exam-note"
    case .book: "exam-book"
    case .pause: "exam-pause"
    case .resume: "exam-resume"
    case .discard: "exam-discard"
    case .submit: "exam-submit"
    }
  }

  static func members(of event: ExamEvent) -> [JSONValue.Member] {
    if case .start(let start) = event.step { return members(of: start) }
    let members: [JSONValue.Member] = [
      .init("of", .string(event.sitting.description)),
      .init("clock", .number(Double(event.clock))),
    ]
    return members + self.members(of: event.step)
  }

  private static func members(of step: ExamEvent.Step) -> [JSONValue.Member] {
    switch step {
    case .start, .pause, .resume, .discard: return []
    case .visit(let question): return [.init("question", .string(question))]
    case .answer(let question, let chosen, let isSure, let isCorrect):
      return [
        .init("question", .string(question)), .init("chosen", numbers(chosen)),
        .init("sure", .bool(isSure)),
      ] + (isCorrect.map { [.init("correct", .bool($0))] } ?? [])
    case .flag(let question, let isOn):
      return [.init("question", .string(question)), .init("on", .bool(isOn))]
    case .strike(let question, let option, let isOn):
      return [
        .init("question", .string(question)), .init("option", .number(Double(option))),
        .init("on", .bool(isOn)),
      ]
    case .note(let question, let text):
      return [.init("question", .string(question)), .init("text", .string(text))]
    case .book(let isOpen): return [.init("open", .bool(isOpen))]
    case .submit(let days):
      guard days.contains(where: { $0 != nil }) else { return [] }
      return [.init("days", .array(days.map { $0.map { .number(Double($0)) } ?? .null }))]
    }
  }

  private static func members(of start: ExamStart) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("exam", .string(start.exam)), .init("seed", .number(Double(start.seed))),
    ]
    if let date = start.date { members.append(.init("date", .string(date.description))) }
    return members + [
      .init("minutes", .number(Double(start.minutes))),
      .init(
        "rules",
        .object([
          .init("extra", .number(Double(start.rules.extraTime))),
          .init("openBook", .bool(start.rules.isOpenBook)),
          .init("backtrack", .bool(start.rules.allowsBacktracking)),
        ])),
      .init(
        "questions",
        .array(
          start.questions.map { question in
            .object(
              [
                .init("id", .string(question.id)), .init("domain", .string(question.domain)),
                .init("order", numbers(question.order)),
              ] + (question.isScored ? [] : [.init("scored", .bool(false))]))
          })),
    ]
  }

  static func numbers(_ values: [Int]) -> JSONValue { .array(values.map { .number(Double($0)) }) }

  /// A step from its line; nil where it lacks what it cannot do without.
  static func exam(_ type: String, id: EventID, _ value: JSONValue) -> HistoryEvent.Action? {
    if type == "exam-start" {
      return start(value).map { .exam(ExamEvent(sitting: id, clock: 0, step: .start($0))) }
    }
    guard let step = step(type, value) else { return nil }
    guard let step else { return .other(type: type) }
    guard let sitting = value["of"]?.string.flatMap({ EventID($0) }),
      let clock = value["clock"]?.integer, clock >= 0
    else { return nil }
    return .exam(ExamEvent(sitting: sitting, clock: clock, step: step))
  }

  /// Nil for a damaged step, a nil inside for one of an unknown type.
  private static func step(_ type: String, _ value: JSONValue) -> ExamEvent.Step?? {
    let question = value["question"]?.string.flatMap { isQuestionID($0) ? $0 : nil }
    switch type {
    case "exam-visit": return question.map { .visit(question: $0) }
    case "exam-answer":
      guard let question, let chosen = positions(value["chosen"]) else { return nil }
      return .answer(
        question: question, chosen: chosen, isSure: value["sure"]?.bool ?? true,
        isCorrect: value["correct"]?.bool)
    case "exam-flag": return question.map { .flag(question: $0, isOn: value["on"]?.bool ?? true) }
    case "exam-strike":
      guard let question, let option = value["option"]?.integer,
        (0..<mostOptions).contains(option)
      else { return nil }
      return .strike(question: question, option: option, isOn: value["on"]?.bool ?? true)
    case "exam-note":
      return question.map { .note(question: $0, text: value["text"]?.string ?? "") }
    case "exam-book": return .book(isOpen: value["open"]?.bool ?? true)
    case "exam-pause": return .pause
    case "exam-resume": return .resume
    case "exam-discard": return .discard
    case "exam-submit":
      return .submit(
        days: (value["days"]?.array ?? []).map {
          $0.integer.flatMap { (1...36_500).contains($0) ? $0 : nil }
        })
    default: return .some(nil)
    }
  }

  private static func start(_ value: JSONValue) -> ExamStart? {
    guard let exam = value["exam"]?.string, let minutes = value["minutes"]?.integer,
      (1...6000).contains(minutes), let list = value["questions"]?.array,
      (1...mostQuestions).contains(list.count)
    else { return nil }
    let questions = list.compactMap { question -> ExamQuestion? in
      guard let id = question["id"]?.string, isQuestionID(id),
        let order = positions(question["order"]), Set(order) == Set(order.indices)
      else { return nil }
      return ExamQuestion(
        id: id, domain: question["domain"]?.string ?? "",
        isScored: question["scored"]?.bool ?? true, order: order)
    }
    guard questions.count == list.count, Set(questions.map(\.id)).count == list.count else {
      return nil
    }
    let rules = value["rules"]
    return ExamStart(
      exam: exam, seed: value["seed"]?.integer.flatMap { UInt64(exactly: $0) } ?? 0,
      date: value["date"]?.string.flatMap { CalendarDay(iso: $0) }, questions: questions,
      minutes: minutes,
      rules: ExamStart.Rules(
        extraTime: min(100, max(0, rules?["extra"]?.integer ?? 0)),
        isOpenBook: rules?["openBook"]?.bool ?? false,
        allowsBacktracking: rules?["backtrack"]?.bool ?? true))
  }

  /// Positions of options, each once.
  private static func positions(_ value: JSONValue?) -> [Int]? {
    guard let list = value?.array, list.count <= mostOptions else { return nil }
    let positions = list.compactMap(\.integer)
    guard positions.count == list.count, Set(positions).count == list.count,
      positions.allSatisfy((0..<mostOptions).contains)
    else { return nil }
    return positions
  }
}
