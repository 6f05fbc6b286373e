import FSRS
import Study

/// What a line of a history file turned out to be.
package enum DecodedLine: Equatable, Sendable {
  case event(HistoryEvent)
  /// Written by a newer program, in a version that this one must not add to.
  case newer
  /// No event can be read from it.
  case damaged
}

extension HistoryLine {
  /// Reads one line, without its line break.
  ///
  /// Unknown types and fields are kept and ignored.
  package static func decoded(_ bytes: [UInt8], in range: Range<Int>? = nil) -> DecodedLine {
    var reader = JSONReader(bytes, in: range)
    guard let value = try? reader.value(), (try? reader.end()) != nil, value.members != nil,
      let version = value["v"]?.integer, version >= 1
    else { return .damaged }
    guard version <= HistoryLine.version else { return .newer }
    guard let id = value["id"]?.string.flatMap({ EventID($0) }),
      let at = value["at"]?.string.flatMap({ Timestamp.milliseconds($0) }),
      let zone = value["tz"]?.integer, (-1440...1440).contains(zone),
      let type = value["type"]?.string, let action = action(type, id: id, value)
    else { return .damaged }
    return .event(HistoryEvent(id: id, milliseconds: at, zoneMinutes: zone, action: action))
  }

  /// The action of a line; nil where a known type lacks what it cannot do without.
  private static func action(
    _ type: String, id: EventID, _ value: JSONValue
  ) -> HistoryEvent.Action? {
    let question = value["question"]?.string.flatMap { isQuestionID($0) ? $0 : nil }
    let of = value["of"]?.string.flatMap { EventID($0) }
    switch type {
    case "review": return review(value).map { .review($0) }
    case "grade":
      guard let of, let rating = rating(value) else { return nil }
      return .grade(of: of, rating: rating, days: days(value))
    case "undo": return of.map { .undo(of: $0) }
    case "setting":
      guard let key = value["key"]?.string else { return nil }
      guard let setting = settingValue(value["value"]) else { return .other(type: type) }
      return .setting(key: key, value: setting)
    case "suspend": return question.map { .suspend(question: $0) }
    case "unsuspend": return question.map { .unsuspend(question: $0) }
    case "bury": return question.map { .bury(question: $0) }
    case "mark": return question.map { .mark(question: $0, isOn: value["on"]?.bool ?? true) }
    case "note": return question.map { .note(question: $0, text: value["text"]?.string ?? "") }
    case "report": return question.map { .report(question: $0, text: value["text"]?.string ?? "") }
    case "why":
      guard let of else { return nil }
      guard let reason = value["why"]?.string.flatMap({ MissReason(rawValue: $0) }) else {
        return .other(type: type)
      }
      return .why(of: of, reason: reason)
    case "result":
      guard let exam = value["exam"]?.string, let outcome = value["outcome"]?.string else {
        return nil
      }
      return .result(exam: exam, outcome: outcome)
    default:
      return type.hasPrefix("exam-") ? exam(type, id: id, value) : .other(type: type)
    }
  }

  private static func review(_ value: JSONValue) -> Review? {
    guard let question = value["question"]?.string, isQuestionID(question),
      let rating = rating(value)
    else { return nil }
    return Review(
      question: question, exam: value["exam"]?.string,
      // An unknown mode must not move the schedule.
      mode: value["mode"]?.string.map { Review.Mode(rawValue: $0) ?? .cram } ?? .study,
      rating: rating, isCorrect: value["correct"]?.bool,
      chosen: (value["chosen"]?.array ?? []).compactMap(\.integer),
      typed: value["typed"]?.string, isSure: value["sure"]?.bool,
      milliseconds: value["ms"]?.integer.flatMap { $0 >= 0 ? $0 : nil }, days: days(value),
      counts: value["counts"]?.bool ?? false)
  }

  private static func rating(_ value: JSONValue) -> Rating? {
    value["rating"]?.integer.flatMap { UInt8(exactly: $0) }.flatMap { Rating(rawValue: $0) }
  }

  private static func days(_ value: JSONValue) -> Int? {
    value["days"]?.integer.flatMap { WholeDays.range.contains($0) ? $0 : nil }
  }

  /// An id may be anything that fits a line; what banks allow is narrower.
  static func isQuestionID(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
  }
}
