import ArgumentParser
import FSRS
import FoundationEssentials
import Glibc

/// `sequela memory replay`: one line of JSON in, one line of JSON out.
struct MemoryReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Compute memory states from histories given on standard input.",
    discussion: """
      Each line of input is one history:
        {"w":[…21 weights…],"retention":0.9,"reviews":[[0,3],[2,3]],"after":11}
      A review is [days since the review before, rating from 1 Again to 4 Easy]; "after" (default \
      0) is the days from the last review to the answer that "next" is about.

      Each line of output answers one of input:
        {"states":[[S,D],…],"retrievability":[null,…],"next":[again,hard,good,easy]}
      the memory after each review, the chance of recall before it, and the next intervals in \
      days. A line that cannot be read is named on standard error, and the exit code is 65.
      """)

  func run() throws {
    var number = 0
    var isAnyBad = false
    let decoder = JSONDecoder()
    while let line = readLine() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        let request = try decoder.decode(ReplayLine.self, from: Data(line.utf8)).request
        print(try request.answer().json)
        // Whoever writes line by line waits for each answer.
        fflush(nil)
      } catch {
        isAnyBad = true
        complain("line \(number): \(JSONProblem.sentence(for: error))\n")
      }
    }
    if isAnyBad { throw ExitCode(65) }
  }

  private func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
  }
}

/// A request as its line of JSON spells it.
struct ReplayLine: Decodable {
  var request: ReplayRequest

  enum CodingKeys: String, CodingKey {
    case w, retention, reviews, after
  }

  init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: CodingKeys.self)
    request = ReplayRequest(
      weights: try line.decode([Double].self, forKey: .w),
      retention: try line.decode(Double.self, forKey: .retention),
      reviews: try line.decode([ReviewPair].self, forKey: .reviews).map(\.review),
      after: try line.decodeIfPresent(Double.self, forKey: .after) ?? 0)
  }
}

/// A review spelled as `[days, rating]`.
struct ReviewPair: Decodable {
  var review: ReplayRequest.Review

  init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    let days = try pair.decode(Double.self)
    let number = try pair.decode(Double.self)
    guard let rating = UInt8(exactly: number).flatMap(Rating.init(rawValue:)), pair.isAtEnd else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "A review must be [days, rating] with a rating of 1, 2, 3 or 4."))
    }
    review = ReplayRequest.Review(days: days, rating: rating)
  }
}
