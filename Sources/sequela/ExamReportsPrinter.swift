import ArgumentParser
import Screens
import Storage
import Study

/// `sequela exam --reports`: the finished exams, as lines or as JSON.
struct ExamReportsPrinter {
  let options: GlobalOptions
  let exam: String?

  func run() throws {
    let workplace = Workplace(options)
    let name = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    var progress = Progress()
    let store = try failing { () throws(StorageError) in
      try workplace.open(name, readOnly: true, progress: &progress)
    }
    let reports = store.reports().filter { exam == nil || $0.exam == exam }
    if options.json {
      print(JSONValue.object([.init("reports", .array(reports.map(\.json)))]).text())
      return
    }
    if reports.isEmpty { print("No mock exam is finished yet.") }
    for report in reports {
      print(
        PlainText.safe(
          "\(report.studyDay)  \(report.exam)  \(ReportWording.headline(report))"))
    }
  }
}
