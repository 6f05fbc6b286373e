import Study

/// Where the learner stands: seven tabs, each a question with its answer in the first line.
package struct ProgressScreen: Screen {
  package private(set) var tab: ProgressTab
  /// The domain that the cursor stands on.
  package private(set) var cursor = 0
  private(set) var scroll = 0
  /// The file that was written last.
  private var written: String?
  /// Whether the history has to be read again.
  private var wantsStatistics = false

  package init(tab: ProgressTab = .overview) { self.tab = tab }

  package enum Command: Hashable, Sendable {
    case previous, next
    case show(ProgressTab)
    case up, down, pageUp, pageDown, drill, reports, write, otherExam, close
  }

  package func keys(in world: World) -> KeyMap<Command> {
    var bindings: [KeyBinding<Command>] = [
      KeyBinding(
        keys: [.left, .character("h"), .backTab], command: .previous, label: "tab",
        help: "the tab before, the tab after"),
      KeyBinding(
        keys: [.right, .character("l"), .tab], command: .next, label: "tab",
        help: "the tab before, the tab after"),
    ]
    let moves = tab == .domains ? "domain" : "scroll"
    bindings += [
      KeyBinding(
        keys: [.up, .character("k")], command: .up, label: moves, help: "up and down"),
      KeyBinding(
        keys: [.down, .character("j")], command: .down, label: moves, help: "up and down"),
    ]
    if let drill = drillHelp(in: world) {
      bindings.append(KeyBinding(keys: [.enter], command: .drill, label: "drill", help: drill))
    }
    if tab == .exams, world.progress.exams.scores.contains(where: { $0.exam == world.exam }) {
      bindings.append(
        KeyBinding(
          keys: [.enter], command: .reports, label: "reports",
          help: "the reports of all mock exams"))
    }
    for tab in ProgressTab.allCases {
      bindings.append(
        KeyBinding(
          keys: [.character(Character("\(tab.rawValue + 1)"))], command: .show(tab),
          help: "the tab of that number"))
    }
    bindings += [
      KeyBinding(keys: [.pageUp], command: .pageUp, help: "a page up and down"),
      KeyBinding(
        keys: [.pageDown, .character(" ")], command: .pageDown, help: "a page up and down"),
      KeyBinding(
        keys: [.character("w")], command: .write, label: "write file",
        help: "write all of it as a page to print or to send"),
    ]
    if world.settings.exams.count > 1 {
      bindings.append(
        KeyBinding(keys: [.character("e")], command: .otherExam, help: "show the other exam"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(keys: [.character("q"), .escape], command: .close, label: "back", help: "back")
      ])
  }

  /// Where the page went that was written last.
  var writtenSentence: String? {
    written.map { "Written to \($0), in the folder you started from." }
  }

  private func drillHelp(in world: World) -> String? {
    switch tab {
    case .domains: return "drill the domain at the cursor"
    case .readiness: return "drill the domain that would add most"
    case .confidence:
      return world.statistics?.figures.contains(where: \.isMistaken) == true
        ? "drill the questions you were sure of and got wrong" : nil
    case .overview, .calendar, .memory, .exams: return nil
    }
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    written = nil
    switch command {
    case .previous: show(tab.moved(by: -1))
    case .next: show(tab.moved(by: 1))
    case .show(let tab): show(tab)
    case .up: move(-1, in: world, at: now)
    case .down: move(1, in: world, at: now)
    case .pageUp: move(1 - pageHeight(in: world), in: world, at: now)
    case .pageDown: move(pageHeight(in: world) - 1, in: world, at: now)
    case .drill: return drill(in: world, at: now)
    case .reports:
      return Outcome(.open(.reports(ReportListScreen())), effects: [.readReports])
    case .write:
      let file = "sequela-\(world.exam)-\(now.studyDay).html"
      written = file
      return Outcome(effects: [.writeProgress(file: file)])
    case .otherExam:
      let exams = world.settings.exams.map(\.exam)
      guard let place = exams.firstIndex(of: world.exam) else { return .stay }
      (cursor, scroll) = (0, 0)
      return Outcome(effects: [.show(exam: exams[(place + 1) % exams.count])])
    case .close: return Outcome(.back)
    }
    return .stay
  }

  package mutating func returned(in world: World, at now: Now) {
    wantsStatistics = world.statistics?.day != now.studyDay
  }

  package var tickMilliseconds: Int { wantsStatistics ? 10 : 30_000 }

  package mutating func timePassed(in world: World, to now: Now) -> Outcome {
    guard world.statistics?.day != now.studyDay else {
      wantsStatistics = false
      return .stay
    }
    wantsStatistics = false
    return Outcome(effects: [.loadStatistics])
  }

  private mutating func show(_ tab: ProgressTab) {
    self.tab = tab
    scroll = 0
  }

  /// Moves the cursor where there is one, else the text, as far as there is any.
  private mutating func move(_ step: Int, in world: World, at now: Now) {
    if tab == .domains {
      let count = world.profile?.domains.count ?? 0
      cursor = min(max(0, cursor + step), max(0, count - 1))
    } else {
      let lines = block(
        world.report(at: now), in: world, width: world.width - 4, using: .standard
      ).lines.count
      scroll = min(max(0, scroll + step), max(0, lines - pageHeight(in: world)))
    }
  }

  /// Rows of the page between the tabs and the help line.
  private func pageHeight(in world: World) -> Int { max(2, world.height - 5) }

  private func drill(in world: World, at now: Now) -> Outcome {
    let plan: StudyPlan
    switch tab {
    case .confidence:
      let cards = world.report(at: now).confidence.mistaken.prefix(20).map(\.id)
      plan = StudyPlan(
        cards: cards, dueCount: 0, newCount: 0, dueLeftOut: 0, minutes: max(1, cards.count / 2))
    default:
      let domain =
        tab == .readiness
        ? world.report(at: now).readiness?.forecast?.advice.first?.domain
        : world.profile.flatMap { $0.domains.indices.contains(cursor) ? $0.domains[cursor] : nil }
      guard let domain else { return .stay }
      plan = DrillPlan.plan(
        domains: [domain.id], catalog: world.catalog, progress: world.progress,
        exam: world.exam, today: now.studyDay, seed: world.daySeed(at: now))
    }
    guard !plan.cards.isEmpty else { return .stay }
    return Outcome(
      .open(
        .study(
          StudyScreen(plan: plan, deck: world.deck(at: now), mode: .drill, in: world, at: now))))
  }
}
