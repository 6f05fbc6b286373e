import ArgumentParser
import Screens
import Storage
import Study

/// `sequela stats`: progress in figures.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show progress: rhythm, memory, domains, exams, readiness.",
    discussion: "docs/stats-format.md describes what --json prints.")

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "Write one page with charts, to print or to send; `-` writes to standard output.",
      valueName: "file"), completion: .file())
  var html: String?

  @Argument(help: "CPC, RHIT or CCA.")
  var exam: String?

  func run() throws {
    let view = try LearnerView(options, exam: exam)
    let now = SystemClock.now()
    let history = try failing { () throws(StorageError) in try view.store.history() }
    let statistics = LearnerStatistics(
      history, model: view.progress.model, day: now.studyDay)
    var documents: [JSONValue] = []
    var pages: [ProgressPage] = []
    for exam in view.exams {
      let catalog = view.catalog(exam)
      let report = ProgressReport(
        catalog: catalog, progress: view.progress, statistics: statistics, exam: exam,
        today: now.studyDay)
      if html != nil {
        pages.append(ProgressPage(report, learner: view.name.text, catalog: catalog))
      } else if options.json {
        let standings = DomainStanding.all(
          catalog: catalog, progress: view.progress, exam: exam, today: now.studyDay)
        documents.append(StatsDocument(report: report, standings: standings).json)
      } else {
        if exam != view.exams.first { print() }
        let lines = StatsText(report: report, catalog: catalog).lines
        for (place, line) in lines.enumerated() {
          print(PlainText.safe((place == 0 ? view.nameBefore : "") + line))
        }
      }
    }
    if let html {
      try write(pages, to: html)
    } else if options.json {
      print(
        JSONValue.object([
          .init("formatVersion", .number(1)), .init("learner", .string(view.name.text)),
          .init("day", .string(now.studyDay.description)), .init("exams", .array(documents)),
        ]).text())
    }
  }

  /// Writes one page; with several exams they follow each other in it.
  private func write(_ pages: [ProgressPage], to file: String) throws {
    let html = ProgressPage.html(of: pages)
    guard file != "-" else {
      print(html)
      return
    }
    try failing { () throws(StorageError) in
      try Files.replace(file, with: Array(html.utf8))
    }
    print("Written to \(file).")
  }
}
