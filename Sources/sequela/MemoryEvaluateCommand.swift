import ArgumentParser
import FSRS
import Storage

/// `sequela memory evaluate`: how well models would have predicted a learner.
struct MemoryEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judge memory models on a history, forward in time.",
    discussion: """
      The history is cut into five parts. Each part after the first is predicted from the parts \
      before it alone, by FSRS-6 fitted to them, the same with a term that follows drift, FSRS-6 \
      with its default weights, the share of passes so far, and a moving average.

      Log loss and RMSE (bins): less is better. AUC: more is better, 0.5 knows nothing. Slope: 1 \
      is right, below 1 the model is too sure of itself.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("History files, as for `memory fit`.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  func run() throws {
    let (files, options) = (files, options)
    let history = try failing { () throws(StorageError) in
      try MemoryHistory(paths: try MemoryHistory.paths(files, options))
    }
    for problem in history.problems { complain(problem) }
    let histories = ReviewHistories(history.reviews)
    let evaluation = ForwardEvaluation(histories)
    print(options.json ? evaluation.json(of: histories) : evaluation.table)
  }
}

extension ForwardEvaluation {
  /// The evaluation as one line of JSON.
  func json(of histories: ReviewHistories) -> String {
    JSONValue.object([
      .init("model", "FSRS-6"), .init("reviews", .number(Double(histories.count))),
      .init("scored", .number(Double(rows.first?.scores.count ?? 0))),
      .init("driftRates", .array(driftRates.map { .number($0) })),
      .init(
        "predictors",
        .array(
          rows.map { row in
            [
              "name": .string(row.predictor.rawValue), "logLoss": .number(row.scores.logLoss),
              "rmseBins": .number(row.scores.rmseBins), "auc": .number(row.scores.auc),
              "calibrationSlope": .number(row.scores.calibrationSlope),
            ]
          })),
    ]).text()
  }

  /// The evaluation as lines with columns.
  var table: String {
    let count = rows.first?.scores.count ?? 0
    var lines = ["\(count) reviews predicted, each from the past alone", ""]
    lines.append(
      padded("", 24) + ["log loss", "RMSE", "AUC", "slope"].map { padded($0, 10) }.joined())
    for row in rows {
      let figures = [
        row.scores.logLoss, row.scores.rmseBins, row.scores.auc, row.scores.calibrationSlope,
      ]
      lines.append(padded(title(row.predictor), 24) + figures.map(column).joined())
    }
    return lines.joined(separator: "\n")
  }

  private func title(_ predictor: Predictor) -> String {
    switch predictor {
    case .fitted: "FSRS-6, fitted"
    case .fittedWithDrift: "  following drift"
    case .defaults: "FSRS-6, defaults"
    case .constant: "share of passes"
    case .movingAverage: "moving average"
    }
  }

  private func column(_ value: Double) -> String {
    let digits = String(Int((abs(value) * 10_000).rounded()))
    let text = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    let sign = value < 0 ? "-" : ""
    return padded(sign + text.dropLast(4) + "." + text.suffix(4), 10)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
