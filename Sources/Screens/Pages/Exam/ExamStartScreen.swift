import Study

/// Before a mock exam: the rules, the form, and how much of it was met before.
package struct ExamStartScreen: Screen {
  package private(set) var cursor = 0
  /// The form that would be sat; nil where there is no profile.
  package private(set) var form: ExamForm?
  /// Extra time in percent.
  package private(set) var extraTime = 0
  package private(set) var isQuick = false
  package private(set) var asksToDiscard = false
  package private(set) var scroll = 0
  private let seed: UInt64
  /// Questions asked for on the command line; nil for the whole form.
  private let count: Int?
  private let date: CalendarDay?

  /// Questions of a quick quiz.
  static let quickCount = 25

  /// - Parameters:
  ///   - seed: chooses the form; nil takes one that follows from the learner's history.
  ///   - count: the questions of a quick quiz; nil for the whole form.
  ///   - date: the day on which the questions must be valid; nil for the exam's.
  ///   - extraTime: percent.
  package init(
    in world: World, at now: Now, seed: UInt64? = nil, count: Int? = nil, date: CalendarDay? = nil,
    extraTime: Int = 0
  ) {
    let own = Scheduler.seed(
      question: world.learner + "/exam/" + world.exam, answers: world.nextSequence)
    self.seed = seed ?? own % 999_999 + 1
    self.count = count
    self.date = date
    self.extraTime = extraTime
    isQuick = count != nil
    makeForm(in: world, at: now)
  }

  package enum Command: Hashable, Sendable {
    case up, down, open, extraTime, length, discard, keep, scrollUp, scrollDown, close
  }

  /// One line of the menu.
  enum Item: Equatable, Sendable {
    case resume, discard, begin, length, extraTime, reports
  }

  /// The exam that this device has not ended.
  static func openExam(in world: World) -> (sitting: ExamLedger.Sitting, exam: MockExam)? {
    world.progress.exams.openExam(of: world.device)
  }

  func items(in world: World) -> [Item] {
    let reports: [Item] =
      world.progress.exams.scores.contains { $0.exam == world.exam } ? [.reports] : []
    if ExamStartScreen.openExam(in: world) != nil { return [.resume, .discard] + reports }
    guard let form, !form.questions.isEmpty else { return reports }
    let isLong = (world.profile?.questions ?? 0) > ExamStartScreen.quickCount
    return [.begin] + (isLong || isQuick ? [.length] : []) + [.extraTime] + reports
  }

  package func keys(in world: World) -> KeyMap<Command> {
    let close = KeyBinding<Command>(
      keys: [.character("q"), .escape], command: .close, label: "back", help: "back")
    if asksToDiscard {
      return KeyMap([
        KeyBinding(
          keys: [.enter, .escape, .character("q")], command: .keep, label: "keep it",
          help: "keep the exam"),
        KeyBinding(
          keys: [.character("y")], command: .discard, label: "throw it away",
          help: "throw the exam away"),
      ])
    }
    var bindings: [KeyBinding<Command>] = []
    let items = items(in: world)
    if !items.isEmpty {
      bindings += [
        KeyBinding(keys: [.enter], command: .open, label: "take", help: "take the line"),
        KeyBinding(keys: [.up, .character("k")], command: .up, help: "up and down"),
        KeyBinding(keys: [.down, .character("j")], command: .down, help: "up and down"),
      ]
    }
    if items.contains(.length) {
      bindings.append(
        KeyBinding(
          keys: [.character("s")], command: .length, label: "short or whole",
          help: "the whole exam, or a quick quiz at its pace"))
    }
    if items.contains(.extraTime) {
      bindings += [
        KeyBinding(
          keys: [.character("x")], command: .extraTime, label: "extra time",
          help: "extra time of 25, 50 or 100 percent")
      ]
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.pageDown, .character(" ")], command: .scrollDown, help: "see more below"),
        KeyBinding(keys: [.pageUp], command: .scrollUp, help: "see more above"), close,
      ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    let items = items(in: world)
    cursor = min(cursor, max(0, items.count - 1))
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, items.count - 1), cursor + 1)
    case .open:
      guard items.indices.contains(cursor) else { return .stay }
      return take(items[cursor], in: world, at: now)
    case .extraTime: return take(.extraTime, in: world, at: now)
    case .length: return take(.length, in: world, at: now)
    case .discard:
      asksToDiscard = false
      cursor = 0
      guard let (_, exam) = ExamStartScreen.openExam(in: world) else { return .stay }
      makeForm(in: world, at: now)
      return .record(world.event(.exam(exam.event(.discard, at: now)), at: now))
    case .keep: asksToDiscard = false
    case .scrollUp: scroll = max(0, scroll - 5)
    case .scrollDown: scroll += 5
    case .close: return Outcome(.back)
    }
    return .stay
  }

  private mutating func take(_ item: Item, in world: World, at now: Now) -> Outcome {
    switch item {
    case .resume: return resume(in: world, at: now)
    case .discard: asksToDiscard = true
    case .length:
      isQuick.toggle()
      makeForm(in: world, at: now)
    case .extraTime: extraTime = [0: 25, 25: 50, 50: 100][extraTime] ?? 0
    case .begin: return begin(in: world, at: now)
    case .reports:
      return Outcome(.open(.reports(ReportListScreen())), effects: [.readReports])
    }
    return .stay
  }

  private func begin(in world: World, at now: Now) -> Outcome {
    guard let form, let profile = world.profile, !form.questions.isEmpty else { return .stay }
    let (exam, effects) = ExamSteps.begin(
      form, profile, extraTime: extraTime, in: world, at: now)
    return Outcome(.replace(.exam(ExamScreen(exam, at: now))), effects: effects)
  }

  /// Goes on with the open exam, whichever exam is on show.
  private func resume(in world: World, at now: Now) -> Outcome {
    guard let (exam, effects) = ExamSteps.resume(in: world, at: now) else { return .stay }
    return Outcome(.replace(.exam(ExamScreen(exam, at: now))), effects: effects)
  }

  private mutating func makeForm(in world: World, at now: Now) {
    guard let profile = world.profile else {
      form = nil
      return
    }
    form = FormAssembly.form(
      profile, questions: world.catalog.questions(for: world.exam),
      request: FormRequest(
        seed: seed, date: date ?? world.plan.validityDay(today: now.studyDay),
        count: isQuick ? count ?? ExamStartScreen.quickCount : nil,
        seen: world.progress.seenQuestions(world.catalog, exam: world.exam)))
  }
}
