/// Z1 and Z2: few questions are flagged by any rule of single questions, hardly one by two.
///
/// Of published banks judged by people, 46 to 77 % of items have a flaw. Limits: 10 %, fails above
/// 25 %; twice flagged 2 %, fails above 8 %.
enum FlaggedQuestions {
  static let once = (id: "Z1", name: "questions with any flag")
  static let twice = (id: "Z2", name: "questions with two flags or more")
  static let fix = "mend what the other rules name"

  /// The figures of both, from the questions that each rule flagged.
  static func figures(
    flags: [[String]], of sample: BankSample
  ) -> (once: BankFigure, twice: BankFigure) {
    var counts: [String: Int] = [:]
    for ids in flags { for id in Set(ids) { counts[id, default: 0] += 1 } }
    let ids = sample.choices.map(\.question.id)
    let count = ids.count
    return (
      .share(ids.filter { counts[$0] != nil }, of: count, warn: 0.10, fail: 0.25),
      .share(ids.filter { (counts[$0] ?? 0) > 1 }, of: count, warn: 0.02, fail: 0.08)
    )
  }
}
