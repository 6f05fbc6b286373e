/// A1: a choice has one right option; a question with several has two or more, and a wrong one.
///
/// A second key makes the item unfair, and with none or all right nothing is asked.
package enum KeyCount: StructureRule {
  package static let id = "A1"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    switch question.body {
    case .choice(let set) where set.key.count != 1:
      let count = set.key.isEmpty ? "no option is" : "\(set.key.count) options are"
      return [
        Complaint(
          "\(count) marked correct; a choice has exactly one",
          fix: "mark one option \"correct\": true, or make the kind \"multiple\"",
          text: set.key.map { set.options[$0].text }.joined(separator: " | "))
      ]
    case .multiple(let set) where set.key.count < 2:
      return [
        Complaint(
          "fewer than two options are marked correct",
          fix: "mark every right option \"correct\": true, or make the kind \"choice\"",
          text: set.key.map { set.options[$0].text }.joined(separator: " | "))
      ]
    case .multiple(let set) where set.key.count == set.options.count:
      return [Complaint("every option is marked correct", fix: "add options that are wrong")]
    default: return []
    }
  }
}
