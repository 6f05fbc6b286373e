import FSRS
import Storage

/// Why a line of JSON cannot be used, as one plain sentence.
struct LineProblem: Error, Equatable {
  var sentence: String
}

/// Reads the lines that `memory` commands take: one history of one card each.
enum MemoryLine {
  /// Any JSON.
  static func value(of bytes: [UInt8]) throws(LineProblem) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw LineProblem(
        sentence: "This is not valid JSON (column \(error.position.column)).")
    }
  }

  /// `{"w":[…],"retention":0.9,"reviews":[[days,rating],…],"after":days}`.
  static func request(_ line: JSONValue) throws(LineProblem) -> ReplayRequest {
    guard line.members != nil else { throw LineProblem(sentence: "This is not a JSON object.") }
    guard let weights = line["w"]?.array else {
      throw LineProblem(sentence: "\"w\" is missing, or is not a list of numbers.")
    }
    var request = ReplayRequest(weights: [], retention: 0, reviews: try reviews(line))
    for (index, weight) in weights.enumerated() {
      guard let number = weight.number else {
        throw LineProblem(sentence: "\"w\" holds no number at place \(index + 1).")
      }
      request.weights.append(number)
    }
    guard let retention = line["retention"]?.number else {
      throw LineProblem(sentence: "\"retention\" is missing, or is not a number.")
    }
    request.retention = retention
    switch line["after"] {
    case nil, .null: break
    case .number(let after): request.after = after
    default: throw LineProblem(sentence: "\"after\" is not a number.")
    }
    return request
  }

  /// The reviews of a line, as `[days since the review before, rating]`.
  static func reviews(_ line: JSONValue) throws(LineProblem) -> [ReplayRequest.Review] {
    guard let pairs = line["reviews"]?.array else {
      throw LineProblem(sentence: "\"reviews\" is missing, or is not a list.")
    }
    var reviews: [ReplayRequest.Review] = []
    for (index, pair) in pairs.enumerated() {
      guard let parts = pair.array, parts.count == 2, let days = parts[0].number,
        let rating = parts[1].integer.flatMap({ UInt8(exactly: $0) }).flatMap(
          Rating.init(rawValue:))
      else {
        throw LineProblem(
          sentence: "Review \(index + 1) is not [days, rating] with a rating of 1, 2, 3 or 4.")
      }
      reviews.append(ReplayRequest.Review(days: days, rating: rating))
    }
    return reviews
  }
}
