import FSRS
import Screens
import Study

/// Performs effects in memory, and fails when told to.
package struct MemoryOutside: Outside {
  /// Every event that was recorded, in order.
  package private(set) var events: [HistoryEvent] = []
  package private(set) var effects: [Effect] = []
  /// The last text that was written for the learner's own use.
  package private(set) var written = ""
  /// What the next effect fails with; nil: it succeeds.
  package var failure: String?
  /// All events from the beginning, for what only a replay gets right; empty: nothing is replayed.
  package var history = History()

  package init() {}

  package mutating func perform(
    _ effect: Effect, on world: inout World, at now: Now
  ) throws(OutsideError) {
    if let failure { throw OutsideError(failure) }
    effects.append(effect)
    switch effect {
    case .record(let new): record(new, on: &world)
    case .readReviews: world.reviews = ReviewHistories(history.timedReviews)
    case .show(let exam): world.exam = exam
    case .addLearner(let name, let settings):
      world.learner = name
      world.learners.append(name)
      for setting in settings {
        let event = world.event(.setting(key: setting.key, value: setting.value), at: now)
        events.append(event)
        world.progress.apply(event)
        world.nextSequence += 1
      }
    case .openLearner(let name): world.learner = name
    case .saveSnapshot, .readReports, .writeProgress: break
    case .keepClock(let clock): world.examClock = clock
    case .saveReport(let report):
      world.reports.removeAll { $0.sitting == report.sitting }
      world.reports.insert(report, at: 0)
    case .writeText(let text, _):
      written = text
      world.writtenFile = "/home/ada/report.md"
    case .loadStatistics:
      guard world.statistics == nil else { break }
      var history = History()
      for event in events { history.append(event) }
      world.statistics = LearnerStatistics(
        history, model: world.progress.model, day: now.studyDay)
    }
  }

  private mutating func record(_ new: [HistoryEvent], on world: inout World) {
    var needsReplay = false
    world.reviews = nil
    for event in new {
      events.append(event)
      if !world.progress.apply(event) { needsReplay = true }
      world.nextSequence = event.id.sequence + 1
    }
    guard !history.isEmpty else { return }
    for event in new { history.append(event) }
    history.sort()
    if needsReplay { world.progress = Progress(replaying: history) }
  }
}

/// A program under test: presses keys and looks at frames.
package struct Rehearsal {
  package var app: App
  package var outside = MemoryOutside()
  package var now: Now

  package init(world: World, page: Page = .home(HomeScreen()), now: Now = .evening) {
    app = App(world: world, page: page)
    self.now = now
  }

  /// Presses keys, five seconds apart; a letter or digit of a text is a key each.
  package mutating func press(_ keys: Key...) {
    for key in keys {
      now = now.adding(seconds: 5)
      app.press(key, at: now, outside: &outside)
    }
  }

  /// Lets time pass, five seconds at once.
  package mutating func tick() {
    now = now.adding(seconds: 5)
    app.tick(at: now, outside: &outside)
  }

  package mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  package mutating func frame(_ width: Int = 80, _ height: Int = 24, ascii: Bool = false) -> Frame {
    app.resize(width: width, height: height)
    return app.frame(displayWidth: .standard, ascii: ascii, at: now)
  }

  /// The frame as text, for searching.
  package mutating func text(_ width: Int = 80, _ height: Int = 24) -> String {
    frame(width, height).text.joined(separator: "\n")
  }
}
