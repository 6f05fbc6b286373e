import FSRS
import Study

/// The end of a session: what changed, and what is next.
package struct SummaryScreen: Screen {
  package let session: StudySession
  /// Due cards that the session's minutes had no room for.
  package let leftOut: Int
  /// The memory model's weights, fitted anew where there are enough new answers.
  package private(set) var fit = BackgroundFit.waiting
  private var scroll = 0
  /// A sentence about the last command, until the next.
  private var message = ""

  package init(session: StudySession, leftOut: Int) {
    self.session = session
    self.leftOut = leftOut
  }

  package enum Command: Hashable, Sendable {
    case home, done, goOn, moreNew, drillMissed, takeBack, undo, scrollUp, scrollDown
  }

  package func keys(in world: World) -> KeyMap<Command> {
    var bindings = [
      KeyBinding<Command>(keys: [.enter], command: .home, label: "home", help: "to the first page")
    ]
    if fit.isTaken {
      bindings.append(
        KeyBinding(
          keys: [.character("u")], command: .takeBack, label: "old weights",
          help: "take the memory model's new weights back"))
    }
    if leftOut > 0 {
      bindings.append(
        KeyBinding(
          keys: [.character("g")], command: .goOn, label: "go on",
          help: "go on with the cards that are still due"))
    }
    bindings.append(
      KeyBinding(
        keys: [.character("n")], command: .moreNew, label: "more new",
        help: "meet ten more new cards today"))
    if session.answered.contains(where: { !$0.isCorrect }) {
      bindings.append(
        KeyBinding(
          keys: [.character("d")], command: .drillMissed, label: "drill the missed",
          help: "ask the missed cards once more, without moving the schedule"))
    }
    // One key: where weights came last it is theirs, so that a second press takes no answer back.
    if session.canUndo, !fit.ownsUndo {
      bindings.append(
        KeyBinding(
          keys: [.character("u")], command: .undo, label: "undo",
          help: "take the last step of the session back"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(keys: [.down, .character("j")], command: .scrollDown, help: "see more below"),
        KeyBinding(keys: [.up, .character("k")], command: .scrollUp, help: "see more above"),
        KeyBinding(
          keys: [.character("q"), .escape], command: .done, label: "leave", help: "leave this page"
        ),
      ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    switch command {
    case .home: return Outcome(.home)
    case .done: return Outcome(.back)
    case .takeBack: return Outcome(effects: fit.takeBack(in: world, at: now))
    case .scrollUp: scroll = max(0, scroll - 1)
    case .scrollDown: scroll += 1
    case .goOn: return study(StudyPlan.Choice(minuteLimit: world.settings.minutes), world, now)
    case .moreNew: return study(StudyPlan.Choice(takesDue: false, extraNew: 10), world, now)
    case .undo:
      var session = session
      guard let event = session.undo(at: now, id: world.eventID()) else { return .stay }
      return Outcome(
        .replace(.study(StudyScreen(resuming: session, leftOut: leftOut, in: world))),
        effects: [.record([event])])
    case .drillMissed:
      let deck = world.deck(at: now)
      let missed = SessionSummary(session: session, progress: world.progress, deck: deck).missed
      let plan = StudyPlan(
        cards: missed, dueCount: 0, newCount: 0, dueLeftOut: 0, minutes: max(1, missed.count))
      return Outcome(
        .replace(.study(StudyScreen(plan: plan, deck: deck, mode: .drill, in: world, at: now))))
    }
    return .stay
  }

  package var tickMilliseconds: Int { fit.isUnderWay ? 1 : 30_000 }

  package mutating func timePassed(in world: World, to now: Now) -> Outcome {
    Outcome(effects: fit.advance(in: world, at: now))
  }

  package mutating func gaveUp() {
    if fit.isUnderWay { fit = .off }
  }

  private mutating func study(_ choice: StudyPlan.Choice, _ world: World, _ now: Now) -> Outcome {
    let deck = world.deck(at: now)
    let plan = StudyPlan(
      deck: deck, catalog: world.catalog, progress: world.progress, choice: choice,
      seed: world.daySeed(at: now))
    guard !plan.cards.isEmpty else {
      message = "There is nothing more of that: every card has been met."
      return .stay
    }
    return Outcome(.replace(.study(StudyScreen(plan: plan, deck: deck, in: world, at: now))))
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let deck = world.deck(at: now)
    let summary = SessionSummary(session: session, progress: world.progress, deck: deck)
    frame.header(
      "Done · \(session.exam)",
      right: "\(world.exam) \(Wording.examDate(world.plan, today: now.studyDay))")
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    block.add(headline(summary), role: .heading)
    block.blank()
    block.add(changed(summary), role: .normal)
    if !summary.domains.isEmpty {
      block.blank()
      for domain in summary.domains.prefix(8) {
        let title = world.catalog.domainTitle(domain.domain, exam: session.exam)
        block.add(
          frame.displayWidth.fitted(title, width: max(10, frame.width - 24)), indent: 16,
          label: "\(domain.right) of \(domain.answers) right",
          labelRole: domain.right == domain.answers ? .correct : .normal)
      }
    }
    if !summary.sureButWrong.isEmpty {
      block.blank()
      block.add("Sure, but wrong (worth reading again):", role: .warning)
      for id in summary.sureButWrong.prefix(5) {
        block.add(world.catalog.question(id)?.topic ?? id, indent: 2)
      }
    }
    if let leech = summary.leeches.first {
      block.blank()
      block.add(
        "Keeps slipping: \(world.catalog.question(leech)?.topic ?? leech). "
          + "Look it up once more and write a note.", role: .warning)
    }
    block.blank()
    block.add(next(summary, deck), role: .muted)
    if !message.isEmpty { block.add(message, role: .accent) }
    fit.add(to: &block, in: world, at: now)
    frame.draw(block, in: frame.bodyArea, scroll: scroll)
    fit.drawStatus(on: &frame, in: world)
  }

  private func headline(_ summary: SessionSummary) -> String {
    let time = Wording.duration(milliseconds: summary.milliseconds)
    return "\(Wording.counted(summary.answers, "answer")) in \(time), "
      + "\(Wording.percent(summary.right, of: summary.answers)) right."
  }

  private func changed(_ summary: SessionSummary) -> String {
    var parts: [String] = []
    if summary.newCards > 0 {
      parts.append("You met \(Wording.counted(summary.newCards, "new card")).")
    }
    let missed = summary.missed.count
    if missed > 0 {
      parts.append(
        "\(Wording.counted(missed, "card")) missed at least once; "
          + "\(missed == 1 ? "it comes" : "they come") back soon.")
    } else {
      parts.append("Nothing missed.")
    }
    return parts.joined(separator: " ")
  }

  private func next(_ summary: SessionSummary, _ deck: Deck) -> String {
    var text =
      summary.dueTomorrow == 0
      ? "Nothing is due tomorrow yet."
      : "\(Wording.counted(summary.dueTomorrow, "card")) due tomorrow."
    if !deck.due.isEmpty { text += " Still due today: \(deck.due.count)." }
    if deck.putOffCount > 0 { text += " Put off until tomorrow: \(deck.putOffCount)." }
    return text + " Everything is saved."
  }
}
