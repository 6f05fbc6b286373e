import Study
import Testing

@testable import Storage

@Suite("Bank files as a whole")
struct BankFileTests {
  private let decoder = BankSamples.decoder()

  private func decode(_ text: String) -> (bank: QuestionBank?, problems: [BankProblem]) {
    decoder.decode(Array(text.utf8), file: "a.json")
  }

  @Test("a file that is no JSON is left out, with the place")
  func malformed() {
    let text = String(decoding: BankSamples.file([BankSamples.question()]), as: UTF8.self)
    let (bank, problems) = decode(
      text.replacing("\"difficulty\": 0.62,", with: "\"difficulty\": ,"))
    #expect(bank == nil)
    #expect(problems.map(\.rule) == ["json"])
    #expect(problems.first?.line == 4)
    #expect(problems.first?.message.hasPrefix("is not valid JSON: line 4, column ") == true)
  }

  @Test("no way to cut a file short, or to flip a byte of it, traps or goes unnoticed")
  func damage() {
    let bytes = BankSamples.file(Question.Kind.allCases.map { BankSamples.question($0.rawValue) })
    for end in stride(from: 0, to: bytes.count, by: 7) {
      let (bank, problems) = decoder.decode(Array(bytes[..<end]), file: "a.json")
      #expect(bank == nil)
      #expect(problems.contains { $0.rule == "json" })
    }
    var random = SystemFreeGenerator(state: 7)
    for _ in 0..<3000 {
      var damaged = bytes
      damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      // Whatever comes out: no trap, and nothing unsafe in what would be shown.
      let (bank, problems) = decoder.decode(damaged, file: "a.json")
      for question in bank?.questions ?? [] {
        #expect(TextSafety.firstUnsafe(in: question.stem, lines: true) == nil)
      }
      for problem in problems {
        #expect(TextSafety.firstUnsafe(in: problem.message + problem.excerpt, lines: false) == nil)
      }
    }
  }

  @Test("a file of a newer format, of an unknown exam or domain is left out as a whole")
  func strangers() {
    let file = String(decoding: BankSamples.file([BankSamples.question()]), as: UTF8.self)
    for (old, new, rule, fix) in [
      ("\"formatVersion\": 1", "\"formatVersion\": 2", "format-version", "use a newer program"),
      ("\"exam\": \"CPC\"", "\"exam\": \"CPB\"", "unknown-exam", "did you mean \"CPC\"?"),
      ("\"icd-10-cm\"", "\"icd10cm\"", "unknown-domain", "did you mean \"icd-10-cm\"?"),
      ("\"icd-10-cm\"", "\"surgery\"", "unknown-domain", "name one of icd-10-cm, cases"),
    ] {
      let (bank, problems) = decode(file.replacing(old, with: new))
      #expect(bank == nil)
      #expect(problems.map(\.rule) == [rule])
      #expect(problems.first?.fix == fix)
    }
  }

  @Test("each missing member of a file is named")
  func missingMembers() {
    let (bank, problems) = decode("{}")
    #expect(bank == nil)
    #expect(problems.map(\.rule) == Array(repeating: "missing-key", count: 5))
    #expect(
      problems.map(\.excerpt) == ["formatVersion", "exam", "domain", "title", "questions"])
    #expect(decode("[]").problems.map(\.rule) == ["wrong-type"])
  }

  @Test("a file without a question is named")
  func noQuestions() {
    let (_, problems) = decoder.decode(BankSamples.file([]), file: "a.json")
    #expect(problems.map(\.rule) == ["empty"])
  }

  @Test("a faulty exhibit takes only the questions that rest on it")
  func faultyExhibit() {
    let (bank, problems) = decoder.decode(
      BankSamples.file(
        [
          BankSamples.question("choice", [("exhibit", "\"case-1\"")]),
          BankSamples.question("choice", [("id", "\"free\"")]),
        ], members: #""exhibits": [{"id": "case-1", "title": "Note"}],"#), file: "a.json")
    #expect(problems.map(\.rule) == ["missing-key", "unknown-exhibit"])
    #expect(bank?.questions.map(\.id) == ["free"])
  }

  @Test("of two exhibits with one id the first counts")
  func repeatedExhibit() {
    let exhibit = #"{"id": "case-1", "title": "Note", "text": "Seen."}"#
    let (bank, problems) = decoder.decode(
      BankSamples.file(
        [BankSamples.question()], members: "\"exhibits\": [\(exhibit), \(exhibit)],"),
      file: "a.json")
    #expect(problems.map(\.rule) == ["duplicate-id"])
    #expect(bank?.exhibits.count == 1)
  }
}

/// A small seeded generator (SplitMix64).
struct SystemFreeGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
