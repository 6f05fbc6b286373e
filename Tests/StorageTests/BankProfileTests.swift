import Study
import Testing

@testable import Storage

@Suite("Decoding an exam profile")
struct BankProfileTests {
  private func decode(_ change: [(key: String, text: String?)]) -> (
    profile: ExamProfile?, problems: [BankProblem]
  ) {
    ExamProfileDecoder.decode(BankSamples.profile(change: change), file: "CPC/exam.json")
  }

  @Test("a sound profile arrives whole")
  func sound() {
    let (profile, problems) = decode([
      ("summary", #""For coders\nof records.""#), ("questions", "150"), ("unscored", "20"),
      ("order", "\"shuffled\""),
      (
        "score",
        #"{"kind": "scaled", "low": 100, "high": 400, "pass": 300, "assumedCut": 0.75, "assumedBand": [0.70, 0.80]}"#
      ),
      (
        "domains",
        #"[{"id": "d1", "title": "Data", "questions": 150, "percent": [19, 25]}]"#
      ),
    ])
    #expect(problems == [])
    #expect(
      profile
        == ExamProfile(
          id: "CPC", title: "Coder", body: "AAPC", summary: "For coders\nof records.",
          questions: 150, unscored: 20, minutes: 240,
          score: .scaled(
            low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.70...0.80),
          order: .shuffled, isOpenBook: true, books: ["CPT"], allowsBacktracking: true,
          domains: [
            ExamProfile.Domain(id: "d1", title: "Data", questions: 150, percent: 19...25)
          ],
          facts: [
            ExamProfile.Fact(
              claim: "c", source: "s", checked: CalendarDay(year: 2026, month: 11, day: 22),
              confidence: "high")
          ]))
  }

  @Test(
    "a fault that makes a profile useless is named and leaves it out",
    arguments: [
      ("id", "\"cpc\"", "bad-id"), ("id", nil, "missing-key"), ("minutes", "0", "range"),
      ("minutes", "2.5", "range"), ("questions", "11", "blueprint"),
      ("unscored", "10", "blueprint"), ("order", "\"random\"", "unknown-order"),
      ("openBook", "1", "wrong-type"),
      ("score", #"{"kind": "points", "pass": 3}"#, "unknown-score"),
      ("score", #"{"kind": "percent"}"#, "missing-key"),
      ("score", #"{"kind": "percent", "pass": 170}"#, "range"),
      (
        "score",
        #"{"kind": "scaled", "low": 100, "high": 400, "pass": 50, "assumedCut": 0.75, "assumedBand": [0.7, 0.8]}"#,
        "range"
      ),
      (
        "score",
        #"{"kind": "scaled", "low": 100, "high": 400, "pass": 300, "assumedCut": 0.75, "assumedBand": [0.8, 0.7]}"#,
        "range"
      ),
      ("domains", #"[{"id": "a", "title": "T"}]"#, "missing-key"),
      (
        "domains",
        #"[{"id": "a", "title": "T", "questions": 5}, {"id": "a", "title": "T", "questions": 5}]"#,
        "duplicate-id"
      ),
      ("summary", #""a\nb\nc""#, "too-long"),
      ("summary", "\"\(String(repeating: "m", count: 75))\"", "too-long"),
      ("formatVersion", "7", "format-version"),
    ] as [(String, String?, String)])
  func useless(key: String, text: String?, rule: String) {
    let (profile, problems) = decode([(key, text)])
    #expect(problems.map(\.rule) == [rule])
    #expect(profile == nil)
  }

  @Test(
    "a fault beside what an exam needs is named, and the exam stays",
    arguments: [
      ("fee", "199", "unknown-key"),
      (
        "facts",
        #"[{"claim": "c", "source": "s", "checked": "2026-11-22", "confidence": "sure"}]"#,
        "unknown-confidence"
      ),
      ("facts", #"[{"claim": "c", "source": "s", "confidence": "low"}]"#, "missing-key"),
    ] as [(String, String?, String)])
  func harmless(key: String, text: String?, rule: String) {
    let (profile, problems) = decode([(key, text)])
    #expect(problems.map(\.rule) == [rule])
    #expect(profile != nil)
  }

  @Test("a profile that is no JSON is left out, with the place")
  func malformed() {
    let (profile, problems) = ExamProfileDecoder.decode(Array("{\"id\": ".utf8), file: "exam.json")
    #expect(profile == nil)
    #expect(problems.map(\.rule) == ["json"])
  }
}
