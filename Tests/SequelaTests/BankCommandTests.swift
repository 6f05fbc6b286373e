import Storage
import Study
import Testing

@testable import sequela

@Suite("What the bank commands print")
struct BankCommandTests {
  private let exam = ExamProfile(
    id: "CPC", title: "Coder", body: "AAPC", summary: "For coders.", questions: 10, unscored: 0,
    minutes: 10, score: .percent(pass: 70), order: .blueprint, isOpenBook: true, books: [],
    allowsBacktracking: true,
    domains: [
      ExamProfile.Domain(id: "em", title: "E/M", questions: 6),
      ExamProfile.Domain(id: "cases", title: "Cases", questions: 4),
    ], facts: [])

  @Test(
    "a new file is sound but for what its author must fill in", arguments: Question.Kind.allCases)
  func template(kind: Question.Kind) {
    let file = BankTemplate.file(of: kind, exam: "CPC", domain: exam.domains[0])
    let (bank, problems) = BankDecoder(profiles: [exam]).decode(
      file.encoded(.pretty), file: "new.json")
    #expect(bank?.questions == [])
    let fillIn: Set<String> = ["empty", "missing-rationale", "missing-why", "missing-source"]
    #expect(!problems.isEmpty)
    #expect(Set(problems.map(\.rule)).isSubset(of: fillIn))
    #expect(problems.allSatisfy { $0.question == "my-cpc-em-001" })
  }

  @Test("a new file proposes an id that no question has")
  func freeID() {
    let file = BankTemplate.file(
      of: .choice, exam: "CPC", domain: exam.domains[0],
      taken: ["my-cpc-em-001", "my-cpc-em-002", "my-cpc-em-004"])
    #expect(file["questions"]?.array?.first?["id"]?.string == "my-cpc-em-003")
  }

  @Test("what a bank holds is a table with a bar for each domain")
  func holdings() {
    let card = Question(
      id: "c", exam: "CPC", domain: "em", body: .flashcard(.init(front: "f", back: "b")),
      topic: "t", level: .recall)
    let bank = QuestionBank(exam: "CPC", domain: "em", title: "E/M", questions: [card, card])
    let holdings = BankHoldings([bank], of: exam, on: CalendarDay(number: 20_000))
    let lines = BankHoldingsTable.lines(of: holdings, ascii: true)
    #expect(lines[0] == "CPC, Coder: 2 questions, 0 whole forms")
    #expect(lines[2] == "  em         2  ########################     0 for exams, 0.0 forms")
    #expect(lines[3] == "  cases      0  ........................     0 for exams, 0.0 forms")
    #expect(lines.contains("  kind  flashcard 2"))
    #expect(lines.contains("  level recall 2"))
    #expect(lines.contains("  from  no date 2"))
    let json = BankHoldingsTable.json(holdings)
    #expect(json["kinds"]?["flashcard"]?.integer == 2)
    #expect(json["domains"]?.array?.compactMap { $0["id"]?.string } == ["em", "cases"])
  }

  @Test("figures are a table with a verdict before each rule")
  func figures() {
    let audit = BankAudit(
      BankSample(
        [QuestionBank(exam: "CPC", domain: "em", title: "E/M", questions: [])], of: exam,
        on: CalendarDay(number: 20_000)))
    let lines = BankFigureTable.lines(of: audit, color: false)
    #expect(lines[0] == "CPC: 0 questions with four options and one key")
    #expect(lines.count == audit.rows.count + 1)
    #expect(lines.contains { $0.hasPrefix("  -    C1  the single longest option is the key ") })
    let rows = BankFigureTable.json(of: audit)["figures"]?.array ?? []
    #expect(rows.compactMap { $0["rule"]?.string } == audit.rows.map(\.rule))
  }

  @Test("a day is read as a date, and nothing else is")
  func day() throws {
    #expect(try BankCommand.day(named: "2026-12-31") == CalendarDay(year: 2026, month: 12, day: 31))
    #expect(throws: (any Error).self) { try BankCommand.day(named: "31.12.2026") }
  }
}
