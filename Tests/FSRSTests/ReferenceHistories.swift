import Foundation

@testable import FSRS

/// One history of `Fixtures/fsrs6-vectors.jsonl`, computed by fsrs-rs 6.6.2 and py-fsrs 6.3.2.
struct ReferenceHistory: Decodable {
  var w: [Double]
  /// The retention asked for.
  var dr: Double
  /// Days since the review before, and rating.
  var reviews: [[Double]]
  /// S and D after each review, by fsrs-rs (single precision).
  var rs: [[Double]]
  /// S and D after each review, by py-fsrs (double precision).
  var py: [[Double]]
  /// Whole days granted after each review, by py-fsrs.
  var pyDays: [Int]
  /// Days after the last review at which `next` was computed.
  var nextAfter: Double
  /// S, D and the unrounded interval for Again, Hard, Good, Easy, by fsrs-rs.
  var next: [[Double]]

  enum CodingKeys: String, CodingKey {
    case w, dr, reviews, rs, py
    case pyDays = "py_ivl"
    case nextAfter = "next_after"
    case next = "rs_next"
  }

  static func all() throws -> [ReferenceHistory] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/fsrs6-vectors.jsonl")
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(ReferenceHistory.self, from: $0)
    }
  }
}

/// The memory after each of the reviews, given as days since the one before and a rating.
func states(of model: FSRS6, _ reviews: [(days: Double, rating: Rating)]) -> [MemoryState] {
  var states: [MemoryState] = []
  for (days, rating) in reviews {
    states.append(
      states.last.map { model.nextState($0, elapsedDays: days, rating: rating) }
        ?? model.firstState(rating))
  }
  return states
}

/// How far `value` is from `expected`, relative to it.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) / abs(expected)
}
