import Study
import Testing

@testable import Storage

@Suite("Decoding a bank file")
struct BankDecoderTests {
  private let decoder = BankSamples.decoder()

  private func decode(_ questions: [String]) -> (bank: QuestionBank?, problems: [BankProblem]) {
    decoder.decode(BankSamples.file(questions), file: "CPC/icd.json")
  }

  @Test("a sound question of each kind is read without a word", arguments: Question.Kind.allCases)
  func sound(kind: Question.Kind) throws {
    let (bank, problems) = decode([BankSamples.question(kind.rawValue)])
    #expect(problems == [])
    let question = try #require(bank?.questions.first)
    #expect(question.kind == kind)
    #expect(question.id == "cpc-icd-014")
    #expect(question.exam == "CPC")
    #expect(question.domain == "icd-10-cm")
  }

  @Test("every member of a question arrives")
  func members() throws {
    let text = BankSamples.question(
      "choice",
      [
        ("pool", "\"mock\""), ("exhibit", "\"case-1\""), ("fixedOrder", "true"),
        ("valid", #"{"from": "2025-10-01", "to": "2026-12-31"}"#), ("enemies", "[\"other-1\"]"),
        ("invalidOnPurpose", "[\"I63.9\"]"),
        ("allow", #"[{"rule": "F1", "why": "the rule says"}]"#),
        ("alsoIn", #"[{"exam": "CCA", "domain": "d2"}]"#), ("duties", "[\"coding\", \"billing\"]"),
      ])
    let (bank, problems) = decode([text])
    #expect(problems == [])
    #expect(bank?.file == "CPC/icd.json")
    #expect(bank?.title == "ICD-10-CM")
    #expect(
      bank?.exhibits == [Exhibit(id: "case-1", title: "Note", text: "Seen.\nSent home.")])
    let expected = Question(
      id: "cpc-icd-014", exam: "CPC", domain: "icd-10-cm",
      body: .choice(
        Question.OptionSet(
          stem: "Which code is assigned?",
          options: [
            Question.Option(text: "I69.354", isCorrect: true),
            Question.Option(text: "I69.352", error: "wrong side", why: "names the dominant side"),
            Question.Option(text: "I63.9", error: "acute", why: "codes the infarction"),
            Question.Option(text: "G81.94", error: "cause left out", why: "leaves the sequela out"),
          ], fixedOrder: true)),
      topic: "sequela", level: .application, difficulty: 0.62, pool: .mock, exhibit: "case-1",
      rationale: "The deficit remains.",
      references: [
        Question.Reference(source: "ICD-10-CM Official Guidelines FY2026", section: "I.C.9.d")
      ],
      valid: Question.Validity(
        from: CalendarDay(iso: "2025-10-01"), to: CalendarDay(iso: "2026-12-31")),
      enemies: ["other-1"], invalidOnPurpose: ["I63.9"],
      allow: [Question.Waiver(rule: "F1", why: "the rule says")],
      alsoIn: [Question.Placement(exam: "CCA", domain: "d2")], duties: [.coding, .billing])
    #expect(bank?.questions == [expected])
  }

  @Test(
    "a fault is named by its rule, and leaves its question out but not its neighbour",
    arguments: BankSamples.faultsOfQuestions)
  func faults(fault: BankSamples.Fault) throws {
    let bad = BankSamples.question(fault.kind, fault.change)
    let good = BankSamples.question("choice", [("id", "\"neighbour\"")])
    let (bank, problems) = decode([bad, good])
    #expect(problems.map(\.rule) == fault.rules)
    #expect(bank?.questions.map(\.id) == ["neighbour"])
    for problem in problems {
      #expect(problem.severity == .error)
      #expect(problem.file == "CPC/icd.json")
      #expect(!problem.message.isEmpty && !problem.fix.isEmpty)
      #expect(problem.line == 4)
      #expect(TextSafety.firstUnsafe(in: problem.excerpt, lines: false) == nil)
    }
    let shown = problems.first.map { "\($0.message) \($0.excerpt) \($0.question ?? "")" } ?? ""
    #expect(shown.contains(fault.shows))
  }

  @Test("all faults of all questions are named at once, each with its line")
  func allAtOnce() {
    let bad = BankSamples.faultsOfQuestions.enumerated().map { index, fault in
      let id = fault.change.contains { $0.key == "id" } ? [] : [("id", Optional("\"q-\(index)\""))]
      return BankSamples.question(fault.kind, fault.change + id)
    }
    let (bank, problems) = decode(bad)
    #expect(bank?.questions == [])
    #expect(
      problems.map(\.rule).sorted() == BankSamples.faultsOfQuestions.flatMap(\.rules).sorted())
    let lines = Set(problems.compactMap(\.line))
    #expect(lines == Set(4..<4 + bad.count))
  }

  @Test("a problem carries the id of its question wherever in the question the id stands")
  func idAtTheEnd() {
    let (_, problems) = decode([#"{"kind": "choice", "stem": 3, "id": "late-id"}"#])
    #expect(problems.map(\.rule) == ["wrong-type", "missing-key", "missing-key"])
    #expect(problems.allSatisfy { $0.question == "late-id" })
  }

  @Test("an id used twice in a file leaves the second question out")
  func duplicateID() {
    let (bank, problems) = decode([
      BankSamples.question(), BankSamples.question("flashcard"),
    ])
    #expect(problems.map(\.rule) == ["duplicate-id"])
    #expect(problems.first?.line == 5)
    #expect(bank?.questions.map(\.kind) == [.choice])
  }

  @Test("a near miss is answered with what may be meant")
  func suggestions() {
    let (_, problems) = decode([
      BankSamples.question("choice", [("levle", "\"recall\""), ("kind", "\"Choice\"")])
    ])
    #expect(problems.map(\.fix) == ["did you mean \"level\"?", "did you mean \"choice\"?"])
  }

  @Test("the same key twice keeps the first value and is named")
  func repeatedKey() {
    let text = BankSamples.question().dropLast() + #", "topic": "again"}"#
    let (bank, problems) = decode([String(text)])
    #expect(problems.map(\.rule) == ["repeated-key"])
    #expect(bank?.questions == [])
  }
}
