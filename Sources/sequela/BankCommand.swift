import ArgumentParser
import Study

/// `sequela bank`: what the question banks hold, and what is wrong with them.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Check, count, list and begin question banks; list reported faults.",
    subcommands: [
      BankCheckCommand.self, BankListCommand.self, BankStatsCommand.self, BankNewCommand.self,
      BankReportsCommand.self,
    ])
}

extension BankCommand {
  /// Says on standard error that questions were left out.
  static func mention(_ problems: [BankProblem]) {
    let errors = problems.count { $0.severity == .error }
    if errors == 0 { return }
    let count = errors == 1 ? "1 error leaves" : "\(errors) errors leave"
    complain("\(count) questions out; see `sequela bank check`.")
  }

  /// The day that an option names; today's study day where it names none.
  static func day(named text: String?) throws -> CalendarDay {
    if let text {
      guard let day = CalendarDay(iso: text) else {
        throw ValidationError("A day is written as YYYY-MM-DD, for example 2026-12-31.")
      }
      return day
    }
    return SystemClock.now().studyDay
  }
}

extension BankProblem {
  /// The problem in one line: where, what, and how to mend it.
  var sentence: String { "\(file): \(message); \(fix)." }
}
