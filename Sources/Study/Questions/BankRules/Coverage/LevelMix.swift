/// K4: recall is the smaller part of a bank.
///
/// All three exams ask mostly for application. Limit: 35 % recall, fails above 50 %.
package enum LevelMix: BankRule {
  package static let id = "K4"
  package static let name = "levels of thought"
  package static let fix = "write application and analysis: a case and what to do with it"

  package static func figure(of sample: BankSample) -> BankFigure {
    let levels = sample.choices.compactMap(\.question.level)
    let limit = "at most 35 % recall, fails above 50 %"
    guard !levels.isEmpty else {
      return BankFigure(value: "-", limit: limit, verdict: .unjudged, count: 0)
    }
    func share(_ level: Question.Level) -> Double {
      Double(levels.count { $0 == level }) / Double(levels.count)
    }
    let recall = share(.recall)
    let value = Question.Level.allCases.map {
      "\($0.rawValue) \(BankFigure.decimal(100 * share($0), 0)) %"
    }
    return BankFigure(
      value: value.joined(separator: ", "), limit: limit,
      verdict: recall <= 0.35 ? .pass : recall <= 0.50 ? .warn : .fail, rate: recall,
      count: levels.count)
  }
}
