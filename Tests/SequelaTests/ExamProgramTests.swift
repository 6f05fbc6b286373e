import Foundation
import Glibc
import Storage
import Study
import TestSupport
import Testing

/// The built program: mock exams on a pseudo-terminal and in lines.
@Suite(.serialized) struct ExamProgramTests {
  private func steps(_ fixture: ProgramFixture) throws -> [ExamEvent.Step] {
    try fixture.events().compactMap { event in
      if case .exam(let step) = event.action { step.step } else { nil }
    }
  }

  private func answers(_ fixture: ProgramFixture) throws -> Int {
    try steps(fixture).count { if case .answer = $0 { true } else { false } }
  }

  @Test("kill -9 at twenty moments of one exam loses nothing acknowledged")
  func killed() throws {
    let fixture = try ProgramFixture()
    var generator = SplitMix64(seed: 5)
    var acknowledged = 0
    for round in 1...20 {
      let terminal = try fixture.open(["exam", "CPC", "--seed", "7"])
      try terminal.wait(for: round == 1 ? "Begin" : "Go on")
      if round > 1 {
        #expect(terminal.screen.contains(" of 7 answered"))
      }
      terminal.send("\r")
      try terminal.wait(for: "unanswered")
      // Different options one after another: each is an answer of its own.
      let marked = terminal.screen.text.first { $0.contains("●") } ?? ""
      var digit = marked.contains(" 1  ") ? 2 : 1
      for _ in 0..<(generator.next() % 4) {
        terminal.send("\(digit)")
        // The whole frame, not its first part.
        try terminal.wait("no answer") { screen in
          let chosen = screen.text.filter { $0.contains("●") }
          return chosen.count == 1 && chosen[0].contains(" \(digit)  ")
        }
        acknowledged += 1
        digit = digit % 4 + 1
      }
      // One more is under way when the end comes.
      if generator.next() % 2 == 0 { terminal.send("3m\u{1b}[C") }
      terminal.kill(SIGKILL)
      #expect(try terminal.waitForEnd() == .signaled(SIGKILL))
      let kept = try answers(fixture)
      #expect(kept >= acknowledged, "round \(round)")
      acknowledged = kept
    }
    let doctor = try fixture.run(["doctor"])
    #expect(doctor.status == 0, "\(doctor.output)")
  }

  @Test("A hung-up terminal leaves the exam open, with its time")
  func hungUp() throws {
    let fixture = try ProgramFixture()
    do {
      let terminal = try fixture.open(["exam"])
      try terminal.wait(for: "Begin")
      terminal.send("\r")
      try terminal.wait(for: "Question 1 of 7")
      terminal.send("2")
      try terminal.wait(for: "answered 1")
      terminal.hangUp()
      _ = try terminal.waitForEnd()
    }
    let again = try fixture.open()
    try again.wait(for: "go on: 1 of 7 answered")
    again.send("e\r")
    try again.wait(for: "●")
    again.send("vS\r")
    try again.wait(for: "of 7 right")
    again.send("qq")
    #expect(try again.waitForEnd() == .exited(0))
  }

  @Test("In lines: answers, marks, submission, report; then the list of reports")
  func plain() throws {
    let fixture = try ProgramFixture()
    let run = try fixture.run(
      ["exam", "CPC", "--plain", "--seed", "7"],
      input:
        "1\n2?\n:flag\n:strike 2\n:calc 2*3\n:note look again\n:book\n:book\n3\n:go 1\n:clear\n"
        + ":review\n:submit\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("[1/7]"))
    #expect(run.output.contains("saved 1\n"))
    #expect(run.output.contains("flagged: 3"))
    #expect(run.output.contains("guessed: 2"))
    #expect(run.output.contains("\n6\n") || run.output.contains(": 6\n"))
    #expect(run.output.contains(" of 7 right"))
    #expect(run.errors.contains("Under 50 questions there is a score, but no verdict."))
    let list = try fixture.run(["exam", "--reports"])
    #expect(list.output.contains("CPC"))
    #expect(list.output.contains(" of 7 right"))
    let whole = try fixture.run(["exam", "--reports", "--json"])
    let value = try JSONValue(parsing: Array(whole.output.utf8))
    #expect(value["reports"]?.array?.first?["questions"]?.array?.count == 7)
  }

  @Test("The end of input pauses; the next start goes on; another exam is refused meanwhile")
  func paused() throws {
    let fixture = try ProgramFixture()
    let first = try fixture.run(["exam", "CPC", "--plain"], input: "1\n")
    #expect(first.output.contains("paused: 1 of 7 answered"))
    let second = try fixture.run(["exam", "--plain", "--json"], input: ":discard\n")
    let lines = second.output.split(separator: "\n")
    for line in lines { #expect((try? JSONValue(parsing: Array(line.utf8))) != nil, "\(line)") }
    let opening = try JSONValue(parsing: Array(try #require(lines.first).utf8))
    #expect(opening["resumed"]?.bool == true)
    #expect(opening["answered"]?.integer == 1)
    #expect(try steps(fixture).last == .discard)
  }

  @Test("A form is printed as agreed: the same seed and date give the same bytes")
  func form() throws {
    let fixture = try ProgramFixture()
    let arguments = ["exam", "CPC", "--seed", "7", "--date", "2026-12-01", "--form", "--json"]
    let first = try fixture.run(arguments)
    #expect(first.status == 0)
    #expect(try fixture.run(arguments).output == first.output)
    let form = try JSONValue(parsing: Array(first.output.utf8))
    #expect(
      form.members?.map(\.key) == ["exam", "seed", "date", "questions", "shares", "minutes"])
    #expect(form["date"]?.string == "2026-12-01")
    #expect(form["seed"]?.integer == 7)
    #expect(form["minutes"]?.integer == 17)
    #expect(
      form["questions"]?.array?.first?.members?.map(\.key)
        == ["id", "domain", "pool", "scored", "order"])
    #expect(form["shares"]?["em"]?.number == 1)
    // Nobody's history changes it, unless a learner is named.
    _ = try fixture.run(["exam", "CPC", "--plain"], input: "1\n1\n:submit\n")
    #expect(try fixture.run(arguments).output == first.output)
  }

  @Test(
    "Wrong options are refused with a sentence",
    arguments: [
      ["exam", "--questions", "0"], ["exam", "--extra-time", "30"], ["exam", "--date", "soon"],
      ["exam", "--json"], ["exam", "XYZ", "--form"], ["exam", "--seed", "99999999999999999"],
    ])
  func usage(arguments: [String]) throws {
    let fixture = try ProgramFixture()
    let run = try fixture.run(arguments)
    #expect(run.status == 64)
    #expect(!run.errors.isEmpty)
  }

  @Test("In lines the deadline comes without input")
  func deadline() throws {
    let fixture = try ProgramFixture()
    // A form of one question at a pace of one minute, nearly all of which was used before.
    try fixture.folder.write(
      ProgramFixture.exam.replacing("\"minutes\":240", with: "\"minutes\":100"),
      to: "banks/CPC/exam.json")
    _ = try fixture.run(["exam", "CPC", "--plain", "--questions", "1"], input: "")
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history")
    let file = try #require(FileManager.default.contentsOfDirectory(atPath: history).first)
    let path = history + "/" + file
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let used = text.replacing(/("type":"exam-pause","of":"[^"]*","clock":)\d+/) {
      "\($0.output.1)59700"
    }
    #expect(used != text)
    try Data(used.utf8).write(to: URL(filePath: path))
    let terminal = try fixture.open(["exam", "--plain"])
    try terminal.wait("no end") { _ in
      String(decoding: terminal.output, as: UTF8.self).contains("the time is up")
    }
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("0 of 1 right"))
  }
}
