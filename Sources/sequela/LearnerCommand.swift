import ArgumentParser
import Screens
import Storage
import Study

/// `sequela learner`: who studies here.
struct LearnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learner", abstract: "List, add or remove learners.",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  /// `sequela learner list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the learners.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let workplace = Workplace(options)
      let names = try failing { () throws(StorageError) in
        try LearnerFolder.names(workplace.locations)
      }
      let last = LearnerFolder.last(workplace.locations)
      if options.json {
        print(
          JSONValue.object([
            .init("learners", .array(names.map { .string($0.text) })),
            .init("last", last.map { .string($0.text) } ?? .null),
          ]).text())
        return
      }
      if names.isEmpty { print("No learner yet. Start `sequela`, or `sequela learner add NAME`.") }
      for name in names { print(name.text + (name == last ? "  (last used)" : "")) }
    }
  }

  /// `sequela learner add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a learner.", discussion: "Works without a terminal.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "1 to 40 letters, digits, spaces, - and _.")
    var name: String

    @Option(help: "The exam to prepare for: CPC, RHIT or CCA.")
    var exam: String?

    @Option(help: "The exam's date, for example 2027-01-15 or 1/15/2027.")
    var date: String?

    @Option(parsing: .unconditional, help: "Minutes a day, 5 to 240.")
    var minutes: Int?

    func validate() throws {
      if let date {
        let today = SystemClock.now().studyDay
        guard let day = DateEntry.parse(date, today: today) else {
          throw ValidationError("--date takes a date like 2027-01-15 or 1/15/2027.")
        }
        guard day >= today else {
          throw ValidationError("--date takes a future date; \(day) is in the past.")
        }
      }
      if date != nil, exam == nil { throw ValidationError("--date goes with --exam.") }
      if let minutes, !(5...240).contains(minutes) {
        throw ValidationError("--minutes takes a number from 5 to 240.")
      }
    }

    func run() throws {
      let workplace = Workplace(options)
      let exam = try exam.map { try workplace.checkedExam($0) }
      let now = SystemClock.now()
      let date = date.flatMap { DateEntry.parse($0, today: now.studyDay)?.description }
      let learner = try failing { () throws(StorageError) in try LearnerName(name) }
      try failing { () throws(StorageError) in
        try LearnerFolder.create(learner, workplace.locations)
        var progress = Progress()
        let store = try workplace.open(learner, progress: &progress)
        var actions: [HistoryEvent.Action] = []
        if let exam {
          actions.append(
            .setting(key: LearnerSettings.Key.exam(exam), value: .text(date ?? "undated")))
        }
        if let minutes {
          actions.append(
            .setting(key: LearnerSettings.Key.minutes, value: .number(Double(minutes))))
        }
        try store.append(
          actions.enumerated().map { place, action in
            HistoryEvent(
              id: EventID(device: store.device, sequence: store.nextSequence + place),
              milliseconds: now.milliseconds, zoneMinutes: now.zoneMinutes, action: action)
          })
        // To add somebody is not to study as them: whom `sequela` opens stays as it was.
        if LearnerFolder.last(workplace.locations) == nil {
          try LearnerFolder.remember(learner, workplace.locations)
        }
      }
      if options.json {
        print(
          JSONValue.object([
            .init("learner", .string(learner.text)),
            .init("exam", exam.map { .string($0) } ?? .null),
            .init("date", date.map { .string($0) } ?? .null),
            .init("minutes", minutes.map { .number(Double($0)) } ?? .null),
            .init("folder", .string(workplace.locations.learner(learner))),
          ]).text())
      } else {
        print("Added \(learner). `sequela --learner \"\(learner)\"` opens it.")
      }
    }
  }

  /// `sequela learner remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a learner's folder aside; nothing is deleted.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The learner's name.")
    var name: String

    func run() throws {
      let workplace = Workplace(options)
      let place = try failing { () throws(StorageError) in
        let learner = try LearnerName(name)
        guard LearnerFolder.exists(learner, workplace.locations) else {
          throw StorageError(.missing, "There is no learner \(learner).")
        }
        // Opened first, so that it is not taken away under another terminal.
        var progress = Progress()
        let store = try workplace.open(learner, progress: &progress)
        return try withExtendedLifetime(store) { () throws(StorageError) in
          try LearnerFolder.remove(
            learner, workplace.locations, today: SystemClock.now().studyDay)
        }
      }
      if options.json {
        print(
          JSONValue.object([.init("learner", .string(name)), .init("folder", .string(place))])
            .text())
      } else {
        print("\(name)'s folder now lies in \(place). Move it back to have it again.")
      }
    }
  }
}
