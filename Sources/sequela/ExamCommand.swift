import ArgumentParser
import Screens
import Storage
import Study

/// `sequela exam`: a mock exam like the real one.
struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Sit a mock exam, or go on with one.",
    discussion: """
      Without an exam, the one with the nearest date. An exam that was interrupted goes on where \
      it stood. With --plain it is a dialogue in lines, timed all the same; with --plain --json \
      every line is JSON.

      --form prints a form without sitting it: the same seed, date and banks give the same form \
      on every machine.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "CPC, RHIT or CCA.")
  var exam: String?

  @Option(help: ArgumentHelp("A quick quiz of so many questions, at exam pace.", valueName: "n"))
  var questions: Int?

  @Option(help: ArgumentHelp("Choose the form by this number.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "The day on which codes and rules must hold; the exam's date, or today.",
      valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: ArgumentHelp("Extra time in percent: 25, 50 or 100.", valueName: "percent"))
  var extraTime = 0

  @Flag(help: "Print the form and leave.")
  var form = false

  @Flag(help: "List the reports of finished exams; with --json, print them whole.")
  var reports = false

  func validate() throws {
    if let questions, !(1...1000).contains(questions) {
      throw ValidationError("--questions takes a number from 1 to 1000.")
    }
    if ![0, 25, 50, 100].contains(extraTime) {
      throw ValidationError("--extra-time takes 25, 50 or 100.")
    }
    if let seed, seed > ExamCommand.greatestSeed {
      throw ValidationError("--seed takes a number up to \(ExamCommand.greatestSeed).")
    }
    if let date, CalendarDay(iso: date) == nil {
      throw ValidationError("--date takes a day like 2027-01-15.")
    }
    if options.json, !options.plain, !form, !reports {
      throw ValidationError("--json goes with --plain, --form or --reports here.")
    }
  }

  /// The largest whole number that every JSON reader keeps exactly: 2^53 - 1.
  static let greatestSeed: UInt64 = 9_007_199_254_740_991

  func run() throws {
    let workplace = Workplace(options)
    let exam = try exam.map { try workplace.checkedExam($0) }
    let date = date.flatMap { CalendarDay(iso: $0) }
    if form {
      try ExamFormPrinter(
        workplace: workplace, exam: exam, count: questions, seed: seed, date: date
      ).run()
      return
    }
    if reports {
      try ExamReportsPrinter(options: options, exam: exam).run()
      return
    }
    if options.plain {
      try PlainExam(
        workplace: workplace, exam: exam, count: questions, seed: seed, date: date,
        extraTime: extraTime
      ).run()
      return
    }
    _ = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    let now = SystemClock.now()
    try FullScreen(workplace: workplace, exam: exam).run { world in
      .examStart(
        ExamStartScreen(
          in: world, at: now, seed: seed ?? SystemClock.seed(), count: questions, date: date,
          extraTime: extraTime))
    }
  }
}
