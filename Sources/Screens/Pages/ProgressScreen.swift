import Study

/// Where the learner stands: what is due, what was kept, and each domain.
package struct ProgressScreen: Screen {
  package private(set) var cursor = 0

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, drill, close
  }

  package func keys(in world: World) -> KeyMap<Command> {
    KeyMap([
      KeyBinding(keys: [.up, .character("k")], command: .up, label: "domain", help: "up and down"),
      KeyBinding(
        keys: [.down, .character("j")], command: .down, label: "domain", help: "up and down"),
      KeyBinding(
        keys: [.enter], command: .drill, label: "drill", help: "drill the domain at the cursor"),
      KeyBinding(keys: [.character("q"), .escape], command: .close, label: "back", help: "back"),
    ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    let domains = world.profile?.domains ?? []
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, domains.count - 1), cursor + 1)
    case .drill:
      guard domains.indices.contains(cursor) else { return .stay }
      let plan = DrillPlan.plan(
        domains: [domains[cursor].id], catalog: world.catalog, progress: world.progress,
        exam: world.exam, today: now.studyDay, seed: world.daySeed(at: now))
      guard !plan.cards.isEmpty else { return .stay }
      return Outcome(
        .open(
          .study(
            StudyScreen(
              plan: plan, deck: world.deck(at: now), mode: .drill, in: world, at: now))))
    case .close: return Outcome(.back)
    }
    return .stay
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let today = now.studyDay
    let overview = Overview(progress: world.progress, exam: world.exam, today: today)
    frame.header(
      "Progress · \(world.exam)", right: "\(Wording.counted(overview.answers, "answer"))")
    let standings = DomainStanding.all(
      catalog: world.catalog, progress: world.progress, exam: world.exam, today: today)
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    block.add(answer(overview, world), role: .heading)
    block.add(facts(overview, standings, world, now), role: .muted)
    block.blank()
    let top = block.lines.count
    addDomains(standings, to: &block)
    let area = frame.bodyArea
    frame.draw(block, in: area, scroll: max(0, top + cursor + 2 - area.height))
  }

  /// The first line: the answer to "am I keeping what I learn?".
  private func answer(_ overview: Overview, _ world: World) -> String {
    let goal = Int((world.settings.retention * 100).rounded())
    guard let retention = overview.retention else {
      return overview.answers == 0
        ? "No answers yet. Study first; the figures come by themselves."
        : "Too few reviews yet to say how much you keep; the goal is \(goal) %."
    }
    let kept = Int((retention * 100).rounded())
    return "You keep \(kept) % of what you learned; the goal is \(goal) %."
  }

  private func facts(
    _ overview: Overview, _ standings: [DomainStanding], _ world: World, _ now: Now
  ) -> String {
    let deck = world.deck(at: now)
    let cards = standings.reduce(0) { $0 + $1.cards }
    let seen = standings.reduce(0) { $0 + $1.seen }
    var parts = [
      "\(deck.due.count) due today", "\(deck.load(days: 2)[1]) tomorrow",
      "\(seen) of \(cards) cards met",
      "\(overview.streak) \(overview.streak == 1 ? "day" : "days") in a row",
    ]
    if let expected = overview.expected, overview.recalls >= 20 {
      parts.append("the model expected \(Int((expected * 100).rounded())) %")
    }
    if deck.expiredCount > 0 {
      parts.append("\(deck.expiredCount) left out, not valid on the exam date")
    }
    return parts.joined(separator: " · ")
  }

  private func addDomains(_ standings: [DomainStanding], to block: inout TextBlock) {
    let nameWidth = min(34, max(14, block.width - 44))
    let barWidth = max(6, min(20, block.width - nameWidth - 36))
    let barX = 2 + nameWidth + 7
    block.add(line: [
      TextBlock.Piece(x: 2, text: "Domain", role: .muted),
      TextBlock.Piece(x: nameWidth + 3, text: "exam", role: .muted),
      TextBlock.Piece(x: barX, text: "known today", role: .muted),
      TextBlock.Piece(x: barX + barWidth + 6, text: "met", role: .muted),
      TextBlock.Piece(x: barX + barWidth + 15, text: "right", role: .muted),
    ])
    for (place, standing) in standings.enumerated() {
      let isHere = place == cursor
      let bar = Charts.bar(share: standing.known, width: barWidth)
      let name = String(standing.domain.title.prefix(nameWidth))
      block.add(line: [
        TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
        TextBlock.Piece(x: 2, text: name, role: isHere ? .selected : .normal),
        TextBlock.Piece(
          x: nameWidth + 3, text: "\(Int((standing.weight * 100).rounded())) %", role: .muted),
        TextBlock.Piece(
          x: barX, text: String(repeating: "·", count: barWidth), role: .chartEmpty),
        TextBlock.Piece(x: barX, text: bar, role: .chartFull),
        TextBlock.Piece(
          x: barX + barWidth + 1, text: "\(Int((standing.known * 100).rounded())) %",
          role: .normal),
        TextBlock.Piece(
          x: barX + barWidth + 6, text: "\(standing.seen)/\(standing.cards)", role: .muted),
        TextBlock.Piece(
          x: barX + barWidth + 15,
          text: standing.answers < 4
            ? "few" : Wording.percent(standing.passes, of: standing.answers), role: .normal),
      ])
    }
  }
}
