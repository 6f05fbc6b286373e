/// A2: a choice has four options, a question with several right ones three to six.
///
/// All three exams ask four-option items; six is as many as the answer keys reach.
package enum OptionCount: StructureRule {
  package static let id = "A2"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    switch question.body {
    case .choice(let set) where set.options.count != 4:
      [Complaint("has \(count(set)); a choice has four", fix: "write exactly four options")]
    case .multiple(let set) where !(3...6).contains(set.options.count):
      [Complaint("has \(count(set)) instead of three to six", fix: "write three to six options")]
    default: []
    }
  }

  private static func count(_ set: Question.OptionSet) -> String {
    set.options.count == 1 ? "one option" : "\(set.options.count) options"
  }
}
