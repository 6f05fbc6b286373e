import FSRS
import Study

/// One line of a history file and the event it stands for (format version 1).
package enum HistoryLine {
  /// The version that is written, and the highest that is understood.
  package static let version = 1

  /// An event as one line of JSON, without the line break.
  package static func encoded(_ event: HistoryEvent) -> [UInt8] {
    var members: [JSONValue.Member] = [
      .init("v", .number(Double(version))),
      .init("id", .string(event.id.description)),
      .init("at", .string(Timestamp.text(event.milliseconds))),
      .init("tz", .number(Double(event.zoneMinutes))),
      .init("type", .string(typeName(event.action))),
    ]
    members += self.members(of: event.action)
    return JSONValue.object(members).encoded(.compact)
  }

  static func typeName(_ action: HistoryEvent.Action) -> String {
    switch action {
    case .review: "review"
    case .grade: "grade"
    case .undo: "undo"
    case .setting: "setting"
    case .suspend: "suspend"
    case .unsuspend: "unsuspend"
    case .bury: "bury"
    case .mark: "mark"
    case .note: "note"
    case .report: "report"
    case .why: "why"
    case .result: "result"
    case .exam(let event): typeName(event.step)
    case .other(let type): type
    }
  }

  private static func members(of action: HistoryEvent.Action) -> [JSONValue.Member] {
    switch action {
    case .review(let review): members(of: review)
    case .grade(let id, let rating, let days):
      [.init("of", .string(id.description)), .init("rating", .number(Double(rating.rawValue)))]
        + (days.map { [.init("days", .number(Double($0)))] } ?? [])
    case .undo(let id): [.init("of", .string(id.description))]
    case .setting(let key, let value): [.init("key", .string(key)), .init("value", json(value))]
    case .suspend(let id), .unsuspend(let id), .bury(let id): [.init("question", .string(id))]
    case .mark(let id, let isOn): [.init("question", .string(id)), .init("on", .bool(isOn))]
    case .note(let id, let text), .report(let id, let text):
      [.init("question", .string(id)), .init("text", .string(text))]
    case .why(let id, let reason):
      [.init("of", .string(id.description)), .init("why", .string(reason.rawValue))]
    case .result(let exam, let outcome):
      [.init("exam", .string(exam)), .init("outcome", .string(outcome))]
    case .exam(let event): members(of: event)
    case .other: []
    }
  }

  private static func members(of review: Review) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("question", .string(review.question))]
    if let exam = review.exam { members.append(.init("exam", .string(exam))) }
    members.append(.init("mode", .string(review.mode.rawValue)))
    members.append(.init("rating", .number(Double(review.rating.rawValue))))
    if let correct = review.isCorrect { members.append(.init("correct", .bool(correct))) }
    if !review.chosen.isEmpty {
      members.append(.init("chosen", .array(review.chosen.map { .number(Double($0)) })))
    }
    if let typed = review.typed { members.append(.init("typed", .string(typed))) }
    if let sure = review.isSure { members.append(.init("sure", .bool(sure))) }
    if let spent = review.milliseconds { members.append(.init("ms", .number(Double(spent)))) }
    if let days = review.days { members.append(.init("days", .number(Double(days)))) }
    if review.counts { members.append(.init("counts", .bool(true))) }
    return members
  }

  static func json(_ value: SettingValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .numbers(let numbers): .array(numbers.map { .number($0) })
    case .flag(let isOn): .bool(isOn)
    }
  }

  static func settingValue(_ json: JSONValue?) -> SettingValue? {
    switch json {
    case .string(let text): .text(text)
    case .number(let number): .number(number)
    case .bool(let isOn): .flag(isOn)
    case .array(let elements):
      elements.allSatisfy { $0.number != nil } ? .numbers(elements.compactMap(\.number)) : nil
    case .object, .null, nil: nil
    }
  }
}
