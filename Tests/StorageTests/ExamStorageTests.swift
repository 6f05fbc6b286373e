import FSRS
import Study
import TestSupport
import Testing

@testable import Storage

/// What mock exams leave on disk.
@Suite struct ExamStorageTests: LearnerFolderTests {
  let fixture: LearnerFixture

  init() throws { fixture = try LearnerFixture() }

  private func events(_ count: Int) -> [HistoryEvent] {
    let sitting = EventID(device: 0x2a, sequence: 1)
    let steps: [ExamEvent.Step] = [
      .start(
        ExamStart(
          exam: "CPC", seed: 7, date: nil,
          questions: ["a", "b"].map {
            ExamQuestion(id: $0, domain: "em", order: [1, 0, 2, 3])
          }, minutes: 60, rules: ExamStart.Rules(isOpenBook: true))),
      .visit(question: "a"), .answer(question: "a", chosen: [0], isSure: true, isCorrect: true),
      .note(question: "a", text: "a \"note\""), .visit(question: "b"),
      .answer(question: "b", chosen: [2], isSure: false, isCorrect: false),
      .submit(days: [4, nil]),
    ]
    return steps.prefix(count).enumerated().map { place, step in
      .make(
        .exam(ExamEvent(sitting: sitting, clock: place * 1000, step: step)),
        at: .at(minute: 600 + place), sequence: place + 1, device: 0x2a)
    }
  }

  @Test("An exam is the same after every step: by the snapshot, by what came after it, by replay")
  func snapshots() throws {
    for count in 1...7 {
      let fixture = try ExamStorageTests()
      var expected = Progress()
      do {
        let (store, _) = try fixture.open()
        for (place, event) in events(count).enumerated() {
          try store.append([event])
          expected.apply(event)
          // Half of the time the snapshot is older than the last steps.
          if place == count / 2 { try store.saveSnapshot(expected) }
        }
      }
      let (store, progress) = try fixture.open()
      #expect(!store.didReplay)
      #expect(progress == expected, "after \(count) steps")
      #expect(try store.replayed() == expected, "after \(count) steps")
      let open = progress.exams.openExam(of: 0x2a)?.exam
      #expect((open == nil) == (count == 7))
      if count == 6 { #expect(open?.items[0].note == "a \"note\"") }
    }
  }

  @Test("The clock is written in place, and read back; nonsense is no clock")
  func clock() throws {
    let (store, _) = try open()
    #expect(store.examClock() == nil)
    let sitting = EventID(device: 0x2a, sequence: 123_456)
    for clock in [0, 987_654_321, 12] {
      try store.keepClock(ExamClock(sitting: sitting, clock: clock))
      #expect(store.examClock() == ExamClock(sitting: sitting, clock: clock))
    }
    let names = try Files.names(in: locations.state + "/exams")
    let file = "\(locations.state)/exams/\(try #require(names.first))"
    #expect(try Files.read(file).count == 96)
    for nonsense in ["", "{", "{}", "{\"clock\":-1,\"sitting\":\"0000002a-1\"}", "\u{0}\u{0}"] {
      try Files.replace(file, with: Array(nonsense.utf8))
      #expect(store.examClock() == nil)
    }
  }

  @Test("A report comes back from its file, whatever is in it")
  func report() throws {
    let (store, _) = try open()
    let report = sample()
    let path = try store.saveReport(report)
    #expect(path.hasSuffix("/exams/20261122T180000Z-CPC-0000002a.json"))
    #expect(store.reports() == [report])
    // A name of an exam never leads out of the folder.
    var strange = report
    strange.exam = "../../x"
    strange.estimate = nil
    #expect(strange.fileName == "20261122T180000Z-x-0000002a")
    #expect(ScoreReport(decoding: strange.encoded()) == strange)
  }

  @Test("A damaged or a newer report is left out, and the others are read")
  func damagedReports() throws {
    let (store, _) = try open()
    try store.saveReport(sample())
    let bytes = sample().encoded()
    try Files.replace(
      "\(locations.learner(name))/exams/1.json", with: Array(bytes[..<(bytes.count / 2)]))
    try Files.replace("\(locations.learner(name))/exams/2.json", with: Array("[]".utf8))
    var newer = String(decoding: bytes, as: UTF8.self)
    newer = newer.replacing("\"formatVersion\": 1", with: "\"formatVersion\": 2")
    try Files.replace("\(locations.learner(name))/exams/3.json", with: Array(newer.utf8))
    #expect(store.reports().count == 1)
    for end in stride(from: 0, to: bytes.count - 2, by: 37) {
      #expect(ScoreReport(decoding: Array(bytes[..<end])) == nil)
    }
  }

  private func sample() -> ScoreReport {
    let items = [
      ScoreReport.Item(
        question: ExamQuestion(id: "a", domain: "em", order: [1, 0, 2, 3]), chosen: [0],
        isCorrect: true, isSure: false, isFlagged: true, milliseconds: 5000,
        bookMilliseconds: 1000, visits: 2, note: "né \u{1b}[31m", change: .wrongToRight,
        event: EventID(device: 0x2a, sequence: 3), why: nil),
      ScoreReport.Item(
        question: ExamQuestion(id: "b", domain: "em", isScored: false, order: [0]), chosen: [],
        isCorrect: nil, isSure: true, isFlagged: false, milliseconds: 0, bookMilliseconds: 0,
        visits: 0, note: "", change: nil, event: nil, why: .secondGuess),
    ]
    return ScoreReport(
      sitting: EventID(device: 0x2a, sequence: 1), exam: "CPC", seed: 9_007_199_254_740_991,
      startedAt: Now.evening.milliseconds, submittedAt: Now.evening.milliseconds + 60_000,
      zoneMinutes: -300, spent: 60_000, limit: 3_600_000, extraTime: 50, pauses: 1, lookUps: 2,
      bookMilliseconds: 1000, verdict: .tooClose,
      estimate: ScaledEstimate(score: 305, band: 280...330, chance: 0.52), passShare: 0.75,
      score: Proportion(right: 1, count: 1),
      domains: [
        ScoreReport.DomainResult(
          domain: "em", title: "E/M", score: Proportion(right: 1, count: 1),
          evidence: Proportion(right: 5, count: 9), isWeak: true)
      ], items: items, pace: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      earlier: [
        ScoreReport.Earlier(
          milliseconds: 1_700_000_000_000, zoneMinutes: 60,
          score: Proportion(right: 60, count: 100))
      ])
  }
}
