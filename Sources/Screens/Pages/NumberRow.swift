import Study

/// A line of the settings that holds a whole number: its bounds, its steps, its place in history.
struct NumberRow: Equatable, Sendable {
  let key: String
  let range: ClosedRange<Int>
  /// What one press of an arrow changes.
  let step: Int
  /// What the number is divided by in the history: 100 for percents.
  private let scale: Int

  /// Nil for a line that holds no number.
  init?(_ row: SettingsScreen.Row) {
    switch row {
    case .minutes: (key, range, step, scale) = (LearnerSettings.Key.minutes, 5...240, 5, 1)
    case .newCards: (key, range, step, scale) = (LearnerSettings.Key.newCards, 0...200, 5, 1)
    case .retention: (key, range, step, scale) = (LearnerSettings.Key.retention, 70...97, 1, 100)
    case .exam, .learners: return nil
    }
  }

  /// The number as it is set: minutes a day, new cards a day (0: by the plan), retention in percent.
  func value(_ settings: LearnerSettings) -> Int {
    switch key {
    case LearnerSettings.Key.minutes: settings.minutes
    case LearnerSettings.Key.newCards: settings.newCards ?? 0
    default: Int((settings.retention * 100).rounded())
    }
  }

  /// The value that the history keeps.
  func setting(_ value: Int) -> SettingValue { .number(Double(value) / Double(scale)) }
}
