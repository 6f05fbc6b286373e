import FSRS
import Study
import TestSupport
import Testing

@testable import Storage

@Suite struct HistoryLineTests {
  static let actions: [HistoryEvent.Action] = [
    .review(
      Review(
        question: "cpc-icd-014", exam: "CPC", rating: .good, isCorrect: true, chosen: [0],
        isSure: true, milliseconds: 8123, days: 11)),
    .review(Review(question: "x", rating: .again)),
    .review(
      Review(
        question: "k", exam: "CCA", mode: .drill, rating: .hard, isCorrect: true, typed: "E11.65",
        isSure: false, counts: true)),
    .grade(of: EventID(device: 7, sequence: 3), rating: .easy, days: 30),
    .grade(of: EventID(device: 7, sequence: 3), rating: .hard, days: nil),
    .undo(of: EventID(device: 0xffff_ffff, sequence: 1_000_000)),
    .setting(key: "exam.CPC", value: .text("2027-01-15")),
    .setting(key: "minutes", value: .number(25)),
    .setting(key: "weights", value: .numbers([0.212, 1.2931, 2.3065])),
    .setting(key: "sound", value: .flag(false)), .suspend(question: "q"),
    .unsuspend(question: "q"), .bury(question: "q"), .mark(question: "q", isOn: true),
    .mark(question: "q", isOn: false),
    .note(question: "q", text: "a \"quoted\" note\nwith \\ and \u{1b}[31m and é 漢字"),
    .report(question: "q", text: "the key is wrong"),
    .why(of: EventID(device: 7, sequence: 3), reason: .secondGuess),
    .result(exam: "CPC", outcome: "passed"),
  ]

  static let examSteps: [ExamEvent.Step] = [
    .start(
      ExamStart(
        exam: "RHIT", seed: 9_007_199_254_740_991, date: CalendarDay(year: 2027, month: 1, day: 15),
        questions: [
          ExamQuestion(id: "a", domain: "d1", order: [3, 0, 2, 1]),
          ExamQuestion(id: "b", domain: "d2", isScored: false, order: [0, 1, 2, 3]),
        ], minutes: 205,
        rules: ExamStart.Rules(extraTime: 50, isOpenBook: false, allowsBacktracking: false))),
    .visit(question: "a"),
    .answer(question: "a", chosen: [2], isSure: false, isCorrect: true),
    .answer(question: "a", chosen: [], isSure: true, isCorrect: nil),
    .flag(question: "a", isOn: true), .flag(question: "a", isOn: false),
    .strike(question: "a", option: 3, isOn: true), .note(question: "a", text: "two\nlines"),
    .book(isOpen: true), .book(isOpen: false), .pause, .resume, .discard,
    .submit(days: [3, nil, 11]), .submit(days: []),
  ]

  @Test("Every step of an exam comes back from its line", arguments: examSteps)
  func examRoundTrip(step: ExamEvent.Step) {
    let id = EventID(device: 0x9f3c_21d0, sequence: 42)
    var sitting = EventID(device: 0x9f3c_21d0, sequence: 7)
    var clock = 123_456
    if case .start = step { (sitting, clock) = (id, 0) }
    let event = HistoryEvent(
      id: id, milliseconds: 1_795_342_530_123, zoneMinutes: 60,
      action: .exam(ExamEvent(sitting: sitting, clock: clock, step: step)))
    #expect(HistoryLine.decoded(HistoryLine.encoded(event)) == .event(event))
  }

  @Test(
    "A damaged step of an exam is damaged; one of an unknown type is kept",
    arguments: [
      (#""type":"exam-visit","of":"00000001-000001","clock":1"#, false),
      (#""type":"exam-visit","clock":1,"question":"q""#, false),
      (
        #""type":"exam-answer","of":"00000001-000001","clock":1,"question":"q","chosen":[0,0]"#,
        false
      ),
      (
        #""type":"exam-answer","of":"00000001-000001","clock":1,"question":"q","chosen":[99]"#,
        false
      ),
      (#""type":"exam-strike","of":"00000001-000001","clock":-1,"question":"q","option":1"#, false),
      (#""type":"exam-start","exam":"CPC","minutes":240,"questions":[]"#, false),
      (
        #""type":"exam-start","exam":"CPC","minutes":240,"questions":[{"id":"a","order":[0,2]}]"#,
        false
      ),
      (
        #""type":"exam-start","exam":"CPC","minutes":9,"questions":"#
          + #"[{"id":"a","order":[0]},{"id":"a","order":[0]}]"#, false
      ),
      (#""type":"exam-dream","of":"00000001-000001""#, true),
    ])
  func examDamage(fields: String, isKept: Bool) {
    let line =
      #"{"v":1,"id":"00000001-000002","at":"2026-11-22T10:15:30.000Z","tz":0,"# + fields + "}"
    let decoded = HistoryLine.decoded(Array(line.utf8))
    if isKept {
      guard case .event(let event) = decoded, case .other = event.action else {
        Issue.record("\(decoded)")
        return
      }
    } else {
      #expect(decoded == .damaged)
    }
  }

  @Test("Every event comes back from its line", arguments: actions)
  func roundTrip(action: HistoryEvent.Action) {
    let event = HistoryEvent(
      id: EventID(device: 0x9f3c_21d0, sequence: 42), milliseconds: 1_795_342_530_123,
      zoneMinutes: -300, action: action)
    let line = HistoryLine.encoded(event)
    #expect(!line.contains(0x0A))
    #expect(HistoryLine.decoded(line) == .event(event))
  }

  @Test("A line is written as the format has it")
  func format() {
    let event = HistoryEvent(
      id: EventID(device: 0x9f3c_21d0, sequence: 42), milliseconds: 1_795_342_530_123,
      zoneMinutes: -300, action: Self.actions[0])
    #expect(
      String(decoding: HistoryLine.encoded(event), as: UTF8.self)
        == #"{"v":1,"id":"9f3c21d0-000042","at":"2026-11-22T10:15:30.123Z","tz":-300,"#
        + #""type":"review","question":"cpc-icd-014","exam":"CPC","mode":"study","rating":3,"#
        + #""correct":true,"chosen":[0],"sure":true,"ms":8123,"days":11}"#)
  }

  @Test("Unknown types and fields are kept and ignored")
  func unknown() {
    let line =
      #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":0,"type":"dream","x":[1]}"#
    guard case .event(let event) = HistoryLine.decoded(Array(line.utf8)) else {
      Issue.record("not decoded")
      return
    }
    #expect(event.action == .other(type: "dream"))
  }

  @Test("A newer version is told from damage")
  func newer() {
    #expect(HistoryLine.decoded(Array(#"{"v":2,"anything":true}"#.utf8)) == .newer)
  }

  static let damaged = [
    "", "{", "null", "[]", "{}", #"{"v":1}"#,
    #"{"v":1,"id":"1-1","at":"2026-11-22T10:15:30Z","tz":0,"type":"undo","of":"00000001-000001"}"#,
    #"{"v":1,"id":"00000001-000001","at":"yesterday","tz":0,"type":"mark","question":"q"}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":0,"type":"review","question":"q"}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":0,"type":"review","question":"q","rating":5}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":0,"type":"review","rating":3}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-02-30T10:15:30Z","tz":0,"type":"suspend","question":"q"}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":0,"type":"suspend","question":"q"}}"#,
    #"{"v":1,"id":"00000001-000001","at":"2026-11-22T10:15:30Z","tz":99999,"type":"suspend","question":"q"}"#,
    // A number so high that no later one could be written.
    #"{"v":1,"id":"00000001-999999999999999","at":"2026-11-22T10:15:30Z","tz":0,"type":"suspend","question":"q"}"#,
    #"{"v":1,"id":"00000001-2147483648","at":"2026-11-22T10:15:30.000Z","tz":0,"type":"review","question":"q","rating":3}"#,
  ]

  @Test("What no event can be read from is damaged", arguments: damaged)
  func damage(line: String) {
    #expect(HistoryLine.decoded(Array(line.utf8)) == .damaged)
  }

  @Test(
    "Instants come back from their text",
    arguments: [
      Int64(0), -1, 1_795_342_530_123, 951_782_400_000, 4_102_444_799_999,
    ])
  func instants(milliseconds: Int64) {
    #expect(Timestamp.milliseconds(Timestamp.text(milliseconds)) == milliseconds)
  }

  @Test("Cut anywhere, or with any byte changed, a line is read whole or refused, and never traps")
  func mutations() {
    let events = Self.actions.enumerated().map { place, action in
      HistoryEvent(
        id: EventID(device: 7, sequence: place + 1), milliseconds: 1_795_342_530_123,
        zoneMinutes: 60, action: action)
    }
    var generator = SplitMix64(seed: 3)
    for event in events {
      let line = HistoryLine.encoded(event)
      for end in 0..<line.count {
        #expect(HistoryLine.decoded(Array(line[..<end])) == .damaged)
      }
      for _ in 0..<200 {
        var changed = line
        changed[Int(generator.next() % UInt64(line.count))] = UInt8(generator.next() % 256)
        let slow = HistoryLine.decoded(changed)
        if let fast = scan(changed) {
          // What the fast reader accepts, the careful one reads the same way.
          #expect(slow == .event(fast))
        }
      }
    }
  }

  /// The event that the fast reader makes of a line; nil where it leaves it to the other.
  private func scan(_ bytes: [UInt8]) -> HistoryEvent? {
    var reader = HistoryReader()
    guard HistoryScanner.review(in: bytes.span, from: 0, to: bytes.count) != nil else {
      return nil
    }
    reader.read(bytes + [0x0A], file: "f", isOwn: true)
    guard case .event(let event) = HistoryLine.decoded(bytes), reader.history.reviews.count == 1
    else { return nil }
    var expected = History()
    expected.append(event)
    #expect(reader.history.reviews == expected.reviews)
    #expect(reader.history.questions == expected.questions)
    #expect(reader.history.exams == expected.exams)
    return event
  }
}
