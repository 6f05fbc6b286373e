import Screens
import Storage
import Study
import Terminal
import TestSupport
import Testing

@testable import sequela

/// A candidate: presses keys by what is on the page, on a clock that only it moves.
final class ExamRobot: Stage {
  let size = (width: 80, height: 24)
  let displayWidth = DisplayWidth.standard
  private(set) var now: Now
  /// The page as it was drawn last.
  private(set) var frame: Frame?
  /// What it does next, given how long the program would wait; nil ends the program.
  var act: (ExamRobot, Int) -> TerminalEvent = { _, _ in .hangUp }

  init(now: Now) { self.now = now }

  func draw(_ frame: Frame) { self.frame = frame }

  func next(waitMilliseconds: Int) -> TerminalEvent { act(self, waitMilliseconds) }

  func pass(milliseconds: Int) {
    now.milliseconds += Int64(milliseconds)
    now.elapsed += Int64(milliseconds)
  }

  /// The text of the page.
  var text: String { frame?.text.joined(separator: "\n") ?? "" }
}

/// A program on real files, opened, played and thrown away at any moment.
struct ExamSession {
  var app: App
  var outside: FileOutside

  /// Opens the learner's folder as the program does at its start.
  init(_ fixture: ExamBankFixture, exam: String, at now: Now) throws {
    var progress = Progress()
    let store = try fixture.workplace.open(fixture.name, progress: &progress)
    let (catalog, notices) = fixture.workplace.load(exam: exam)
    try #require(notices.isEmpty, "\(notices)")
    var world = World(
      learner: fixture.name.text, catalog: catalog, progress: progress, exam: exam,
      device: store.device, nextSequence: store.nextSequence)
    world.examClock = store.examClock()
    app = App(world: world, page: .examStart(ExamStartScreen(in: world, at: now, seed: 7)))
    outside = FileOutside(workplace: fixture.workplace, store: store)
  }

  mutating func play(_ robot: ExamRobot) -> LoopEnd {
    runLoop(&app, on: robot, outside: &outside, ascii: false, clock: { robot.now })
  }

  mutating func press(_ robot: ExamRobot, _ keys: Key...) {
    for key in keys {
      robot.pass(milliseconds: 700)
      app.press(key, at: robot.now, outside: &outside)
    }
  }

  mutating func tick(_ robot: ExamRobot, milliseconds: Int) {
    robot.pass(milliseconds: milliseconds)
    app.tick(at: robot.now, outside: &outside)
  }

  var exam: MockExam? {
    guard case .exam(let screen) = app.page else { return nil }
    return screen.exam
  }

  var report: ScoreReport? {
    guard case .report(let screen) = app.page else { return nil }
    return screen.report
  }
}
