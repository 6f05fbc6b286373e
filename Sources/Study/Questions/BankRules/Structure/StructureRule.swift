/// A rule that one question keeps or breaks, whatever else its bank holds.
package protocol StructureRule: Sendable {
  /// Short and stable: findings, waivers and tests name the rule by it.
  static var id: String { get }
  static var severity: BankProblem.Severity { get }
  /// Everything in the question that breaks the rule; empty where it is kept.
  static func complaints(about question: Question) -> [Complaint]
}

/// What a rule has against a question.
package struct Complaint: Equatable, Sendable {
  /// What is wrong, as one sentence without a full stop.
  package var message: String
  /// How to mend it, likewise.
  package var fix: String
  /// The text at fault as it stands.
  package var text: String

  package init(_ message: String, fix: String, text: String = "") {
    self.message = message
    self.fix = fix
    self.text = text
  }
}

extension StructureRule {
  /// The complaints as problems of a file.
  package static func problems(with question: Question, file: String, line: Int? = nil)
    -> [BankProblem]
  {
    complaints(about: question).map { complaint in
      BankProblem(
        rule: id, severity: severity, file: file, question: question.id,
        message: complaint.message, fix: complaint.fix,
        excerpt: TextSafety.excerpt(complaint.text), line: line)
    }
  }
}

/// The rules without which a question cannot be asked or learned from; breaking one leaves it out.
package enum StructureRules {
  package static let all: [any StructureRule.Type] = [
    KeyCount.self, OptionCount.self, EqualOptions.self, EqualAnswers.self, RationaleGiven.self,
    WhyGiven.self, SourceGiven.self, SectionGiven.self,
  ]
}
