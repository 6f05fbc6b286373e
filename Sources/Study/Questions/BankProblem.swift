/// One thing that is wrong, or may be wrong, with a bank: where, what, and how to mend it.
package struct BankProblem: Equatable, Sendable {
  /// How much it matters, the worst first.
  package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// A fault of one question or file.
    case error
    /// A count over a whole bank that no bank may miss.
    case fail
    /// Worth a look; a bank may be used with it.
    case warn

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .fail: 1
      case .warn: 2
      }
    }
  }

  /// The id of the rule, for example `duplicate-id` or `C1`.
  package var rule: String
  package var severity: Severity
  /// The file as a person would name it; empty where a whole bank is judged.
  package var file: String
  /// The id of the question at fault; nil where the fault lies in no single question.
  package var question: String?
  /// What is wrong, as one sentence without a full stop.
  package var message: String
  /// How to mend it, as one sentence without a full stop.
  package var fix: String
  /// The text at fault, short and safe to show.
  package var excerpt: String
  /// The line in the file, from 1; nil where no one line is at fault.
  package var line: Int?

  package init(
    rule: String, severity: Severity, file: String, question: String? = nil, message: String,
    fix: String, excerpt: String = "", line: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.question = question
    self.message = message
    self.fix = fix
    self.excerpt = excerpt
    self.line = line
  }
}
