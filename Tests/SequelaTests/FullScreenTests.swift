import Foundation
import Glibc
import Study
import TestSupport
import Testing

/// The built program on a real pseudo-terminal, played as a learner plays it.
@Suite(.serialized) struct FullScreenTests {
  @Test("First run, a session, quit, and again: everything was kept")
  func firstRun() throws {
    let fixture = try ProgramFixture(learner: nil)
    do {
      let terminal = try fixture.open()
      try terminal.wait(for: "Which certification")
      terminal.send("\r")
      try terminal.wait(for: "When is your exam?")
      terminal.send("+41\r")
      try terminal.wait(for: "How many minutes")
      terminal.send("\r")
      try terminal.wait(for: "What should Sequela call you?")
      terminal.send("\r")
      try terminal.wait(for: "CPC in 41 days")
      terminal.send("\r")
      for number in 1...5 {
        try terminal.wait("no question \(number)") {
          $0.contains("\(number) of ") && !$0.contains("Comes back")
        }
        try answer(terminal)
      }
      terminal.send("q")
      try terminal.wait(for: "Everything is saved.")
      terminal.send("\rq")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(!terminal.screen.isAlternate)
      #expect(!terminal.modes.isRaw)
    }
    #expect(
      try fixture.events(learner: "ada").count { event in
        if case .review = event.action { true } else { false }
      } == 5)
    let again = try fixture.open()
    try again.wait(for: "1 day in a row")
    again.send("q")
    #expect(try again.waitForEnd() == .exited(0))
  }

  /// Answers whatever is asked, by its look, and goes on to the next card.
  private func answer(_ terminal: PseudoTerminal) throws {
    if terminal.screen.contains("Front") {
      terminal.send(" ")
      try terminal.wait(for: "3 Good")
      terminal.send("3")
      return
    }
    if terminal.screen.contains("Type it.") {
      terminal.send("e1165\r")
    } else if terminal.screen.contains("Select TWO") {
      terminal.send("12\r")
    } else {
      terminal.send("1\r")
    }
    try terminal.wait(for: "Comes back")
    terminal.send("\r")
  }

  @Test(
    "SIGTERM and SIGHUP give the terminal back and lose nothing",
    arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(signal: Int32) throws {
    let fixture = try ProgramFixture()
    let terminal = try fixture.open(["study", "--kind", "choice"])
    try terminal.wait(for: "1 of ")
    terminal.send("1\r")
    try terminal.wait(for: "Comes back")
    terminal.kill(signal)
    #expect(try terminal.waitForEnd() == .signaled(signal))
    #expect(!terminal.screen.isAlternate)
    #expect(try fixture.reviews().count == 1)
  }

  @Test("A resize is drawn at once, and a window too small says so")
  func resize() throws {
    let fixture = try ProgramFixture()
    let terminal = try fixture.open()
    try terminal.wait(for: "Study today")
    terminal.resize(width: 120, height: 40)
    try terminal.wait("help line not at the bottom") { $0.text[39].contains("? help") }
    terminal.resize(width: 30, height: 8)
    try terminal.wait(for: "make the window")
    terminal.resize(width: 60, height: 16)
    try terminal.wait("not drawn again") { $0.text[15].contains("? help") }
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test("The second terminal is told, and may read only")
  func secondTerminal() throws {
    let fixture = try ProgramFixture()
    let first = try fixture.open()
    try first.wait(for: "Study today")
    let second = try fixture.open(["study", "--kind", "choice"])
    try second.wait(for: "is open in another terminal")
    second.send("y\n")
    try second.wait(for: "1 of ")
    second.send("1\r")
    try second.wait(for: "to read only here; nothing was saved")
    second.send("q")
    #expect(try second.waitForEnd() == .exited(0))
    first.send("q")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(try fixture.reviews().isEmpty)
  }

  @Test(
    "Without color, in ASCII, and on the Linux console everything is readable",
    arguments: [
      ("xterm-256color", ["NO_COLOR": "1"], []), ("linux", [:], []),
      ("xterm-256color", [:], ["--ascii"]), ("vt100", [:], []),
    ])
  func plainTerminals(terminal: String, environment: [String: String], arguments: [String]) throws {
    let fixture = try ProgramFixture()
    let screen = try fixture.open(arguments, terminal: terminal, environment: environment)
    try screen.wait(for: "Study today")
    try screen.wait(for: "Enter open")
    screen.send("q")
    #expect(try screen.waitForEnd() == .exited(0))
  }

  @Test("A terminal that cannot draw is refused in a sentence")
  func dumbTerminal() throws {
    let fixture = try ProgramFixture()
    let terminal = try fixture.open(terminal: "dumb")
    guard case .exited(let status) = try terminal.waitForEnd() else {
      Issue.record("did not exit")
      return
    }
    #expect(status != 0)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("sequela: "))
  }
}
