import FSRS
import Study
import TestSupport
import Testing

@testable import Storage

/// Snapshots that something else has written, or that a disk has not kept.
@Suite struct SnapshotFaultTests {
  private let history: [HistoryEvent] = (1...30).map { number in
    .make(
      .review(
        Review(
          question: "q\(number % 7)", exam: "CPC", rating: number % 4 == 0 ? .again : .good,
          milliseconds: 5000, days: number % 4 == 0 ? nil : 3)),
      at: .at(minute: 600 + number, day: number / 5), sequence: number)
  }

  private var snapshot: ProgressSnapshot {
    var progress = Progress()
    for event in history { progress.apply(event) }
    progress.apply(.make(.note(question: "q1", text: "a note"), sequence: 31))
    progress.apply(.make(.report(question: "q2", text: "two keys"), sequence: 32))
    progress.apply(.make(.result(exam: "CPC", outcome: "passed"), sequence: 33))
    return ProgressSnapshot(
      files: ["0000002a.jsonl": .init(bytes: 4000, hash: 7)], last: history.last?.position,
      highest: 33, progress: progress)
  }

  @Test("A snapshot comes back from its file")
  func roundTrip() {
    let isSame = ProgressSnapshot(decoding: snapshot.encoded()) == snapshot
    #expect(isSame)
  }

  @Test("One changed byte anywhere, or a cut, and a snapshot is not used")
  func flips() {
    let bytes = snapshot.encoded()
    var generator = SplitMix64(seed: 5)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(1 << (generator.next() % 8))
      let isRefused = ProgressSnapshot(decoding: changed) == nil
      #expect(isRefused, "byte \(place)")
    }
    for count in 0..<bytes.count {
      let isRefused = ProgressSnapshot(decoding: Array(bytes[..<count])) == nil
      #expect(isRefused, "cut at \(count)")
    }
  }

  @Test(
    "Numbers that no history could lead to are not used",
    arguments: [
      ("\"highest\":33", "\"highest\":9223372036854775807"),
      ("\"highest\":33", "\"highest\":-1"), ("[4000,", "[-4000,"), ("[4000,", "[0,"),
      ("[\"q1\",", "[\"q1\",1e300,5,20000,2,20000,1,1,0,0,0,0,0,0,\"\"],[\"q\","),
      ("[\"q1\",", "[\"q1\",1,1e300,20000,2,20000,1,1,0,0,0,0,0,0,\"\"],[\"q\","),
      (
        "[\"q1\",",
        "[\"q1\",1,5,-9223372036854775808,2,20000,1,1,0,0,0,0,0,0,\"\"],[\"q\","
      ),
      ("[\"q1\",", "[\"q1\",1,5,20000,2,9223372036854775807,1,1,0,0,0,0,0,0,\"\"],[\"q\","),
      ("[\"q1\",", "[\"q1\",1,5,20000,2,20000,-1,1,0,0,0,0,0,0,\"\"],[\"q\","),
      ("[\"q1\",", "[\"q1\",1,5,20000,2,20000,9223372036854775807,1,0,0,0,0,0,0,\"\"],[\"q\","),
      ("\"days\":[\n", "\"days\":[\n[-9223372036854775808,\"CPC\",1,1,0,0,0,0,0],"),
      ("\"days\":[\n", "\"days\":[\n[20000,\"CPC\",9223372036854775807,1,0,0,0,0,0],"),
      ("\"days\":[\n", "\"days\":[\n[20000,\"CPC\",-40,1,0,0,0,0,0],"),
      ("[\"q1\",", "[\"q2\","),
    ])
  func bounds(written: String, changed: String) throws {
    let text = String(decoding: snapshot.encoded(), as: UTF8.self)
    #expect(text.contains(written))
    let end = try #require(text.ranges(of: "\"hash\":").last)
    let body = String(text[..<end.lowerBound]).replacing(written, with: changed)
    let isRefused =
      ProgressSnapshot(decoding: ProgressSnapshot.sealed(Array(body.utf8))) == nil
    #expect(isRefused)
    let whole = ProgressSnapshot.sealed(Array(text[..<end.lowerBound].utf8))
    #expect(whole == Array(text.utf8))
  }
}
