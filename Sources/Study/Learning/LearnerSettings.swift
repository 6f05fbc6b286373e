import FSRS

/// What a learner has decided: the exams, the time, the limits.
package struct LearnerSettings: Equatable, Sendable {
  /// The last value of each key, as the history tells it.
  package private(set) var values: [String: SettingValue]

  package init(values: [String: SettingValue] = [:]) { self.values = values }

  /// Sets a key, or forgets it where the value is nil.
  package mutating func set(_ key: String, _ value: SettingValue?) { values[key] = value }

  /// Keys of the settings in the history.
  package enum Key {
    /// `exam.CPC`: a date, `undated`, or `off`.
    package static func exam(_ exam: String) -> String { "exam." + exam }
    /// Minutes a day.
    package static let minutes = "minutes"
    /// New cards a day; 0 leaves it to the plan.
    package static let newCards = "newCards"
    /// The chance of recall at which a card is asked again.
    package static let retention = "retention"
    /// The memory model's weights.
    package static let weights = "weights"
    /// How many answers there were when the weights were last fitted, successfully or not.
    package static let fitted = "fitted"
  }

  /// The plans for exams that are not off, the nearest date first, undated ones last.
  package var exams: [ExamPlan] {
    var plans: [ExamPlan] = []
    for (key, value) in values where key.hasPrefix("exam.") {
      guard case .text(let text) = value, text != "off" else { continue }
      plans.append(ExamPlan(exam: String(key.dropFirst(5)), date: CalendarDay(iso: text)))
    }
    return plans.sorted {
      ($0.date?.number ?? .max, $0.exam) < ($1.date?.number ?? .max, $1.exam)
    }
  }

  /// The plan for one exam; an exam that was never chosen has no date.
  package func plan(for exam: String) -> ExamPlan {
    exams.first { $0.exam == exam } ?? ExamPlan(exam: exam, date: nil)
  }

  /// Minutes a day, 5 to 240; 20 where nothing is set.
  package var minutes: Int {
    guard case .number(let value)? = values[Key.minutes], value.isFinite else { return 20 }
    return Int(min(240, max(5, value)))
  }

  /// New cards a day as the learner fixed them, 1 to 200; nil leaves it to the plan.
  package var newCards: Int? {
    guard case .number(let value)? = values[Key.newCards], value >= 1, value.isFinite else {
      return nil
    }
    return Int(min(200, value))
  }

  /// The chance of recall at which a card is asked again, 0.70 to 0.97; 0.90 where nothing is set.
  package var retention: Double {
    guard case .number(let value)? = values[Key.retention], value.isFinite else { return 0.9 }
    return min(0.97, max(0.70, value))
  }

  /// The learner's own weights; nil for the defaults.
  package var weights: [Double]? {
    guard case .numbers(let weights)? = values[Key.weights] else { return nil }
    return weights
  }

  /// How many answers there were when the weights were last fitted; nil before that.
  package var fitted: Int? {
    guard case .number(let value)? = values[Key.fitted], value >= 0 else { return nil }
    return Int(min(value, 1e12))
  }

  /// Why the learner's weights cannot be used, as a sentence; nil where they can, or there are none.
  package var weightsProblem: String? {
    guard let weights else { return nil }
    do {
      _ = try FSRS6(weights: weights)
      return nil
    } catch {
      return "The weights of the memory model are not used, the defaults are: \(error)"
    }
  }
}

/// An exam that a learner prepares for.
package struct ExamPlan: Equatable, Sendable {
  package var exam: String
  /// The day of the exam; nil where none is booked.
  package var date: CalendarDay?

  package init(exam: String, date: CalendarDay?) {
    self.exam = exam
    self.date = date
  }

  /// The day on which codes and rules must hold: the exam's, or today.
  package func validityDay(today: CalendarDay) -> CalendarDay {
    guard let date, date >= today else { return today }
    return date
  }

  /// Days until the exam, 0 on the day itself; nil without a date or after it.
  package func daysLeft(from today: CalendarDay) -> Int? {
    guard let date, date >= today else { return nil }
    return date - today
  }

  /// How far the new cards get before the exam.
  package enum Coverage: Equatable, Sendable {
    /// Every card is met by this day.
    case all(by: CalendarDay)
    /// So many are not met before the exam.
    case short(Int)
  }

  /// What the plan comes to, day by day from today; nil without a date to come.
  /// - Parameters:
  ///   - left: how many new cards today still allows.
  ///   - daily: new cards a day where the learner fixed them.
  package func coverage(
    unseen: Int, left: Int, daily: Int?, today: CalendarDay
  ) -> Coverage? {
    guard let days = daysLeft(from: today), days > 0, unseen > 0 else { return nil }
    var rest = unseen - left
    var day = today
    while rest > 0 {
      day = day + 1
      if today + days <= day { return .short(rest) }
      rest -= daily ?? newCardLimit(unseen: rest, today: day)
    }
    return .all(by: day)
  }

  /// New cards for one day: all unseen ones a week before the exam, 5 to 30 a day; 5 in the last
  /// seven days; 10 without a date.
  package func newCardLimit(unseen: Int, today: CalendarDay) -> Int {
    guard let days = daysLeft(from: today) else { return 10 }
    if days <= 7 { return 5 }
    let span = max(1, days - 7)
    return min(30, max(5, (unseen + span - 1) / span))
  }
}
