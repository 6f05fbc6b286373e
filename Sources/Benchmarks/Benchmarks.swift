/// Prints what the program can do beside the goals.
@main
struct Benchmarks {
  static func main() throws {
    var rows: [FSRSModelBenchmark.Row] = []
    let folder = try SampleFolder(questionsPerExam: 1000, reviews: 100_000)
    defer { folder.remove() }
    rows += try StartBenchmark.rows(folder)
    rows += try AnswerBenchmark.rows(folder)
    rows += try ReplayBenchmark.rows()
    rows += FSRSModelBenchmark.rows()
    rows += FitBenchmark.rows()
    let header = FSRSModelBenchmark.Row(what: "what", goal: "goal", ours: "ours")
    let what = rows.map(\.what.count).max() ?? 0
    let goal = max(4, rows.map(\.goal.count).max() ?? 0)
    for row in [header] + rows {
      let first = row.what + String(repeating: " ", count: max(0, what - row.what.count))
      let second = row.goal + String(repeating: " ", count: max(0, goal - row.goal.count))
      print("\(first)  \(second)  \(row.ours)")
    }
  }
}

/// Times of several runs.
struct Timing {
  var milliseconds: [Double] = []

  mutating func measure(_ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    milliseconds.append(
      Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) * 1e-15)
  }

  /// The middle one, in milliseconds.
  var median: Double { milliseconds.sorted()[milliseconds.count / 2] }

  /// A number with one digit after the point, or with more where it is small.
  static func text(_ value: Double) -> String {
    let unit = value < 1 ? 1000.0 : 10.0
    return "\((value * unit).rounded() / unit)"
  }
}
