import Study

extension HomeScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let today = now.studyDay
    let exam =
      world.exam.isEmpty ? "" : "\(world.exam) \(Wording.examDate(world.plan, today: today))"
    let name = world.learners.count > 1 ? "Sequela · \(world.learner)" : "Sequela"
    frame.header(
      world.isReadOnly ? name + " (read only)" : name,
      right: [exam, today.shortName].filter { !$0.isEmpty }.joined(separator: " · "))
    let items = items(in: world, at: now)
    let overview = Overview(progress: world.progress, exam: world.exam, today: today)
    let deck = world.deck(at: now)
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    block.add(greeting(items, deck, overview, in: world, at: now))
    if frame.height >= 15 { addFigures(overview, deck, items, to: &block) }
    if frame.height >= 18 { addCoverage(deck, to: &block, in: world, at: now) }
    block.blank()
    for (place, item) in items.enumerated() {
      addLine(
        item, isHere: place == min(cursor, items.count - 1), to: &block, in: world, frame, at: now)
    }
    block.blank()
    if frame.height >= 18 { addWeek(overview, to: &block, in: world) }
    if !message.isEmpty {
      block.blank()
      block.add(message, role: .accent)
    }
    for notice in world.notices {
      block.blank()
      block.add(notice, role: .warning)
    }
    frame.draw(block, in: frame.bodyArea)
  }

  private func greeting(
    _ items: [Item], _ deck: Deck, _ overview: Overview, in world: World, at now: Now
  ) -> String {
    let hour = now.minuteOfDay / 60
    let hello =
      hour < 4
      ? "Still up?"
      : hour < 12
        ? "Good morning."
        : hour < 18
          ? "Good afternoon." : "Good evening."
    guard !world.exam.isEmpty else {
      return "\(hello) No exam is chosen yet: open the settings with Enter."
    }
    if world.catalog.count(for: world.exam) == 0 {
      return "\(hello) No questions for \(world.exam) were found. "
        + "`sequela bank list` shows where banks are looked for."
    }
    if let date = world.plan.date, date < now.studyDay {
      return "\(hello) Your \(world.exam) exam was on \(date.shortName). How did it go?"
    }
    guard case .study(let plan)? = items.first(where: { $0.isStudy }) else { return hello }
    if plan.cards.isEmpty {
      let next = deck.later.first?.due.map {
        " The next card is due \(Wording.inDays($0 - now.studyDay))."
      }
      return overview.answersToday > 0
        ? "\(hello) All done for today.\(next ?? "")"
        : "\(hello) Nothing is due.\(next ?? "")"
    }
    var text = "\(hello) "
    if plan.dueCount > 0 {
      text += "\(Wording.counted(deck.due.count, "card")) \(deck.due.count == 1 ? "is" : "are") due"
    } else {
      text += "\(Wording.counted(plan.newCount, "new card")) to meet"
    }
    text += "; about \(Wording.counted(plan.minutes, "minute"))."
    if plan.dueLeftOut > 0 {
      text +=
        " \(plan.dueLeftOut) due ones do not fit into \(world.settings.minutes) minutes a day."
    }
    return text
  }

  private func addFigures(
    _ overview: Overview, _ deck: Deck, _ items: [Item], to block: inout TextBlock
  ) {
    var pieces: [TextBlock.Piece] = []
    var x = 2
    func add(_ number: String, _ label: String) {
      pieces.append(TextBlock.Piece(x: x, text: number, role: .heading))
      pieces.append(TextBlock.Piece(x: x + number.count + 1, text: label, role: .muted))
      x += number.count + label.count + 6
    }
    add("\(deck.due.count)", "due")
    if case .study(let plan)? = items.first(where: { $0.isStudy }) {
      add("\(plan.newCount)", "new")
    }
    add("\(overview.streak)", overview.streak == 1 ? "day in a row" : "days in a row")
    block.blank()
    block.add(line: pieces)
  }

  /// Whether all cards are met before the exam, as the plan stands.
  private func addCoverage(
    _ deck: Deck, to block: inout TextBlock, in world: World, at now: Now
  ) {
    switch world.plan.coverage(
      unseen: deck.unseen.count, left: deck.newAllowance(world.progress),
      daily: world.settings.newCards, today: now.studyDay)
    {
    case .all(let day)?:
      block.add(
        "By the plan all \(deck.unseen.count) new cards are met by \(day.shortName).",
        role: .muted, indent: 2)
    case .short(let count)?:
      block.add(
        "\(Wording.counted(count, "new card")) will not be met before the exam. "
          + "More new cards a day (settings), or a later date, would help.",
        role: .warning, indent: 2)
    case nil: break
    }
  }

  private func addLine(
    _ item: Item, isHere: Bool, to block: inout TextBlock, in world: World, _ frame: Frame,
    at now: Now
  ) {
    let (name, detail) = words(item, in: world, at: now)
    var pieces = [
      TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
      TextBlock.Piece(x: 2, text: name, role: isHere ? .selected : .normal),
    ]
    let column = max(26, name.count + 4)
    if column < block.width - 8 {
      pieces.append(
        TextBlock.Piece(
          x: column, text: frame.displayWidth.fitted(detail, width: block.width - column),
          role: .muted))
    }
    block.add(line: pieces)
  }

  private func words(
    _ item: Item, in world: World, at now: Now
  ) -> (name: String, detail: String) {
    switch item {
    case .outcome("passed"): return ("I passed", "well done; the exam is put away")
    case .outcome("failed"): return ("Not yet", "the exam is put away; set a new date in settings")
    case .outcome: return ("It was moved", "set the new date in settings")
    case .study(let plan):
      if plan.cards.isEmpty { return ("Study today", "nothing due, nothing new") }
      let parts = [
        plan.dueCount > 0 ? "\(plan.dueCount) due" : "",
        plan.newCount > 0 ? "\(plan.newCount) new" : "",
      ]
      return ("Study today", parts.filter { !$0.isEmpty }.joined(separator: ", "))
    case .moreNew(let count): return ("Meet new cards", "\(count) more than the plan for today")
    case .ahead(let count): return ("Study ahead", "the \(count) cards that are due next")
    case .exam: return ("Mock exam", ExamWording.standing(in: world, at: now))
    case .weak(let standings):
      return ("Drill weak domains", standings.map(\.domain.title).joined(separator: ", "))
    case .progress: return ("Progress", "")
    case .browse: return ("Browse questions", "")
    case .settings: return ("Settings", "")
    }
  }

  private func addWeek(_ overview: Overview, to block: inout TextBlock, in world: World) {
    guard overview.answers > 0 else { return }
    let total = overview.week.reduce(0, +)
    let chart = Charts.sparkline(overview.week.map(Double.init))
    var text = "\(Wording.duration(milliseconds: total)) answering"
    if let retention = overview.retention {
      text +=
        "     kept \(Int((retention * 100).rounded())) % "
        + "(goal \(Int((world.settings.retention * 100).rounded())) %)"
    }
    block.add(line: [
      TextBlock.Piece(x: 2, text: "This week", role: .muted),
      TextBlock.Piece(x: 13, text: chart, role: .chartFull),
      TextBlock.Piece(x: 23, text: text, role: .normal),
    ])
  }
}
