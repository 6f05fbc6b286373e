import FSRS
import Foundation
import Storage
import Testing

@testable import sequela

@Suite("What the memory commands read and print")
struct MemoryCommandTests {
  /// A file with the given text in a folder of its own; removed with `remove`.
  private struct TemporaryFile {
    let path: String
    private let folder: URL

    init(_ text: String) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appending(path: "history.jsonl")
      try Data(text.utf8).write(to: file)
      path = file.path
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  private static func request(_ line: String) throws(LineProblem) -> ReplayRequest {
    try MemoryLine.request(try MemoryLine.value(of: Array(line.utf8)))
  }

  @Test("a line becomes a request, with `after` 0 where it is missing")
  func request() throws {
    let request = try Self.request(
      #"{"w":[1,2.5],"retention":0.85,"reviews":[[0,3],[2.5,1]],"extra":true}"#)
    #expect(
      request
        == ReplayRequest(
          weights: [1, 2.5], retention: 0.85,
          reviews: [.init(days: 0, rating: .good), .init(days: 2.5, rating: .again)]))
    #expect(try Self.request(#"{"w":[],"retention":1,"reviews":[],"after":3}"#).after == 3)
  }

  @Test(
    "a line that cannot be used is refused with a sentence that names the fault",
    arguments: [
      ("no json", "valid JSON"), ("[1]", "object"), (#"{"retention":0.9,"reviews":[]}"#, "\"w\""),
      (#"{"w":[1,"x"],"retention":0.9,"reviews":[]}"#, "place 2"),
      (#"{"w":[],"reviews":[]}"#, "retention"), (#"{"w":[],"retention":0.9}"#, "reviews"),
      (#"{"w":[],"retention":0.9,"reviews":[[0,3],[1,5]]}"#, "Review 2"),
      (#"{"w":[],"retention":0.9,"reviews":[[0]]}"#, "Review 1"),
      (#"{"w":[],"retention":0.9,"reviews":[],"after":"x"}"#, "after"),
    ])
  func refusals(line: String, part: String) {
    let problem = #expect(throws: LineProblem.self) { try Self.request(line) }
    #expect(problem?.sentence.contains(part) == true)
    #expect(problem?.sentence.hasSuffix(".") == true)
  }

  @Test("a history file gives its reviews; a damaged line is named and costs only itself")
  func historyFile() throws {
    let file = try TemporaryFile(
      """
      {"v":1,"id":"9f3c21d0-000001","at":"2026-11-20T10:00:00.000Z","tz":0,"type":"review","question":"a","rating":3}
      broken
      {"v":1,"id":"9f3c21d0-000002","at":"2026-11-22T10:00:00.000Z","tz":0,"type":"review","question":"a","rating":1}

      """)
    defer { file.remove() }
    let history = try MemoryHistory(paths: [file.path])
    #expect(history.reviews.map(\.rating) == [.good, .again])
    #expect(history.reviews[1].day - history.reviews[0].day == 2)
    #expect(history.problems.count == 1)
  }

  @Test("a file with one card a line is put on one calendar")
  func cardLines() throws {
    let file = try TemporaryFile(
      """
      {"reviews":[[0,3],[2,3],[0,1]]}
      {"reviews":[[5,1],[1,4]]}
      {"reviews":[[0,9]]}

      """)
    defer { file.remove() }
    let history = try MemoryHistory(paths: [file.path])
    #expect(history.reviews.map(\.card) == [0, 1, 1, 0, 0])
    #expect(history.reviews.map(\.day) == [0, 0, 1, 2, 2])
    #expect(history.reviews.map(\.rating) == [.good, .again, .easy, .good, .again])
    #expect(history.problems.count == 1 && history.problems[0].contains("line 3"))
  }

  @Test("files without a review are bad data")
  func nothing() throws {
    let file = try TemporaryFile("")
    defer { file.remove() }
    let error = #expect(throws: StorageError.self) {
      try MemoryHistory(paths: [file.path])
    }
    #expect(error?.kind == .damaged)
  }

  @Test("a fit of too few reviews says so and gives the old weights")
  func fitOutput() throws {
    var fit = WeightsFit(
      ReviewHistories([
        TimedReview(card: 0, day: 0, rating: .good), TimedReview(card: 0, day: 3, rating: .good),
      ]))
    let outcome = fit.finish()
    let json = try JSONValue(parsing: Array(outcome.json(seconds: 0.25).utf8))
    #expect(json["model"]?.string == "FSRS-6")
    #expect(json["weights"]?.array?.compactMap(\.number) == FSRS6Weights.defaults)
    #expect(json["verdict"]?.string == "tooFew")
    #expect(json["reviews"]?.integer == 2 && json["scored"]?.integer == 1)
    #expect(json["seconds"]?.number == 0.25)
    #expect(json["logLossBefore"]?.number == json["logLossAfter"]?.number)
    #expect(outcome.sentences.contains("Too few"))
  }
}
