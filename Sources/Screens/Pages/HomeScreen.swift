import FSRS
import Study

/// The first page of every day: what is due, how far the exam is, where to go.
package struct HomeScreen: Screen {
  package private(set) var cursor = 0
  /// A sentence about the last command, until the next.
  package private(set) var message = ""

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, open, line(Int), study, exam, weak, progress, browse, settings, learners,
      otherExam, quit
  }

  /// One line of the menu.
  enum Item: Equatable, Sendable {
    case outcome(String)
    case study(StudyPlan)
    case moreNew(Int)
    case ahead(Int)
    case exam
    case weak([DomainStanding])
    case progress, browse, settings
  }

  package func keys(in world: World) -> KeyMap<Command> {
    var bindings = [
      KeyBinding<Command>(keys: [.enter], command: .open, label: "open", help: "open the line"),
      KeyBinding(keys: [.up, .character("k")], command: .up, help: "up and down"),
      KeyBinding(keys: [.down, .character("j")], command: .down, help: "up and down"),
      KeyBinding(
        keys: [.character("s")], command: .study, label: "study", help: "study what is due"),
      KeyBinding(
        keys: [.character("e")], command: .exam, label: "exam",
        help: "sit a mock exam, or go on with one"),
      KeyBinding(
        keys: [.character("p")], command: .progress, label: "progress", help: "see progress"),
      KeyBinding(
        keys: [.character("/")], command: .browse, label: "browse",
        help: "look for questions and read them"),
      KeyBinding(
        keys: [.character(",")], command: .settings, label: "settings",
        help: "exams, dates, minutes, limits"),
      KeyBinding(keys: [.character("L")], command: .learners, help: "change the learner"),
    ]
    if !HomeScreen.weakest(in: world).isEmpty {
      bindings.insert(
        KeyBinding(
          keys: [.character("w")], command: .weak, label: "weak", help: "drill weak domains"),
        at: 5)
    }
    if world.settings.exams.count > 1 {
      bindings.append(
        KeyBinding(
          keys: [.tab], command: .otherExam, label: "other exam", help: "show the other exam"))
    }
    bindings += (0..<9).map { place in
      KeyBinding(
        keys: [.character(Character("\(place + 1)"))], command: .line(place),
        help: "open the n-th line")
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.character("q")], command: .quit, label: "quit", help: "leave Sequela")
      ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    let items = items(in: world, at: now)
    cursor = min(cursor, max(0, items.count - 1))
    message = ""
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(items.count - 1, cursor + 1)
    case .open: return items.indices.contains(cursor) ? open(items[cursor], world, now) : .stay
    case .line(let place):
      guard items.indices.contains(place) else { return .stay }
      cursor = place
      return open(items[place], world, now)
    case .study:
      guard let item = items.first(where: { $0.isStudy }) else { return .stay }
      if case .study(let plan) = item, plan.cards.isEmpty {
        message = "Nothing is due. The lines of the menu offer more."
      }
      return open(item, world, now)
    case .exam: return open(.exam, world, now)
    case .weak: return open(.weak(HomeScreen.weakest(in: world)), world, now)
    case .progress: return open(.progress, world, now)
    case .browse: return open(.browse, world, now)
    case .settings: return open(.settings, world, now)
    case .learners: return Outcome(.open(.learners(LearnersScreen())))
    case .otherExam:
      let exams = world.settings.exams.map(\.exam)
      guard let place = exams.firstIndex(of: world.exam) else { return .stay }
      cursor = 0
      return Outcome(effects: [.show(exam: exams[(place + 1) % exams.count])])
    case .quit: return Outcome(.quit)
    }
    return .stay
  }

  package mutating func returned(in world: World, at now: Now) { cursor = 0 }

  private func open(_ item: Item, _ world: World, _ now: Now) -> Outcome {
    switch item {
    case .outcome(let outcome):
      let off: SettingValue = .text(outcome == "moved" ? "undated" : "off")
      var effects: [Effect] = [
        .record([
          world.event(.result(exam: world.exam, outcome: outcome), at: now),
          world.event(
            .setting(key: LearnerSettings.Key.exam(world.exam), value: off), at: now, offset: 1),
        ])
      ]
      let others = world.settings.exams.filter { $0.exam != world.exam }
      if outcome != "moved", let next = others.first { effects.append(.show(exam: next.exam)) }
      return Outcome(effects: effects)
    case .study(let plan):
      guard !plan.cards.isEmpty else { return .stay }
      return Outcome(
        .open(.study(StudyScreen(plan: plan, deck: world.deck(at: now), in: world, at: now))))
    case .moreNew(let count): return study(StudyPlan.Choice(extraNew: count), .study, world, now)
    case .ahead(let count): return study(StudyPlan.Choice(ahead: count), .study, world, now)
    case .exam:
      guard !world.exam.isEmpty else { return .stay }
      return Outcome(.open(.examStart(ExamStartScreen(in: world, at: now))))
    case .weak(let standings):
      let plan = DrillPlan.plan(
        domains: standings.map(\.domain.id), catalog: world.catalog, progress: world.progress,
        exam: world.exam, today: now.studyDay, seed: world.daySeed(at: now))
      guard !plan.cards.isEmpty else { return .stay }
      return Outcome(
        .open(
          .study(
            StudyScreen(
              plan: plan, deck: world.deck(at: now), mode: .drill, in: world, at: now))))
    case .progress:
      return Outcome(.open(.progress(ProgressScreen())), effects: [.loadStatistics])
    case .browse: return Outcome(.open(.browse(BrowseScreen())))
    case .settings: return Outcome(.open(.settings(SettingsScreen())))
    }
  }

  private func study(
    _ choice: StudyPlan.Choice, _ mode: Review.Mode, _ world: World, _ now: Now
  ) -> Outcome {
    let deck = world.deck(at: now)
    let plan = StudyPlan(
      deck: deck, catalog: world.catalog, progress: world.progress, choice: choice,
      seed: world.daySeed(at: now))
    return open(.study(plan), world, now)
  }

  /// Domains with too many misses; what is remembered today plays no part in it.
  private static func weakest(in world: World) -> [DomainStanding] {
    // Without an exam date the last day of study tells which code year is meant.
    let lastStudied = world.progress.tallies.keys.map(\.day).max()
    guard let day = world.plan.date ?? lastStudied else { return [] }
    return DomainStanding.weakest(
      DomainStanding.all(
        catalog: world.catalog, progress: world.progress, exam: world.exam, today: day))
  }

  /// The lines of the menu right now.
  func items(in world: World, at now: Now) -> [Item] {
    guard !world.exam.isEmpty else { return [.settings] }
    var items: [Item] = []
    if let date = world.plan.date, date < now.studyDay {
      items += [.outcome("passed"), .outcome("failed"), .outcome("moved")]
    }
    let deck = world.deck(at: now)
    let plan = StudyPlan(
      deck: deck, catalog: world.catalog, progress: world.progress,
      choice: StudyPlan.Choice(minuteLimit: world.settings.minutes), seed: world.daySeed(at: now))
    items.append(.study(plan))
    if plan.cards.isEmpty {
      if !deck.unseen.isEmpty { items.append(.moreNew(min(10, deck.unseen.count))) }
      if !deck.later.isEmpty { items.append(.ahead(min(20, deck.later.count))) }
    }
    items.append(.exam)
    let weak = HomeScreen.weakest(in: world)
    if !weak.isEmpty { items.append(.weak(weak)) }
    return items + [.progress, .browse, .settings]
  }
}

extension HomeScreen.Item {
  var isStudy: Bool {
    if case .study = self { return true }
    return false
  }
}
