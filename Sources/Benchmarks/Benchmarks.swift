/// Prints what the program can do beside the goals.
///
/// Words on the command line choose among the tables: start, answer, replay, statistics, form,
/// check, model, fit. `calibrate [LEARNERS [SEED]]` judges forecasts of readiness instead.
@main
struct Benchmarks {
  static func main() throws {
    let asked = CommandLine.arguments.dropFirst()
    if asked.first == "calibrate" {
      CalibrationReport.run(
        learners: asked.dropFirst().first.flatMap { Int($0) } ?? 2000,
        firstSeed: asked.dropFirst(2).first.flatMap { UInt64($0) } ?? 1_000_000)
      return
    }
    func isAsked(_ name: String) -> Bool { asked.isEmpty || asked.contains(name) }
    var rows: [FSRSModelBenchmark.Row] = []
    if isAsked("start") || isAsked("answer") {
      let folder = try SampleFolder(questionsPerExam: 1000, reviews: 100_000)
      defer { folder.remove() }
      if isAsked("start") { rows += try StartBenchmark.rows(folder) }
      if isAsked("answer") { rows += try AnswerBenchmark.rows(folder) }
    }
    if isAsked("replay") { rows += try ReplayBenchmark.rows() }
    if isAsked("statistics") { rows += StatisticsBenchmark.rows() }
    if isAsked("form") { rows += FormAssemblyBenchmark.rows() }
    if isAsked("check") { rows += BankCheckBenchmark.rows() }
    if isAsked("model") { rows += FSRSModelBenchmark.rows() }
    if isAsked("fit") { rows += FitBenchmark.rows() }
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

  var mean: Double { milliseconds.reduce(0, +) / Double(milliseconds.count) }

  /// A number with one digit after the point, or with more where it is small.
  static func text(_ value: Double) -> String {
    let unit = value < 1 ? 1000.0 : 10.0
    return "\((value * unit).rounded() / unit)"
  }
}
