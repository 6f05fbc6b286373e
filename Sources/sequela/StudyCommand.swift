import ArgumentParser
import Screens
import Storage
import Study

/// `sequela study`: straight into a session.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study what is due, then new cards.",
    discussion: """
      Without an exam, the one with the nearest date. With --plain the session is a dialogue in \
      lines: answer with the number of an option, `2?` for a guess, the code, or a rating; \
      `:undo :mark :note TEXT :report TEXT :why N :suspend :later :quit` are commands. With --plain --json every line is JSON.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "CPC, RHIT or CCA.")
  var exam: String?

  @Option(help: ArgumentHelp("Only choice, multiple, code or flashcard.", valueName: "kind"))
  var kind: Question.Kind?

  @Option(help: ArgumentHelp("Only this domain, for example em or d4.", valueName: "domain"))
  var domain: String?

  // A minus sign is no option here: the value is read, and refused with a sentence.
  @Option(
    parsing: .unconditional, help: ArgumentHelp("End after so many minutes.", valueName: "n"))
  var minutes: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("End after so many cards.", valueName: "n"))
  var cards: Int?

  func validate() throws {
    if let minutes, !(1...600).contains(minutes) {
      throw ValidationError("--minutes takes a number from 1 to 600.")
    }
    if let cards, !(1...1000).contains(cards) {
      throw ValidationError("--cards takes a number from 1 to 1000.")
    }
    if options.json, !options.plain {
      throw ValidationError("--json goes with --plain here.")
    }
  }

  /// What the options ask for; the learner's minutes hold where nothing else limits the session.
  func choice(_ settings: LearnerSettings) -> StudyPlan.Choice {
    StudyPlan.Choice(
      kind: kind, domain: domain, cardLimit: cards,
      minuteLimit: minutes ?? (cards == nil ? settings.minutes : nil))
  }

  func run() throws {
    let workplace = Workplace(options)
    let exam = try exam.map { try workplace.checkedExam($0) }
    if options.plain {
      try PlainStudy(workplace: workplace, exam: exam, domain: domain, choice: choice).run()
      return
    }
    _ = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    let now = SystemClock.now()
    try FullScreen(workplace: workplace, exam: exam).run { world in
      try Workplace.check(domain: domain, of: world.profile)
      let deck = world.deck(at: now)
      let plan = StudyPlan(
        deck: deck, catalog: world.catalog, progress: world.progress,
        choice: choice(world.settings), seed: world.daySeed(at: now))
      guard !plan.cards.isEmpty else {
        print(nothing(in: world))
        return nil
      }
      return .study(StudyScreen(plan: plan, deck: deck, in: world, at: now))
    }
  }

  private func nothing(in world: World) -> String {
    if world.exam.isEmpty { return "No exam is chosen yet. Start `sequela` and choose one." }
    if world.catalog.count(for: world.exam) == 0 {
      return
        "No questions for \(world.exam) were found. `sequela bank list` shows where they are looked for."
    }
    return "Nothing is due for \(world.exam), and the new cards of today are met. "
      + "`sequela` offers more."
  }
}

extension Workplace {
  /// Refuses a domain that the exam does not have; nil is none.
  static func check(domain: String?, of profile: ExamProfile?) throws {
    guard let domain, let profile, profile.domain(domain) == nil else { return }
    let known = profile.domains.map(\.id).joined(separator: ", ")
    throw ValidationError(
      "\(profile.id) has no domain \(TextSafety.excerpt(domain)); name one of \(known).")
  }

  /// The id of an exam that there is a profile for, in any case of letters.
  func checkedExam(_ text: String) throws -> String {
    let profiles = library.profiles().profiles
    if let profile = profiles.first(where: { $0.id.lowercased() == text.lowercased() }) {
      return profile.id
    }
    let known = profiles.map(\.id).joined(separator: ", ")
    throw ValidationError(
      known.isEmpty
        ? "No exams were found; `sequela bank list` shows where they are looked for."
        : "There is no exam \(text). Known: \(known).")
  }
}
