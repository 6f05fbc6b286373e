import Study
import Testing

@testable import Storage

/// 150 made-up questions full of faults, with the figures that an independent count gave for them.
@Suite("The counts beside an independent count")
struct BankReferenceTests {
  private struct Figure: Sendable {
    var rule: String
    /// In percent, but for C4; nil where nothing was judged.
    var rate: Double?
    var verdict: String
    var questions: Int
  }

  private func expected() throws -> [Figure] {
    let bytes = try #require(BankFiles.read(BankFixtures.path("reference-figures.json")).bytes)
    return try #require(try JSONValue(parsing: bytes)["figures"]?.array).map { figure in
      Figure(
        rule: try #require(figure["rule"]?.string), rate: figure["rate"]?.number,
        verdict: try #require(figure["verdict"]?.string),
        questions: try #require(figure["questions"]?.integer))
    }
  }

  private func audit() throws -> BankAudit {
    let loaded = BankLibrary(folders: [BankFolder(BankFixtures.path("reference"))]).load()
    #expect(loaded.problems == [])
    let exam = try #require(loaded.profile("CPC"))
    let day = CalendarDay(year: 2026, month: 11, day: 22)
    return BankAudit(BankSample(loaded.banks, of: exam, on: day))
  }

  @Test("every rate, verdict and number of questions named agrees")
  func agreement() throws {
    let rows = try audit().rows
    let expected = try expected()
    #expect(expected.count > 40)
    for figure in expected {
      let row = try #require(rows.first { $0.rule == figure.rule }, "\(figure.rule)")
      #expect(row.figure.verdict.rawValue == figure.verdict, "\(figure.rule)")
      #expect(row.figure.questions.count == figure.questions, "\(figure.rule)")
      if let rate = figure.rate, row.figure.verdict != .unjudged {
        let ours = try #require(row.figure.rate) * (figure.rule == "C4" ? 1 : 100)
        #expect(abs(ours - rate) <= 0.1, "\(figure.rule): \(ours), wanted \(rate)")
      }
    }
  }
}
