import Storage
import Study
import Testing

/// The banks that are shipped with the program.
@Suite("The shipped banks")
struct QuestionBanksTests {
  private static let folder: String = {
    // Tests/QuestionBanksTests/QuestionBanksTests.swift -> QuestionBanks
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/QuestionBanks"
  }()

  private static let check = BankCheck(BankLibrary(folders: [BankFolder(folder)]))

  /// A day on which the books of 2026 are in use.
  private static let day = CalendarDay(year: 2026, month: 11, day: 22)

  private static let audits = check.profiles.map { exam in
    BankAudit(BankSample(check.banks, of: exam, on: day))
  }

  private func sentences(_ problems: [BankProblem]) -> [String] {
    problems.map { "\($0.file): \($0.question ?? ""): \($0.message) [\($0.rule)] \($0.excerpt)" }
  }

  @Test("every file decodes, and nothing is left out")
  func decode() {
    #expect(sentences(Self.check.problems) == [])
    #expect(Self.check.profiles.map(\.id) == ["CCA", "CPC", "RHIT"])
  }

  @Test("no rule finds an error, and no count over an exam's bank fails")
  func rules() {
    let worse = Self.audits.flatMap(\.problems).filter { $0.severity != .warn }
    #expect(sentences(worse) == [])
  }

  @Test("every id is used once, in all banks together")
  func ids() {
    let ids = Self.check.banks.flatMap(\.questions).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("from 100 questions of an exam on each domain has its share")
  func shares() throws {
    for audit in Self.audits where audit.choices >= BankAudit.enough {
      let row = try #require(audit.rows.first { $0.rule == "K1" })
      #expect(row.figure.verdict == .pass, "\(audit.exam): \(row.figure.note)")
    }
  }

  @Test(
    "each exam is described as it is held",
    arguments: [
      ("CPC", 100, 0, 240, [6, 6, 6, 6, 6, 6, 6, 4, 6, 6, 6, 4, 4, 5, 3, 7, 3, 10]),
      ("RHIT", 150, 20, 205, [33, 24, 22, 33, 22, 16]),
      ("CCA", 105, 15, 120, [34, 24, 16, 15, 8, 8]),
    ])
  func profiles(id: String, questions: Int, unscored: Int, minutes: Int, domains: [Int]) throws {
    let exam = try #require(Self.check.profiles.first { $0.id == id })
    #expect(exam.questions == questions)
    #expect(exam.unscored == unscored)
    #expect(exam.minutes == minutes)
    #expect(exam.domains.map(\.questions) == domains)
    #expect(exam.facts.count >= 12)
    #expect(exam.facts.allSatisfy { $0.checked == Self.day })
    // A form in these proportions lies inside the published ranges.
    for domain in exam.domains {
      guard let range = domain.percent else { continue }
      #expect(range.contains(100 * Double(domain.questions) / Double(questions)))
    }
  }

  @Test("CPC is passed with 70 percent; AHIMA's exams on a scale whose cut is an assumption")
  func scores() {
    let scores = Dictionary(uniqueKeysWithValues: Self.check.profiles.map { ($0.id, $0.score) })
    let scaled = ExamProfile.Score.scaled(
      low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.70...0.80)
    #expect(scores == ["CPC": .percent(pass: 70), "RHIT": scaled, "CCA": scaled])
  }
}
