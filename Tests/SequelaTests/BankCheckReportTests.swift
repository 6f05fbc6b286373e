import Storage
import Study
import Testing

@testable import sequela

@Suite("The report of bank check")
struct BankCheckReportTests {
  private func problem(
    _ severity: BankProblem.Severity, file: String = "CPC/a.json", line: Int? = nil,
    question: String? = "q-1"
  ) -> BankProblem {
    BankProblem(
      rule: "A1", severity: severity, file: file, question: question, message: "two keys",
      fix: "mark one", excerpt: "a | b", line: line)
  }

  private func report(_ problems: [BankProblem], questions: Int = 0) -> BankCheckReport {
    var check = BankCheck(paths: [], library: BankLibrary(folders: []))
    check.problems = problems
    check.files = 2
    let question = Question(
      id: "q", exam: "CPC", domain: "em", body: .flashcard(.init(front: "f", back: "b")),
      topic: "t")
    check.banks = [
      QuestionBank(
        exam: "CPC", domain: "em", title: "E/M",
        questions: Array(repeating: question, count: questions))
    ]
    return BankCheckReport(check, on: CalendarDay(year: 2026, month: 11, day: 22))
  }

  @Test("the worst comes first, then the order of files and lines")
  func order() {
    let report = report([
      problem(.warn, line: 1), problem(.error, file: "CPC/b.json", line: 1), problem(.fail),
      problem(.error, line: 9), problem(.error, line: 2),
    ])
    #expect(report.problems.map(\.severity) == [.error, .error, .error, .fail, .warn])
    #expect(report.problems.map(\.line) == [2, 9, 1, nil, 1])
  }

  @Test("a finding names file, line, question, rule, the text at fault and how to mend it")
  func lines() {
    #expect(
      report([problem(.error, line: 41), problem(.warn, file: "", question: nil)], questions: 1)
        .lines(limit: nil, color: false)
        == [
          "CPC/a.json:41: error: q-1: two keys [A1]", "    | a | b", "    = mark one", "",
          "warning: two keys [A1]", "    | a | b", "    = mark one", "",
          "1 error, 1 warning in 2 files with 1 sound question.",
        ])
  }

  @Test("color paints the place and the severity and changes nothing else")
  func color() {
    let problems = [problem(.error, line: 41), problem(.warn)]
    let painted = report(problems).lines(limit: nil, color: true)
    #expect(painted[0].hasPrefix("\u{1B}[1mCPC/a.json:41\u{1B}[0m: \u{1B}[1;31merror\u{1B}[0m: "))
    let codes = ["\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[1;33m", "\u{1B}[0m"]
    let bare = painted.map { line in codes.reduce(line) { $0.replacing($1, with: "") } }
    #expect(bare == report(problems).lines(limit: nil, color: false))
  }

  @Test("a limit says how much it hides")
  func limit() {
    let lines = report([problem(.error), problem(.error), problem(.warn)])
      .lines(limit: 1, color: false)
    #expect(lines.count { $0.contains("[A1]") } == 1)
    #expect(lines.contains("... and 2 more findings; --limit 0 shows all."))
    #expect(lines.last == "2 errors, 1 warning in 2 files with 0 sound questions.")
  }

  @Test("warnings alone are no failure; errors and fails are")
  func verdict() {
    #expect(!report([]).hasFailed)
    #expect(!report([problem(.warn)]).hasFailed)
    #expect(report([problem(.fail)]).hasFailed)
    #expect(report([problem(.error)]).hasFailed)
    #expect(
      report([]).lines(limit: 5, color: false) == [
        "Nothing wrong in 2 files with 0 sound questions."
      ])
  }

  @Test("as JSON every finding has its seven members, and none is left out")
  func json() throws {
    let many = Array(repeating: problem(.error, line: 3), count: 200)
    let json = report(many + [problem(.fail, file: "", question: nil)]).json
    let findings = try #require(json["findings"]?.array)
    #expect(findings.count == 201)
    #expect(
      findings.first?.members?.map(\.key)
        == ["rule", "severity", "file", "question", "message", "fix", "excerpt"])
    #expect(findings.last?["question"] == .null)
    #expect(findings.last?["severity"]?.string == "fail")
    #expect(json["summary"]?["errors"]?.integer == 200)
    #expect(json["summary"]?["fails"]?.integer == 1)
  }
}
