import ArgumentParser
import Storage
import Study

/// `sequela bank reports`: the faults of questions that learners reported.
struct BankReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "List the faults of questions that a learner reported.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let view = try LearnerView(options, exam: nil)
    if options.json {
      print(
        JSONValue.array(
          view.progress.reports.map { report in
            .object([
              .init("question", .string(report.question)), .init("text", .string(report.text)),
              .init("day", .string(report.day.description)),
              .init("event", .string(report.id.description)),
            ])
          }
        ).text(.pretty))
      return
    }
    if view.progress.reports.isEmpty { print("No reports. In a session, ! writes one.") }
    for report in view.progress.reports {
      print(PlainText.safe("\(report.day)  \(report.question)  \(report.text)"))
    }
  }
}
