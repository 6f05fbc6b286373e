import Foundation
import Storage
import Study
import TestSupport
import Testing

/// Which learner a command works for, and what the commands on learners print.
@Suite struct LearnerRulesTests {
  private func learner(
    _ fixture: ProgramFixture, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> String? {
    let due = try fixture.run(["due", "--json"] + arguments, environment: environment)
    guard !due.output.isEmpty else { return nil }
    return try JSONValue(parsing: Array(due.output.utf8))["learner"]?.string
  }

  @Test("The option comes first, then the environment, then the last used, then the only one")
  func order() throws {
    let fixture = try ProgramFixture()
    #expect(try learner(fixture) == "Ada")
    _ = try fixture.run(["learner", "add", "Grace"])
    // To add somebody is not to study as them.
    #expect(try learner(fixture) == "Ada")
    _ = try fixture.run(["study", "--plain", "--learner", "Grace"])
    #expect(try learner(fixture) == "Grace")
    let environment = ["SEQUELA_LEARNER": "Ada"]
    #expect(try learner(fixture, environment: environment) == "Ada")
    #expect(try learner(fixture, ["--learner", "Grace"], environment: environment) == "Grace")
    #expect(try learner(fixture, environment: ["SEQUELA_LEARNER": ""]) == "Grace")
    #expect(try fixture.run(["due", "--learner", ""], environment: environment).status == 64)
    // To ask what is due is not to study: the last used stays who it was.
    #expect(try learner(fixture, ["--learner", "Ada"]) == "Ada")
    #expect(try learner(fixture) == "Grace")
    _ = try fixture.run(["study", "--plain", "--learner", "Ada"])
    #expect(try learner(fixture) == "Ada")
  }

  @Test("A date is read on the command line as it is on screen")
  func dates() throws {
    let fixture = try ProgramFixture()
    let added = try fixture.run([
      "learner", "add", "Kim", "--exam", "CPC", "--date", "12/20/2190", "--json",
    ])
    #expect(added.status == 0)
    let value = try JSONValue(parsing: Array(added.output.utf8))
    #expect(value["date"]?.string == "2190-12-20")
    #expect(
      try fixture.events(learner: "Kim").map(\.action)
        == [.setting(key: "exam.CPC", value: .text("2190-12-20"))])
    let wrong = try fixture.run(["learner", "add", "B", "--exam", "CPC", "--date", "2/30/2190"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("1/15/2027"))
  }

  @Test("Numbers out of range and unknown commands are refused with what would do")
  func refusals() throws {
    let fixture = try ProgramFixture()
    let expected: [([String], String)] = [
      (["study", "--cards", "-1"], "--cards takes a number from 1 to 1000."),
      (["study", "--minutes", "-5"], "--minutes takes a number from 1 to 600."),
      (["learner", "add", "Kim", "--minutes", "-5"], "--minutes takes a number from 5 to 240."),
      (["frobnicate"], "There is no command frobnicate. Commands: home, study, exam,"),
      (["studdy"], "did you mean \"study\"?"),
    ]
    for (arguments, sentence) in expected {
      let result = try fixture.run(arguments)
      #expect(result.status == 64)
      #expect(result.errors.contains(sentence), "\(result.errors)")
    }
  }

  @Test("The help counts the steps of the first start rightly")
  func helpSteps() throws {
    let help = try ProgramFixture(learner: nil).run(["--help"])
    #expect(help.output.contains("takes four"))
    #expect(!help.output.contains("three questions"))
  }

  @Test("With several learners due and stats say whose they are")
  func named() throws {
    let fixture = try ProgramFixture()
    #expect(try fixture.run(["due"]).output.hasPrefix("CPC: "))
    _ = try fixture.run(["learner", "add", "Grace", "--exam", "CPC"])
    for command in ["due", "stats"] {
      #expect(try fixture.run([command]).output.hasPrefix("Ada, CPC: "))
      let other = try fixture.run([command, "--learner", "Grace"])
      #expect(other.output.hasPrefix("Grace, CPC: "))
    }
  }

  @Test("Another data folder has a last learner of its own")
  func otherFolder() throws {
    let fixture = try ProgramFixture()
    _ = try fixture.run(["learner", "add", "Grace"])
    _ = try fixture.run(["learner", "add", "Zoe", "--data", fixture.folder("other")])
    #expect(try learner(fixture) == "Ada")
    #expect(try learner(fixture, ["--data", fixture.folder("other")]) == "Zoe")
  }

  @Test("Several learners without a last one: commands ask for a name, the screen shows the list")
  func several() throws {
    let fixture = try ProgramFixture()
    _ = try fixture.run(["learner", "add", "Grace", "--exam", "CPC"])
    try FileManager.default.removeItem(atPath: fixture.folder("home/.local/state"))
    let due = try fixture.run(["due"])
    #expect(due.status == 66)
    #expect(due.errors.contains("Ada, Grace"))
    let terminal = try fixture.open()
    try terminal.wait(for: "Learners")
    terminal.send("j\r")
    try terminal.wait(for: "Study today")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try learner(fixture) == "Grace")
  }

  @Test("learner add and remove print JSON when asked, and refuse a date that is past")
  func json() throws {
    let fixture = try ProgramFixture()
    let added = try fixture.run([
      "learner", "add", "Grace", "--exam", "cpc", "--date", "2190-01-15", "--minutes", "20",
      "--json",
    ])
    let value = try JSONValue(parsing: Array(added.output.utf8))
    #expect(value["learner"]?.string == "Grace")
    #expect(value["exam"]?.string == "CPC")
    #expect(value["date"]?.string == "2190-01-15")
    #expect(value["minutes"]?.integer == 20)
    let removed = try fixture.run(["learner", "remove", "Grace", "--json"])
    let place = try JSONValue(parsing: Array(removed.output.utf8))["folder"]?.string
    #expect(place?.contains("/removed/Grace-") == true)
    let past = try fixture.run(["learner", "add", "B", "--exam", "CPC", "--date", "2020-01-01"])
    #expect(past.status == 64)
    #expect(past.errors.contains("is in the past"))
    #expect(try fixture.run(["learner", "list"]).output == "Ada  (last used)\n")
  }

  @Test("doctor prints JSON when asked, with the same verdict")
  func doctorJSON() throws {
    let fixture = try ProgramFixture()
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history/0000ffff.jsonl")
    try Data("rubbish\n".utf8).write(to: URL(filePath: history))
    let result = try fixture.run(["doctor", "--json"])
    #expect(result.status == 1)
    let value = try JSONValue(parsing: Array(result.output.utf8))
    #expect(value["sound"]?.bool == false)
    #expect(value["learners"]?.array?.first?["damaged"]?.array?.count == 1)
  }

  @Test("A command that only reads takes no lock: a session may begin beside it")
  func readingTakesNoLock() throws {
    let fixture = try ProgramFixture()
    let first = try fixture.open(["study", "--kind", "choice"])
    try first.wait(for: "1 of ")
    let due = try fixture.run(["due"])
    #expect(due.output.hasPrefix("CPC: "))
    #expect(due.errors.isEmpty)
    first.send("q")
    _ = try first.waitForEnd()
  }

  @Test("sequela --plain is the plain session")
  func plainHome() throws {
    let fixture = try ProgramFixture()
    let result = try fixture.run(["--plain"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("[1/"))
    #expect(try fixture.run(["--json"]).status == 64)
  }
}
