import ArgumentParser
import Glibc
import Screens
import Storage
import Study
import Terminal

/// `sequela`: the full screen.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Open the full screen (what `sequela` alone does).")

  @OptionGroup var options: GlobalOptions

  /// What comes in the place of a command, and is none.
  @Argument(help: .private)
  var words: [String] = []

  func validate() throws {
    guard let word = words.first else { return }
    let known = Sequela.configuration.subcommands.compactMap { $0.configuration.commandName }
    let suggestion = Suggestion.among(known, for: word).map { "; \($0)" } ?? "."
    throw ValidationError(
      "There is no command \(TextSafety.excerpt(word))\(suggestion) "
        + "Commands: \(known.joined(separator: ", ")).")
  }

  func run() throws {
    let workplace = Workplace(options)
    if options.plain {
      try PlainStudy(workplace: workplace, exam: nil) {
        StudyPlan.Choice(minuteLimit: $0.minutes)
      }.run()
      return
    }
    if options.json {
      complain(
        "`sequela --plain --json` speaks in JSON Lines; `sequela due --json` prints figures.")
      throw ExitCode(64)
    }
    try FullScreen(workplace: workplace).run { world in
      guard world.learner.isEmpty else { return .home(HomeScreen()) }
      return world.learners.isEmpty
        ? .welcome(WelcomeScreen(name: workplace.proposedName)) : .learners(LearnersScreen())
    }
  }
}

extension Workplace {
  /// A name for the first learner: the user's, where it may be one.
  var proposedName: String {
    guard let user = environment["USER"], let name = try? LearnerName(user), name.text != "root"
    else { return "me" }
    return name.text
  }
}

/// Opens the learner, takes the terminal, runs the program, gives everything back.
struct FullScreen {
  let workplace: Workplace
  /// The exam to begin with; nil for the nearest.
  var exam: String?

  /// - Parameter firstPage: the page to begin with on this world; nil says that there is nothing
  ///   to show, and a sentence was printed.
  func run(firstPage: (World) throws -> Page?) throws {
    guard isatty(0) == 1, isatty(1) == 1 else {
      complain(
        "This is not a terminal. `sequela study --plain` works in pipes and with screen readers.")
      throw ExitCode(64)
    }
    let (world, store, notices) = try open()
    var outside = FileOutside(workplace: workplace, store: store, bankNotices: notices)
    guard let page = try firstPage(world) else { return }
    var app = App(world: world, page: page)
    let terminal: NcursesTerminal
    do throws(TerminalError) {
      terminal = try NcursesTerminal.start(
        TerminalOptions(color: workplace.wantsColor, ascii: workplace.options.ascii))
    } catch {
      complain(error.description)
      throw Exit.failure
    }
    let end = runLoop(
      &app, on: terminal, outside: &outside, ascii: workplace.options.ascii,
      clock: SystemClock.now)
    terminal.restore()
    try? outside.saveSnapshot(app.world.progress)
    if case .signal(let signal) = end { NcursesTerminal.endProgram(bySignal: signal) }
  }

  /// The world to begin with: the learner's, or an empty one before there is a learner.
  private func open() throws -> (World, LearnerStore?, [String]) {
    let name = try failing { () throws(StorageError) in try workplace.learner() }
    let learners =
      (try? failing { () throws(StorageError) in try LearnerFolder.names(workplace.locations) })
      ?? []
    guard let name else {
      let (catalog, notices) = workplace.load(exam: exam ?? "")
      let world = World(
        learner: "", learners: learners.map(\.text), catalog: catalog, exam: "", notices: notices)
      return (world, nil, notices)
    }
    var progress = Progress()
    let store = try openStore(name, progress: &progress)
    let chosen = exam ?? progress.settings.exams.first?.exam
    let (catalog, notices) = workplace.load(exam: chosen ?? "")
    try? LearnerFolder.remember(name, workplace.locations)
    var world = World(
      learner: name.text, learners: learners.map(\.text), catalog: catalog, progress: progress,
      exam: chosen ?? "", device: store.device, nextSequence: store.nextSequence,
      notices: notices + store.notices, isReadOnly: store.isReadOnly)
    world.examClock = store.examClock()
    return (world, store, notices)
  }

  /// Opens the folder; where another terminal has it, offers to read only.
  private func openStore(
    _ name: LearnerName, progress: inout Progress
  ) throws -> LearnerStore {
    do throws(StorageError) {
      return try workplace.open(name, progress: &progress)
    } catch {
      guard error.kind == .inUse else {
        complain(error.description)
        throw Exit.code(for: error.kind)
      }
      complain(error.description)
      print("Open it read-only? Enter: no, y: yes ", terminator: "")
      fflush(nil)
      guard readLine()?.lowercased().hasPrefix("y") == true else { throw Exit.inUse }
    }
    return try failing { () throws(StorageError) in
      try workplace.open(name, readOnly: true, progress: &progress)
    }
  }
}
