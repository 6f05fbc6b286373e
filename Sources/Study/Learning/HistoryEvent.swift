import FSRS

/// One line of a learner's history: what happened, when, and on which device.
package struct HistoryEvent: Equatable, Sendable {
  package var id: EventID
  /// Milliseconds since 1970-01-01T00:00Z.
  package var milliseconds: Int64
  /// Minutes east of UTC where it happened.
  package var zoneMinutes: Int
  package var action: Action

  package init(id: EventID, milliseconds: Int64, zoneMinutes: Int, action: Action) {
    self.id = id
    self.milliseconds = milliseconds
    self.zoneMinutes = zoneMinutes
    self.action = action
  }

  /// The study day on which it happened, by the event's own time zone.
  package var studyDay: CalendarDay {
    CalendarDay(studyDayAt: milliseconds, zoneMinutes: zoneMinutes)
  }

  /// Its place among all events.
  package var position: EventPosition { EventPosition(milliseconds: milliseconds, id: id) }

  package enum Action: Equatable, Sendable {
    case review(Review)
    /// Overrules a review's rating, with the interval that the new rating grants.
    case grade(of: EventID, rating: Rating, days: Int?)
    /// Withdraws an event, with its grades and reasons.
    case undo(of: EventID)
    case setting(key: String, value: SettingValue)
    case suspend(question: String)
    case unsuspend(question: String)
    /// Not today.
    case bury(question: String)
    case mark(question: String, isOn: Bool)
    /// The learner's own words on a question; empty text removes them.
    case note(question: String, text: String)
    /// A fault that the learner reports to the author.
    case report(question: String, text: String)
    case why(of: EventID, reason: MissReason)
    /// How the real exam went, in the learner's words for it: `passed`, `failed`, `moved`.
    case result(exam: String, outcome: String)
    /// A step of a mock exam.
    case exam(ExamEvent)
    /// Written by a newer program; kept on disk and ignored here.
    case other(type: String)
  }
}

extension HistoryEvent.Action {
  /// The question that the action is about, where it names one.
  package var question: String? {
    switch self {
    case .review(let review): review.question
    case .suspend(let question), .unsuspend(let question), .bury(let question),
      .mark(let question, _), .note(let question, _), .report(let question, _):
      question
    case .grade, .undo, .setting, .why, .result, .exam, .other: nil
    }
  }
}

/// The value of a setting as the history keeps it.
package enum SettingValue: Equatable, Sendable {
  case text(String)
  case number(Double)
  case numbers([Double])
  case flag(Bool)
}
