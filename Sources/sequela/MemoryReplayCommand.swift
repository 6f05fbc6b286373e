import ArgumentParser
import FSRS
import Glibc
import Storage

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

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var number = 0
    var isAnyBad = false
    while let line = readLine() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      do {
        print(try MemoryReplayCommand.answer(to: line))
        // Whoever writes line by line waits for each answer.
        fflush(nil)
      } catch {
        isAnyBad = true
        complain("line \(number): \(error.sentence)")
      }
    }
    if isAnyBad { throw Exit.badData }
  }

  private static func answer(to line: String) throws(LineProblem) -> String {
    let request = try MemoryLine.request(try MemoryLine.value(of: Array(line.utf8)))
    do {
      return try request.answer().json
    } catch {
      throw LineProblem(sentence: error.description)
    }
  }
}
