import FSRS
import Foundation
import Storage
import Study
import TestSupport
import Testing

/// The built program after months of study: it fits the weights while the result is shown.
@Suite(.serialized) struct BackgroundFitProgramTests {
  /// A home whose learner has studied on another device for months, up to yesterday.
  private func fixture() throws -> ProgramFixture {
    let fixture = try ProgramFixture()
    let today = CalendarDay(
      studyDayAt: Int64(Date().timeIntervalSince1970 * 1000), zoneMinutes: 0)
    let simulated = try SimulatedHistory(
      (0..<240).map { "cpc-sim-\($0)" }, days: 120, perDay: 2,
      until: today - Now.evening.studyDay, device: 0xbeef)
    let lines = Data(simulated.events.map { HistoryLine.encoded($0) + [0x0A] }.joined())
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history")
    try lines.write(to: URL(filePath: history + "/0000beef.jsonl"))
    return fixture
  }

  /// Answers one question and leaves the session for its result.
  private func study(_ fixture: ProgramFixture, _ arguments: [String] = []) throws -> PseudoTerminal
  {
    let terminal = try fixture.open(["study", "--kind", "choice"] + arguments)
    try terminal.wait(for: "1 of ")
    terminal.send("1\r")
    try terminal.wait(for: "Comes back")
    terminal.send("q")
    try terminal.wait(for: "Everything is saved.")
    return terminal
  }

  private func settings(_ fixture: ProgramFixture) throws -> [String: SettingValue] {
    var settings: [String: SettingValue] = [:]
    for event in try fixture.events() {
      if case .setting(let key, let value) = event.action { settings[key] = value }
    }
    return settings
  }

  /// The learner's state, from the snapshot where it holds, and by a replay.
  private func progress(_ fixture: ProgramFixture) throws -> (
    opened: Study.Progress, replayed: Study.Progress, didReplay: Bool
  ) {
    let locations = Locations(environment: fixture.environment, dataFolder: nil)
    var progress = Study.Progress()
    let store = try LearnerStore(
      try LearnerName("Ada"), locations, readOnly: true, newDevice: { 1 }, progress: &progress)
    return (progress, try store.replayed(), store.didReplay)
  }

  @Test("new weights are on disk and in use, and are not fitted again at once")
  func taken() throws {
    let fixture = try fixture()
    let terminal = try study(fixture)
    try terminal.wait(for: "New memory weights in use; u takes them back.")
    #expect(terminal.screen.contains("u old weights"))
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))

    guard case .numbers(let weights)? = try settings(fixture)["weights"] else {
      Issue.record("no weights in the history")
      return
    }
    let (opened, replayed, didReplay) = try progress(fixture)
    #expect(!didReplay)
    #expect(opened == replayed)
    #expect(opened.model.weights == weights)
    #expect(opened.settings.fitted == opened.answerCount)

    let again = try study(fixture)
    again.resize(width: 80, height: 20)
    try again.wait("help line not at the bottom") { $0.text[19].contains("? help") }
    #expect(!again.screen.contains("Learning from") && !again.screen.contains("weights"))
    again.send("q")
    #expect(try again.waitForEnd() == .exited(0))
    #expect(try fixture.events().count { $0.settingKeyForTest == "fitted" } == 1)
  }

  @Test("one key takes them back; the history says so, and the next start knows")
  func takenBack() throws {
    let fixture = try fixture()
    let terminal = try study(fixture)
    try terminal.wait(for: "New memory weights in use")
    terminal.send("u")
    try terminal.wait(for: "The old memory weights are back.")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    let events = try fixture.events()
    let set = try #require(events.first { $0.settingKeyForTest == "weights" })
    #expect(events.last?.action == .undo(of: set.id))
    let (opened, replayed, _) = try progress(fixture)
    #expect(opened == replayed)
    #expect(opened.model == .standard)
    #expect(opened.settings.weights == nil)
    #expect(!opened.isFitDue)
  }
}

extension HistoryEvent {
  /// The key of the setting that the event changes.
  fileprivate var settingKeyForTest: String? {
    if case .setting(let key, _) = action { key } else { nil }
  }
}
