import FSRS
import Glibc
import Study
import TestSupport
import Testing

@testable import Storage

@Suite struct LearnerStoreTests: LearnerFolderTests {
  let fixture: LearnerFixture

  init() throws { fixture = try LearnerFixture() }

  @Test("What was appended is there after opening again, from the file alone and by the snapshot")
  func persistence() throws {
    var expected = Progress()
    do {
      let (store, progress) = try open()
      expected = progress
      for number in 0..<30 {
        let event = review(store, "q\(number % 7)", minute: 600 + number)
        try store.append([event])
        expected.apply(event)
      }
    }
    do {
      let (store, progress) = try open()
      #expect(progress == expected)
      #expect(store.didReplay)
      #expect(store.nextSequence == 31)
      #expect(store.notices.isEmpty)
    }
    let (store, progress) = try open()
    #expect(!store.didReplay)
    #expect(progress == expected)
    #expect(store.nextSequence == 31)
  }

  @Test("The snapshot with what came after it equals a full replay")
  func snapshotWithTail() throws {
    do {
      let (store, opened) = try open()
      var progress = opened
      for number in 0..<20 {
        let event = review(
          store, "q\(number % 5)", number % 4 == 0 ? .again : .good, minute: 600 + number)
        try store.append([event])
        progress.apply(event)
      }
      try store.saveSnapshot(progress)
      for number in 20..<40 {
        try store.append([review(store, "q\(number % 6)", minute: 600 + number)])
      }
    }
    let (store, progress) = try open()
    #expect(!store.didReplay)
    let replayed = try store.replayed()
    #expect(progress == replayed)
  }

  @Test("An undo of what the snapshot holds, and an event before its end, lead to a full replay")
  func amendedTail() throws {
    let first: HistoryEvent
    do {
      let (store, opened) = try open()
      var progress = opened
      first = review(store, "q1")
      try store.append([first])
      progress.apply(first)
      try store.saveSnapshot(progress)
      try store.append([
        .make(
          .undo(of: first.id), at: .at(minute: 700), sequence: store.nextSequence,
          device: store.device)
      ])
    }
    do {
      let (store, progress) = try open()
      #expect(store.didReplay)
      #expect(progress["q1"] == CardProgress())
      try store.append([review(store, "q2", minute: 10)])
    }
    let (store, progress) = try open()
    #expect(store.didReplay)
    #expect(progress["q2"].answers == 1)
  }

  @Test("The whole history is read from the files of all devices, in order")
  func wholeHistory() throws {
    let (store, _) = try open()
    try store.append([review(store, "q1", minute: 700)])
    let other = HistoryEvent.make(
      .review(Review(question: "q2", rating: .hard)), at: .at(minute: 650), sequence: 1,
      device: 7)
    try folder.write(
      String(decoding: HistoryLine.encoded(other) + [0x0A], as: UTF8.self),
      to: "data/learners/Ada/history/00000007.jsonl")
    let history = try store.history()
    #expect(history.reviews.map { history.questions[Int($0.question)] } == ["q2", "q1"])
    #expect(history.timedReviews.map(\.rating) == [.hard, .good])
  }

  @Test("A snapshot that is damaged, or covers another file, is made anew")
  func badSnapshot() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    _ = try open()
    let snapshot = "data/learners/Ada/progress/0000002a.json"
    for text in ["", "{}", "{\"formatVersion\":1", "not json", "[]"] {
      try folder.write(text, to: snapshot)
      let (store, progress) = try open()
      #expect(store.didReplay)
      #expect(progress["q1"].answers == 1)
    }
    // The same length, another content.
    let line = try folder.text(history)
    try folder.write(line.replacing("\"q1\"", with: "\"q9\""), to: history)
    let (store, progress) = try open()
    #expect(store.didReplay)
    #expect(progress["q9"].answers == 1)
    #expect(progress["q1"].answers == 0)
  }

  @Test("Files of several devices merge to the same state, in whatever order they arrive")
  func devices() throws {
    do {
      let (store, _) = try open()
      for number in 0..<10 { try store.append([review(store, "q\(number)", minute: 600 + number)]) }
    }
    let foreign = (1...10).map { number in
      String(
        decoding: HistoryLine.encoded(
          .make(
            .review(Review(question: "q\(number)", exam: "CPC", rating: .hard, days: 2)),
            at: .at(minute: 595 + number), sequence: number, device: 0x99)), as: UTF8.self) + "\n"
    }
    _ = try open()
    try folder.write(foreign.joined(), to: "data/learners/Ada/history/00000099.jsonl")
    let (store, progress) = try open()
    #expect(progress["q3"].answers == 2)
    #expect(progress["q10"].answers == 1)
    #expect(store.device == 0x2a)
    let replayed = try store.replayed()
    #expect(progress == replayed)
  }

  @Test("Another device's unfinished last line has not arrived yet; it counts when it has")
  func unfinished() throws {
    let line = String(
      decoding: HistoryLine.encoded(
        .make(.mark(question: "q", isOn: true), sequence: 1, device: 0x99)), as: UTF8.self)
    try folder.write(String(line.dropLast(9)), to: "data/learners/Ada/history/00000099.jsonl")
    do {
      let (store, progress) = try open()
      #expect(!progress["q"].isMarked)
      #expect(store.notices.isEmpty)
    }
    try folder.write(line + "\n", to: "data/learners/Ada/history/00000099.jsonl")
    let (_, progress) = try open()
    #expect(progress["q"].isMarked)
  }

  @Test("A damaged line costs that line only, is copied aside, and named")
  func damagedLine() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
      try store.append([review(store, "q2")])
      try store.append([review(store, "q3")])
    }
    var lines = try folder.text(history).split(separator: "\n").map(String.init)
    lines[1] = String(lines[1].dropFirst(12))
    try folder.write(lines.joined(separator: "\n") + "\n", to: history)
    let (store, progress) = try open(device: 0x2b)
    #expect(progress["q1"].answers == 1)
    #expect(progress["q2"].answers == 0)
    #expect(progress["q3"].answers == 1)
    #expect(store.notices.count == 1)
    #expect(store.notices[0].contains("One line of the history"))
    let health = try LearnerHealth(name, locations)
    #expect(health.damaged == 1)
    #expect(!health.isSound)
    let attic = locations.state + "/damaged"
    let copies = try Files.names(in: attic).flatMap { try Files.names(in: attic + "/" + $0) }
    #expect(copies.count == 1)
  }

  @Test("A torn own tail gets a line break before the next line")
  func tornTail() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    let whole = try folder.text(history)
    try folder.write(whole + #"{"v":1,"id":"0000002a-0000"#, to: history)
    do {
      let (store, progress) = try open()
      #expect(progress["q1"].answers == 1)
      try store.append([review(store, "q2", minute: 601)])
    }
    let (store, progress) = try open()
    #expect(progress["q2"].answers == 1)
    #expect(store.nextSequence == 3)
    #expect(try folder.text(history).split(separator: "\n").count == 3)
  }

  @Test("An own file shorter than remembered gets a new device id")
  func restoredBackup() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
      try store.append([review(store, "q2")])
      try store.saveSnapshot(try store.replayed())
    }
    let first = try folder.text(history).split(separator: "\n")[0]
    try folder.write(first + "\n", to: history)
    let (store, progress) = try open(device: 0x77)
    #expect(store.device == 0x77)
    #expect(progress["q1"].answers == 1)
    #expect(progress["q2"].answers == 0)
    #expect(store.nextSequence == 1)
  }

  @Test("A second program is told so, and may read only")
  func lock() throws {
    let (store, _) = try open()
    try store.append([review(store, "q1")])
    let refusal = #expect(throws: StorageError.self) { _ = try open() }
    #expect(refusal?.kind == .inUse)
    let (reader, progress) = try open(readOnly: true)
    #expect(progress["q1"].answers == 1)
    let denied = #expect(throws: StorageError.self) {
      try reader.append([review(reader, "q2")])
    }
    #expect(denied?.kind == .notPermitted)
    withExtendedLifetime(store) {}
  }

  @Test("Lines of a newer version are read around, and nothing is written beside them")
  func newerVersion() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    let text = try folder.text(history)
    try folder.write(text + "{\"v\":2,\"id\":\"0000002a-000002\"}\n", to: history)
    let (store, progress) = try open()
    #expect(progress["q1"].answers == 1)
    #expect(store.isReadOnly)
    #expect(store.notices.first?.contains("newer Sequela") == true)
    #expect(throws: StorageError.self) { try store.append([review(store, "q2")]) }
  }

  @Test("Folders are the learner's alone, and so are files")
  func modes() throws {
    let (store, _) = try open()
    try store.append([review(store, "q1")])
    try store.saveSnapshot(try store.replayed())
    func mode(_ path: String) -> mode_t {
      var status = stat()
      stat(path, &status)
      return status.st_mode & 0o777
    }
    let learner = locations.learner(name)
    for part in ["", "/history", "/progress", "/exams"] { #expect(mode(learner + part) == 0o700) }
    for file in ["/profile.json", "/history/0000002a.jsonl", "/progress/0000002a.json"] {
      #expect(mode(learner + file) == 0o600)
    }
  }

  @Test(
    "Names that could leave their folder are refused",
    arguments: [
      "", "..", "a/b", "../x", "a.b", "x\u{0}y", "tab\there", String(repeating: "x", count: 41),
      "~",
      "a:b",
    ])
  func badNames(text: String) {
    let refusal = #expect(throws: StorageError.self) { _ = try LearnerName(text) }
    #expect(refusal?.kind == .badName)
  }

  @Test("A learner is put aside, not deleted, and may be added anew")
  func remove() throws {
    let place = try LearnerFolder.remove(
      name, locations, today: CalendarDay(year: 2026, month: 11, day: 22))
    #expect(place.hasSuffix("/removed/Ada-2026-11-22"))
    #expect(Files.exists(place + "/profile.json"))
    #expect(try LearnerFolder.names(locations).isEmpty)
    try LearnerFolder.create(name, locations)
    let again = try LearnerFolder.remove(
      name, locations, today: CalendarDay(year: 2026, month: 11, day: 22))
    #expect(again.hasSuffix("-2"))
  }

  @Test("A missing learner and a damaged profile are told in a sentence")
  func plainSentences() throws {
    let ghost = try LearnerName("Ghost")
    var progress = Progress()
    let missing = #expect(throws: StorageError.self) {
      _ = try LearnerStore(ghost, locations, newDevice: { 1 }, progress: &progress)
    }
    #expect(missing?.kind == .missing)
    #expect(missing?.description.contains("sequela learner") == true)
    try folder.write("oops", to: "data/learners/Ada/profile.json")
    let damaged = #expect(throws: StorageError.self) { _ = try open() }
    #expect(damaged?.kind == .damaged)
    #expect(damaged?.description.contains("profile.json") == true)
  }
}
