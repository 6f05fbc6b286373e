import ArgumentParser
import Screens
import Storage
import Study

/// `sequela due`: what is due, for a prompt or a script.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Say what is due today.",
    discussion: "Exits with 0 where something is due, with 1 where nothing is.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "CPC, RHIT or CCA.")
  var exam: String?

  func run() throws {
    let view = try LearnerView(options, exam: exam)
    let now = SystemClock.now()
    let rows = view.exams.map { exam in
      DueRow(view: view, exam: exam, now: now)
    }
    if options.json {
      print(
        JSONValue.object([
          .init("learner", .string(view.name.text)),
          .init("day", .string(now.studyDay.description)),
          .init("exams", .array(rows.map(\.json))),
        ]).text())
    } else {
      for row in rows { print(PlainText.safe(view.nameBefore + row.sentence)) }
    }
    if rows.allSatisfy({ $0.due == 0 }) { throw Exit.failure }
  }
}

/// What is due for one exam.
struct DueRow {
  var exam: String
  var due: Int
  var new: Int
  var tomorrow: Int
  var daysLeft: Int?

  init(view: LearnerView, exam: String, now: Now) {
    self.exam = exam
    let catalog = view.catalog(exam)
    let deck = Deck(catalog: catalog, progress: view.progress, exam: exam, today: now.studyDay)
    due = deck.due.count
    new = deck.newAllowance(view.progress)
    tomorrow = deck.load(days: 2)[1]
    daysLeft = view.progress.settings.plan(for: exam).daysLeft(from: now.studyDay)
  }

  var json: JSONValue {
    .object([
      .init("exam", .string(exam)), .init("due", .number(Double(due))),
      .init("new", .number(Double(new))), .init("tomorrow", .number(Double(tomorrow))),
      .init("daysLeft", daysLeft.map { .number(Double($0)) } ?? .null),
    ])
  }

  var sentence: String {
    var text = "\(exam): \(Wording.counted(due, "card")) due, \(new) new, \(tomorrow) due tomorrow"
    if let daysLeft { text += "; the exam is \(Wording.inDays(daysLeft))" }
    return text
  }
}

/// One learner's state for a command that only reads.
struct LearnerView {
  let workplace: Workplace
  let name: LearnerName
  let store: LearnerStore
  let progress: Progress
  /// The exams to speak of: the one asked for, else the nearest, else all that there are.
  let exams: [String]

  init(_ options: GlobalOptions, exam: String?) throws {
    let workplace = Workplace(options)
    self.workplace = workplace
    let name = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    self.name = name
    var progress = Progress()
    store = try LearnerView.open(workplace, name, &progress)
    self.progress = progress
    for notice in store.notices { complain(notice) }
    if let exam {
      exams = [try workplace.checkedExam(exam)]
    } else if let nearest = progress.settings.exams.first?.exam {
      exams = [nearest]
    } else {
      exams = workplace.library.profiles().profiles.map(\.id)
    }
  }

  /// Opens the folder to read only, so that a prompt that asks what is due never stands in the way
  /// of a session; where all had to be replayed, leaves a snapshot behind if the lock is free.
  private static func open(
    _ workplace: Workplace, _ name: LearnerName, _ progress: inout Progress
  ) throws -> LearnerStore {
    let store = try failing { () throws(StorageError) in
      try workplace.open(name, readOnly: true, progress: &progress)
    }
    if store.didReplay {
      var same = Progress()
      _ = try? workplace.open(name, progress: &same)
    }
    return store
  }

  /// `Ada, ` before what is said of the learner where there are several; else nothing.
  var nameBefore: String {
    let count = (try? LearnerFolder.names(workplace.locations))?.count ?? 0
    return count > 1 ? "\(name), " : ""
  }

  /// The questions of an exam; what could not be read is named on standard error.
  func catalog(_ exam: String) -> Catalog {
    let (catalog, notices) = workplace.load(exam: exam)
    for notice in notices { complain(notice) }
    return catalog
  }
}
