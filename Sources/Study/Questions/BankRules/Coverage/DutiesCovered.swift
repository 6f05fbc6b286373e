/// K3: the bank has questions on every duty of the work.
///
/// Tells how many each has; warns where one has none.
package enum DutiesCovered: BankRule {
  package static let id = "K3"
  package static let name = "duties of the work"
  package static let fix = "set \"duties\" where it is missing, or write for the duty"

  package static func figure(of sample: BankSample) -> BankFigure {
    guard sample.isWhole else {
      return BankFigure(
        value: "-", limit: "each", verdict: .unjudged, count: sample.items.count,
        note: "not the whole bank")
    }
    let counts = Question.Duty.allCases.map { duty in
      (duty, sample.items.count { $0.question.duties.contains(duty) })
    }
    let value = counts.map { "\($0.0.rawValue) \($0.1)" }.joined(separator: ", ")
    let missing = counts.filter { $0.1 == 0 }.map(\.0.rawValue)
    return BankFigure(
      value: value, limit: "each has questions", verdict: missing.isEmpty ? .pass : .warn,
      count: sample.items.count,
      note: missing.isEmpty ? "" : "none for " + missing.joined(separator: ", "))
  }
}
