import ArgumentParser
import FSRS
import Storage

/// `sequela memory fit`: the weights that describe a learner best.
struct MemoryFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit the memory model's weights to a history.",
    discussion: """
      The files are a learner's history files, or hold one card a line as `memory replay` takes \
      them; without a file the learner's own history is used. Nothing is changed.

      Weights fitted to the earlier two thirds of the reviews must predict the last third better \
      than the default weights; otherwise the old weights are given back, with the reason.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("History files.", valueName: "file"), completion: .file())
  var files: [String] = []

  func run() throws {
    let (files, options) = (files, options)
    let history = try failing { () throws(StorageError) in
      try MemoryHistory(paths: try MemoryHistory.paths(files, options))
    }
    for problem in history.problems { complain(problem) }
    var outcome: FitOutcome?
    let time = ContinuousClock().measure {
      var fit = WeightsFit(ReviewHistories(history.reviews), current: history.model)
      outcome = fit.finish()
    }
    guard let outcome else { return }
    let seconds =
      Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    print(options.json ? outcome.json(seconds: seconds) : outcome.sentences)
  }
}

extension FitOutcome {
  /// The fit as one line of JSON.
  func json(seconds: Double) -> String {
    var members: [JSONValue.Member] = [
      .init("model", "FSRS-6"), .init("weights", .array(weights.map { .number($0) })),
      .init("logLossBefore", all.reviews > 0 ? .number(all.before) : .null),
      .init("logLossAfter", all.reviews > 0 ? .number(all.after) : .null),
      .init("reviews", .number(Double(reviews))), .init("seconds", .number(seconds)),
      .init("scored", .number(Double(all.reviews))), .init("verdict", .string(name)),
    ]
    if let heldOut {
      members.append(
        .init(
          "heldOut",
          [
            "reviews": .number(Double(heldOut.reviews)), "defaults": .number(heldOut.before),
            "fitted": .number(heldOut.after),
          ]))
    }
    return JSONValue.object(members).text()
  }

  private var name: String {
    switch verdict {
    case .better: "better"
    case .noBetter: "noBetter"
    case .tooFew: "tooFew"
    }
  }

  private var heldOut: Comparison? {
    switch verdict {
    case .better(let heldOut), .noBetter(let heldOut): heldOut
    case .tooFew: nil
    }
  }

  /// The fit in a few sentences.
  var sentences: String {
    var lines = ["\(reviews) reviews, \(all.reviews) of them on a later day than the one before."]
    if let heldOut {
      lines.append(
        "On the last third, unseen: log loss \(rounded(heldOut.after)) fitted, "
          + "\(rounded(heldOut.before)) with the defaults.")
    }
    switch verdict {
    case .better:
      lines.append(
        "Over all: log loss \(rounded(all.after)) with the new weights, "
          + "\(rounded(all.before)) with the old ones.")
      lines.append("New weights:")
    case .noBetter:
      lines.append("No better weights were found; the old ones stay:")
    case .tooFew(let scored):
      lines.append(
        "Too few to learn from: \(scored) of \(WeightsFit.leastReviews) needed. "
          + "The old weights stay:")
    }
    lines.append(weights.map { "\(rounded($0))" }.joined(separator: " "))
    return lines.joined(separator: "\n")
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
