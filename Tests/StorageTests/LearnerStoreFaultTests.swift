import FSRS
import Glibc
import Study
import TestSupport
import Testing

@testable import Storage

/// A learner's folder after mishaps of disks, syncers and other programs.
@Suite struct LearnerStoreFaultTests: LearnerFolderTests {
  let fixture: LearnerFixture

  init() throws { fixture = try LearnerFixture() }

  @Test("A history in which anything was changed opens, twice to the same state")
  func changedFiles() throws {
    do {
      let (store, _) = try open()
      for number in 0..<12 { try store.append([review(store, "q\(number % 4)", minute: number)]) }
      try store.saveSnapshot(try store.replayed())
    }
    let whole = Array(try folder.text(history).utf8)
    let snapshot = Array(try folder.text("data/learners/Ada/progress/0000002a.json").utf8)
    var generator = SplitMix64(seed: 59)
    for _ in 0..<60 {
      var bytes = whole
      var kept = snapshot
      for _ in 0...(generator.next() % 6) {
        bytes[Int(generator.next() % UInt64(bytes.count))] =
          UInt8(truncatingIfNeeded: generator.next())
        kept[Int(generator.next() % UInt64(kept.count))] =
          UInt8(truncatingIfNeeded: generator.next())
      }
      try Files.replace(folder(history), with: bytes)
      if generator.next() % 2 == 0 {
        try Files.replace(folder("data/learners/Ada/progress/0000002a.json"), with: kept)
      }
      let (_, first) = try open(readOnly: true)
      let (_, second) = try open(device: 0x77, readOnly: true)
      let isSame = first == second
      #expect(isSame)
    }
  }

  @Test("A pipe in place of a history file is named, and not waited for")
  func pipe() throws {
    _ = try open()
    try #require(mkfifo(folder("data/learners/Ada/history/00000099.jsonl"), 0o600) == 0)
    let refusal = #expect(throws: StorageError.self) { _ = try open() }
    #expect(refusal?.kind == .damaged)
    #expect(refusal?.description.contains("00000099.jsonl") == true)
  }

  @Test("A damaged line that cannot be copied aside is named all the same, and all else works")
  func noPlaceForDamage() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    try folder.write(try folder.text(history) + "rubbish\n", to: history)
    try folder.write("in the way", to: "state/sequela/damaged")
    let (store, progress) = try open()
    #expect(progress["q1"].answers == 1)
    #expect(store.notices.count == 1)
    #expect(store.notices[0].contains("0000002a.jsonl"))
    #expect(!store.notices[0].contains("a copy is in"))
    try store.append([review(store, "q2")])
  }

  @Test("To read only, nothing is written, and no copy is claimed")
  func readOnlyDamage() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    try folder.write(try folder.text(history) + "rubbish\n", to: history)
    let (store, _) = try open(readOnly: true)
    #expect(store.notices.count == 1)
    #expect(!store.notices[0].contains("a copy is in"))
    #expect(!Files.exists(locations.state + "/damaged"))
  }

  @Test("A device whose numbers are used up becomes another")
  func lastNumber() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    let last = HistoryEvent.make(
      .mark(question: "q1", isOn: true), sequence: EventID.largestSequence, device: 0x2a)
    try folder.write(
      try folder.text(history) + String(decoding: HistoryLine.encoded(last), as: UTF8.self) + "\n",
      to: history)
    let (store, progress) = try open(device: 0x77)
    #expect(progress["q1"].isMarked)
    #expect(store.device == 0x77)
    #expect(store.nextSequence == 1)
    try store.append([review(store, "q2")])
    #expect(try store.replayed()["q2"].answers == 1)
  }

  @Test("Lines of a newer version that arrive during a session keep the snapshot from hiding them")
  func newerLinesArrive() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
      try folder.write(
        "{\"v\":2,\"id\":\"00000099-000001\"}\n", to: "data/learners/Ada/history/00000099.jsonl")
      let progress = try store.replayed()
      try store.saveSnapshot(progress)
    }
    let (store, _) = try open()
    #expect(store.isReadOnly)
  }

  @Test("Doctor tells a line that has not arrived from a damaged one, and names the damaged")
  func health() throws {
    do {
      let (store, _) = try open()
      try store.append([review(store, "q1")])
    }
    try folder.write("{\"v\":1,\"id\":\"000000", to: "data/learners/Ada/history/00000099.jsonl")
    #expect(try LearnerHealth(name, locations).isSound)
    let own = try folder.text(history)
    try folder.write(own + own + "rub\u{1b}bish\n", to: history)
    let health = try LearnerHealth(name, locations)
    #expect(!health.isSound)
    #expect(health.lines.count == 1)
    #expect(health.lines[0].contains("0000002a.jsonl, line 3"))
    #expect(!health.lines[0].contains("\u{1b}"))
  }

  @Test("Without HOME the folder does not depend on where the program was started")
  func noHome() {
    for environment in [[:], ["HOME": ""], ["XDG_DATA_HOME": "relative"]] {
      let locations = Locations(environment: environment, dataFolder: nil)
      for path in [locations.data, locations.state, locations.config] {
        #expect(path.hasPrefix("/"))
      }
    }
  }

  @Test("A folder whose name is no learner's is not taken for one")
  func strangeFolder() throws {
    try Files.makeFolder(locations.learners + "/Ada  L")
    try folder.write("{\"formatVersion\":1}", to: "data/learners/Ada  L/profile.json")
    #expect(try LearnerFolder.names(locations) == [name])
  }
}
