import Study

/// What may be asked of the outside, as values.
package enum Effect: Equatable, Sendable {
  /// Put events on disk; the learner sees nothing of them before that.
  case record([HistoryEvent])
  /// Load another exam's questions and show it.
  case show(exam: String)
  /// Make a learner, open it and record its first settings.
  case addLearner(name: String, settings: [Setting])
  /// Open another learner.
  case openLearner(name: String)
  /// Read the answers of the whole history into ``World/reviews``, for a fit of the weights.
  case readReviews
  /// Tidy up at the end of a session: write the snapshot.
  case saveSnapshot
  /// Keep how far a running exam's clock has come; nothing fails where that cannot be done.
  case keepClock(ExamClock)
  case saveReport(ScoreReport)
  /// Bring the reports of all finished exams into the world.
  case readReports
  /// Write a text for the learner's own use, beside the file of this report.
  case writeText(String, of: ScoreReport)
  /// Read the whole history, where that was not done yet, for what the progress page shows.
  case loadStatistics
  /// Write the progress of the exam on show as a page into a file of the folder that the program
  /// was started in.
  case writeProgress(file: String)
}

/// A setting and its value.
package struct Setting: Equatable, Sendable {
  package var key: String
  package var value: SettingValue

  package init(key: String, value: SettingValue) {
    self.key = key
    self.value = value
  }
}

/// Where the program goes after a command.
package enum Next: Equatable, Sendable {
  case stay
  /// Opens a page on top of this one.
  indirect case open(Page)
  /// Puts a page in the place of this one.
  indirect case replace(Page)
  /// To the page below.
  case back
  /// To a fresh first page, with all others closed.
  case home
  case quit
}

/// What a command comes to.
package struct Outcome: Equatable, Sendable {
  package var next: Next
  package var effects: [Effect]

  package init(_ next: Next = .stay, effects: [Effect] = []) {
    self.next = next
    self.effects = effects
  }

  package static let stay = Outcome()
  package static func record(_ events: HistoryEvent...) -> Outcome {
    Outcome(effects: [.record(events)])
  }
}

/// One page: its keys become commands, commands new state, state a frame.
package protocol Screen: Equatable, Sendable {
  associatedtype Command: Hashable & Sendable

  /// Only what is possible right now; it also prints the help line.
  func keys(in world: World) -> KeyMap<Command>
  /// What a command does; the new state counts only when all effects have succeeded.
  mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome
  /// Called when time has passed, for what happens without a key.
  mutating func timePassed(in world: World, to now: Now) -> Outcome
  /// Called when the page is on top again after another was closed.
  mutating func returned(in world: World, at now: Now)
  /// Called when the learner goes on without effects that failed.
  mutating func gaveUp()
  func draw(on frame: inout Frame, in world: World, at now: Now)
  /// How often time is let pass while no key comes, in milliseconds.
  var tickMilliseconds: Int { get }
}

extension Screen {
  package var tickMilliseconds: Int { 30_000 }
  package mutating func timePassed(in world: World, to now: Now) -> Outcome { .stay }
  package mutating func returned(in world: World, at now: Now) {}
  package mutating func gaveUp() {}
}
