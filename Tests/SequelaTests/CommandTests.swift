import FSRS
import Foundation
import Glibc
import Storage
import Study
import TestSupport
import Testing

@Suite struct CommandTests {
  @Test("due says what is due and exits with 1 where nothing is")
  func due() throws {
    let fixture = try ProgramFixture()
    let fresh = try fixture.run(["due"])
    #expect(fresh.output == "CPC: 0 cards due, 10 new, 0 due tomorrow\n")
    #expect(fresh.status == 1)
    let json = try fixture.run(["due", "CPC", "--json"])
    let value = try JSONValue(parsing: Array(json.output.utf8))
    #expect(value["exams"]?.array?.first?["new"]?.integer == 10)
    #expect(value["learner"]?.string == "Ada")
  }

  @Test("A plain session: a sure answer, a guess, a grade, a note, undo, and the end of input")
  func plainSession() throws {
    let fixture = try ProgramFixture()
    let first = try fixture.run(
      ["study", "--plain", "--kind", "flashcard", "--cards", "2"], input: "\n4\n\nagain\n")
    #expect(first.output.contains("[1/2] cpc-em-c00"))
    #expect(first.output.contains("saved 2"))
    #expect(first.status == 0)
    var reviews = try fixture.reviews()
    #expect(reviews.map(\.rating) == [.easy, .again])
    let second = try fixture.run(
      ["study", "--plain", "--kind", "code", "--cards", "1"],
      input: ":note mind the hyperglycemia\n:mark\nE11.65?\neasy\n")
    #expect(second.output.contains("RIGHT"))
    #expect(second.output.contains("graded Easy"))
    reviews = try fixture.reviews()
    #expect(reviews.last?.isSure == false)
    #expect(reviews.last?.typed == "E11.65")
    let actions = try fixture.events().map(\.action)
    #expect(actions.contains(.note(question: "cpc-em-k01", text: "mind the hyperglycemia")))
    #expect(actions.contains(.mark(question: "cpc-em-k01", isOn: true)))
    let third = try fixture.run(
      ["study", "--plain", "--kind", "multiple"], input: "1\n1 9\n1 2\n:undo\n:quit\n")
    #expect(third.output.contains("Type 2 numbers"))
    let undone = try fixture.events().map(\.action).contains { action in
      if case .undo = action { true } else { false }
    }
    #expect(undone == third.output.contains("Taken back."))
  }

  @Test("At the grade every command is obeyed, no card is passed over, and no word is guessed at")
  func gradePrompt() throws {
    let fixture = try ProgramFixture()
    let codes = (2...4).map { number in
      """
      {"id":"cpc-em-k0\(number)","kind":"code","topic":"code \(number)","level":"application",
       "difficulty":0.6,"stem":"Type it again.","system":"ICD-10-CM","accept":["E11.65"],
       "rationale":"Because.","references":[{"source":"Table","section":"E11"}]}
      """
    }.joined(separator: ",")
    try fixture.folder.write(
      "{\"formatVersion\":1,\"exam\":\"CPC\",\"domain\":\"em\",\"title\":\"E/M 2\","
        + "\"questions\":[\(codes)]}", to: "banks/CPC/em-codes.json")
    let result = try fixture.run(
      ["study", "--plain", "--kind", "code", "--cards", "4"],
      input: "E11.65\n:mark\nez\neasy\nE11.65\n:suspend\nE11.65\n\nE11.65\n\n")
    #expect(result.output.contains("grade (Enter keeps Good; hard, easy): "))
    #expect(result.output.contains("Marked."))
    #expect(result.output.contains("Type hard, good or easy"))
    #expect(result.output.contains("graded Easy"))
    #expect(result.output.contains("Suspended."))
    #expect(result.output.hasSuffix("done: 4 answers, 4 right\n"))
    #expect(Set(try fixture.reviews().map(\.question)).count == 4)
  }

  @Test("The dialogue in JSON Lines has one object a line")
  func jsonLines() throws {
    let fixture = try ProgramFixture()
    let result = try fixture.run(
      ["study", "--plain", "--json", "--kind", "choice", "--cards", "1"], input: "1\n\n")
    let lines = result.output.split(separator: "\n")
    for line in lines { _ = try JSONValue(parsing: Array(line.utf8)) }
    #expect(lines.first?.contains("\"say\":\"question\"") == true)
    #expect(result.output.contains("\"say\":\"verdict\""))
    #expect(lines.last?.contains("\"say\":\"over\"") == true)
  }

  @Test("The JSON dialogue says what the lines say: intervals before, and why an answer is wrong")
  func jsonSaysAll() throws {
    let fixture = try ProgramFixture()
    let lines = try fixture.run(
      ["study", "--plain", "--json", "--kind", "choice", "--cards", "4"],
      input: "1\n\n1\n\n1\n\n1\n\n"
    ).output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    let prompt = try #require(lines.first { $0["ask"]?.string == "answer" })
    #expect(prompt["days"]?.array?.count == 3)
    #expect(prompt["choose"]?.integer == 1)
    for verdict in lines where verdict["say"]?.string == "verdict" {
      #expect((verdict["why"]?.string == nil) == (verdict["correct"]?.bool == true))
    }
    let long = try fixture.run(
      ["study", "--plain", "--kind", "code"], input: String(repeating: "E", count: 4000) + "\n")
    #expect(long.output.contains("not the form of an ICD-10-CM code"))
    #expect(try fixture.reviews().allSatisfy { $0.typed == nil })
  }

  @Test("stats prints the figures, and JSON with the same ones")
  func stats() throws {
    let fixture = try ProgramFixture()
    _ = try fixture.run(
      ["study", "--plain", "--kind", "flashcard", "--cards", "3"], input: "\n3\n\n3\n\n3\n")
    let text = try fixture.run(["stats"])
    #expect(text.output.contains("3 answers in all"))
    #expect(text.output.contains("Evaluation and Management (100 % of the exam)"))
    let json = try JSONValue(
      parsing: Array(try fixture.run(["stats", "--json"]).output.utf8))
    let exam = json["exams"]?.array?.first
    #expect(exam?["answers"]?.integer == 3)
    #expect(exam?["domains"]?.array?.first?["seen"]?.integer == 3)
  }

  @Test("Learners are added, listed and put aside without a terminal")
  func learners() throws {
    let fixture = try ProgramFixture()
    let grace = try fixture.run(["learner", "add", "Grace Hopper", "--exam", "cpc"])
    #expect(grace.status == 0)
    #expect(try fixture.run(["learner", "add", "Ada"]).status == 64)
    #expect(try fixture.run(["learner", "add", "../x"]).status == 64)
    #expect(try fixture.run(["learner", "add", "B", "--exam", "XYZ"]).status == 64)
    #expect(
      try fixture.run(["learner", "list"]).output == "Ada  (last used)\nGrace Hopper\n")
    #expect(try fixture.run(["learner", "remove", "Grace Hopper"]).status == 0)
    #expect(try fixture.run(["learner", "list"]).output == "Ada  (last used)\n")
    #expect(try fixture.run(["due", "--learner", "Grace Hopper"]).status == 66)
  }

  @Test("A broken bank file is named, and the rest works")
  func brokenBank() throws {
    let fixture = try ProgramFixture()
    try fixture.folder.write("{\"formatVersion\":1,", to: "banks/CPC/broken.json")
    let due = try fixture.run(["due"])
    #expect(due.output.hasPrefix("CPC: 0 cards due, 10 new"))
    #expect(due.errors.contains("broken.json"))
    let check = try fixture.run(["bank", "check"])
    #expect(check.status == 1)
    #expect(check.output.contains("broken.json"))
  }

  @Test("A missing bank folder is one sentence")
  func missingBanks() throws {
    let fixture = try ProgramFixture()
    let due = try fixture.run(["due", "--banks", fixture.folder("nowhere")])
    #expect(due.errors.contains("nowhere"))
    #expect(!due.errors.contains("Error"))
    let terminal = try fixture.open(["--banks", fixture.folder("nowhere")])
    try terminal.wait(for: "No questions for CPC were found")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test("A history that cannot be read is one sentence, and nothing is written over it")
  func unreadableHistory() throws {
    let fixture = try ProgramFixture()
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history")
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: history).first)
    let path = history + "/" + file
    let before = try Data(contentsOf: URL(filePath: path))
    // A folder in the file's place is unreadable for root too, under whom tests may run.
    try FileManager.default.moveItem(atPath: path, toPath: path + ".kept")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let due = try fixture.run(["due"])
    #expect(due.status == 65)
    #expect(due.errors.contains("is not a file"))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: path + ".kept", toPath: path)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try fixture.run(["due"]).output.hasPrefix("CPC: "))
  }

  @Test("A full disk in a session is one sentence; the answer is not lost and Enter tries again")
  func fullDisk() throws {
    let fixture = try ProgramFixture()
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history")
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: history).first)
    let path = history + "/" + file
    let size = try Data(contentsOf: URL(filePath: path)).count
    // A limit on the size of files stands for the full disk: writing beyond it fails.
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f \((size + 512) / 512); exec \"$0\" study --kind choice",
        fixture.program,
      ], environment: fixture.environment)
    try terminal.wait(for: "1 of ")
    for _ in 0..<12 where !terminal.screen.contains("try again") {
      terminal.send("1\r")
      try terminal.wait("neither verdict nor failure") {
        $0.contains("Comes back") || $0.contains("try again")
      }
      if !terminal.screen.contains("try again") {
        terminal.send("\r")
        try terminal.wait("no next card") { !$0.contains("Comes back") || $0.contains("try again") }
      }
    }
    try terminal.wait(for: "Enter try again")
    try terminal.wait(for: "Cannot save to")
    let kept = try fixture.reviews().count
    terminal.send("\u{1b}")
    try terminal.wait("the page did not come back") { !$0.contains("try again") }
    terminal.send("qq")
    _ = try terminal.waitForEnd()
    #expect(try fixture.reviews().count == kept)
  }

  @Test(
    "Usage errors exit with 64 and say what is possible",
    arguments: [
      ["study", "XYZ"], ["study", "--minutes", "0"], ["learner", "add", "Z", "--date", "soon"],
      ["nonsense"], ["study", "--kind", "essay"],
    ])
  func usage(arguments: [String]) throws {
    let fixture = try ProgramFixture()
    #expect(try fixture.run(arguments).status == 64)
  }

  @Test(
    "Every command explains itself",
    arguments: [
      [], ["study"], ["due"], ["stats"], ["bank"], ["bank", "check"], ["bank", "list"],
      ["bank", "reports"], ["learner"], ["learner", "add"], ["memory"], ["memory", "replay"],
      ["doctor"],
    ])
  func help(command: [String]) throws {
    let fixture = try ProgramFixture(learner: nil)
    let help = try fixture.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: sequela"))
    #expect(help.output.contains("OVERVIEW: "))
  }

  @Test("Reports reach the author by a command, made safe for a terminal")
  func reports() throws {
    let fixture = try ProgramFixture()
    let terminal = try fixture.open(["study", "--kind", "choice"])
    try terminal.wait(for: "1 of ")
    terminal.send("!two keys\r")
    try terminal.wait(for: "Reported.")
    terminal.send("q")
    _ = try terminal.waitForEnd()
    let reports = try fixture.run(["bank", "reports"])
    #expect(reports.output.contains("two keys"))
    #expect(reports.output.contains("cpc-em-00"))
  }

  @Test("Nothing of a history reaches the terminal as a command, in lines or in JSON")
  func untrustedHistory() throws {
    let fixture = try ProgramFixture()
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history/0000ffff.jsonl")
    let wild = "q\u{1b}[2J\u{9b}31m\u{202e}"
    let line = HistoryLine.encoded(
      .make(.report(question: wild, text: wild), sequence: 1, device: 0xffff))
    try Data(line + Array("\nrubbish\u{9b}\n".utf8)).write(to: URL(filePath: history))
    for arguments in [["bank", "reports"], ["bank", "reports", "--json"], ["doctor"]] {
      let result = try fixture.run(arguments)
      #expect(result.output.contains("31m") || arguments == ["doctor"])
      for text in [result.output, result.errors] {
        for scalar in ["\u{1b}", "\u{9b}", "\u{202e}"] { #expect(!text.contains(scalar)) }
      }
    }
    let reports = try JSONValue(
      parsing: Array(try fixture.run(["bank", "reports", "--json"]).output.utf8))
    #expect(reports.array?.first?["text"]?.string == wild)
  }

  @Test("doctor names places, banks and learners, and exits with 1 where something is wrong")
  func doctor() throws {
    let fixture = try ProgramFixture()
    let sound = try fixture.run(["doctor"])
    #expect(sound.status == 0)
    #expect(sound.output.contains("learner Ada: 2 events in 1 history file"))
    let history = fixture.folder("home/.local/share/sequela/learners/Ada/history/0000ffff.jsonl")
    try Data("rubbish\n".utf8).write(to: URL(filePath: history))
    let ill = try fixture.run(["doctor"])
    #expect(ill.status == 1)
    #expect(ill.output.contains("1 damaged line"))
    let cards = (10...21).map {
      #"{"id":"my-em-\#($0)","kind":"flashcard","topic":"","front":"F","back":"B"}"#
    }
    try fixture.folder.write(
      """
      {"formatVersion":1,"exam":"CPC","domain":"em","title":"E/M",
       "questions":[\(cards.joined(separator: ",\n"))]}
      """, to: "banks/CPC/mine.json")
    let banks = try fixture.run(["doctor"])
    #expect(banks.output.contains("mine.json, my-em-10: "))
    #expect(banks.output.contains(" more; `sequela bank check` names all"))
  }
}
