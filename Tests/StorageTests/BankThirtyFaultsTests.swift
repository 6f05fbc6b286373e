import Study
import Testing

@testable import Storage

/// A bank with one of each fault, a clean question beside each.
@Suite("A bank with thirty-nine faults")
struct BankThirtyFaultsTests {
  /// Each faulty question with the one rule that must name it; an id that cannot be read has none.
  private static let faults: [(question: String?, rule: String)] = [
    ("fault-01", "unknown-key"),
    ("fault-02", "missing-key"),
    ("fault-03", "wrong-type"),
    ("fault-04", "empty"),
    ("fault-05", "unsafe-text"),
    ("fault-06", "unknown-kind"),
    ("fault-07", "unknown-level"),
    ("fault-08", "unknown-pool"),
    ("fault-09", "unknown-duty"),
    ("fault-10", "unknown-exhibit"),
    ("fault-11", "unknown-exam"),
    ("fault-12", "unknown-enemy"),
    ("fault-13", "misplaced-key"),
    ("fault-14", "difficulty"),
    ("fault-15", "date"),
    ("fault-16", "date-order"),
    ("fault-17", "A1"),
    ("fault-18", "A2"),
    ("fault-19", "A3"),
    ("fault-20", "missing-rationale"),
    ("fault-21", "missing-why"),
    ("fault-22", "missing-source"),
    ("fault-23", "missing-section"),
    ("fault-24", "A4"),
    ("fault-25", "A5"),
    ("fault-26", "E4"),
    ("fault-27", "F2"),
    ("fault-28", "E7"),
    ("fault-29", "E8"),
    ("fault-30", "E10"),
    ("fault-31", "H3"),
    ("fault-32", "I3"),
    ("fault-33", "expired"),
    ("fault-34", "F4"),
    ("fault-35", "H1"),
    ("fault-36", "I4"),
    ("fault-37", "allow"),
    (nil, "bad-id"),
    ("clean-01", "duplicate-id"),
  ]

  private func problems() throws -> [BankProblem] {
    let folder = BankFixtures.path("thirty-faults")
    let check = BankCheck(paths: [folder], library: BankLibrary(folders: []))
    let exam = try #require(check.profiles.first)
    let day = CalendarDay(year: 2026, month: 11, day: 22)
    // The counts over so few questions are another matter.
    let audit = BankAudit(BankSample(check.banks, of: exam, on: day, isWhole: false))
    let rules = Set(BankRules.ofQuestions.map { $0.id })
    return check.problems + audit.problems.filter { $0.question != nil || rules.contains($0.rule) }
  }

  @Test("every fault is named once, by its rule, and no clean question is named")
  func namedOnce() throws {
    let found = try problems().map { "\($0.question ?? "-") \($0.rule)" }
    let wanted = Self.faults.map { "\($0.question ?? "-") \($0.rule)" }
    #expect(found.sorted() == wanted.sorted())
  }

  @Test("every finding says where, what, and how to mend it")
  func complete() throws {
    for problem in BankCheck.located(try problems()) {
      #expect(problem.file.hasSuffix("faults.json"))
      #expect(!problem.message.isEmpty && !problem.fix.isEmpty)
      #expect(problem.message.last != "." && problem.fix.last != ".")
      #expect((problem.line ?? 0) > 2)
    }
  }
}
