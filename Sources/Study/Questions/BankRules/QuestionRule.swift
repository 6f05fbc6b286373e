/// A rule of good writing that one question keeps or breaks; breaking it leaves the question in use.
///
/// An author may waive it for one question with `allow`, where the reason is better than the rule's.
package protocol QuestionRule: Sendable {
  /// Short and stable: findings, waivers and tests name the rule by it.
  static var id: String { get }
  static var severity: BankProblem.Severity { get }
  /// Everything in the question that breaks the rule; empty where it is kept.
  static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint]
}

/// A count over all choices of an exam, held against a limit.
package protocol BankRule: Sendable {
  /// Short and stable: findings, waivers and tests name the rule by it.
  static var id: String { get }
  /// What is counted.
  static var name: String { get }
  /// How to bring the count back.
  static var fix: String { get }
  static func figure(of sample: BankSample) -> BankFigure
}
