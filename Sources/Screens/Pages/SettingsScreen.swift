import Study

/// Exams with their dates, minutes a day, new cards a day, retention.
package struct SettingsScreen: Screen {
  package private(set) var cursor = 0
  /// What is typed as a date; nil while no date is being typed.
  package private(set) var typed: String?
  package private(set) var message = ""
  /// Whether an empty date was entered once: only the second Enter removes the date.
  private var asksToRemove = false

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, edit, less, more, off, type(String), erase, clear, save, drop, close
  }

  /// One line of the page.
  enum Row: Equatable, Sendable {
    case exam(String)
    case minutes, newCards, retention, learners
  }

  package func keys(in world: World) -> KeyMap<Command> {
    if typed != nil {
      return KeyMap(
        [
          KeyBinding(keys: [.enter], command: .save, label: "save", help: "save"),
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
          KeyBinding(
            keys: [.control("u")], command: .clear, label: "clear", help: "empty the line"),
          KeyBinding(keys: [.escape], command: .drop, label: "drop it", help: "leave unsaved"),
        ], typing: Command.type)
    }
    var bindings = [
      KeyBinding<Command>(
        keys: [.up, .character("k")], command: .up, label: "move", help: "up and down"),
      KeyBinding(
        keys: [.down, .character("j")], command: .down, label: "move", help: "up and down"),
    ]
    switch row(in: world) {
    case .exam:
      bindings.append(
        KeyBinding(keys: [.enter], command: .edit, label: "set the date", help: "set the date"))
      bindings.append(
        KeyBinding(
          keys: [.character("x")], command: .off, label: "on or off",
          help: "prepare for this exam, or put it away"))
    case .learners:
      bindings.append(
        KeyBinding(keys: [.enter], command: .edit, label: "open", help: "see all learners"))
    case .minutes, .newCards, .retention:
      bindings += [
        KeyBinding(
          keys: [.left, .character("h")], command: .less, label: "change", help: "less or more"),
        KeyBinding(
          keys: [.right, .character("l")], command: .more, label: "change", help: "less or more"),
      ]
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.character("q"), .escape], command: .close, label: "back", help: "back")
      ])
  }

  func rows(in world: World) -> [Row] {
    world.catalog.profiles.map { .exam($0.id) } + [.minutes, .newCards, .retention, .learners]
  }

  private func row(in world: World) -> Row {
    let rows = rows(in: world)
    return rows[min(cursor, rows.count - 1)]
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    let isSure = asksToRemove
    asksToRemove = false
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(rows(in: world).count - 1, cursor + 1)
    case .edit:
      if row(in: world) == .learners { return Outcome(.open(.learners(LearnersScreen()))) }
      typed = date(in: world)?.description ?? ""
    case .less: return change(by: -1, in: world, at: now)
    case .more: return change(by: 1, in: world, at: now)
    case .off: return toggle(in: world, at: now)
    case .type(let text): typed = String(((typed ?? "") + text).prefix(20))
    case .erase: typed = typed.map { String($0.dropLast()) }
    case .clear: typed = ""
    case .save: return saveDate(isSure: isSure, in: world, at: now)
    case .drop: typed = nil
    case .close: return Outcome(.back)
    }
    return .stay
  }

  /// The date of the exam under the cursor; nil where none is set.
  private func date(in world: World) -> CalendarDay? {
    guard case .exam(let exam) = row(in: world) else { return nil }
    return world.settings.plan(for: exam).date
  }

  private mutating func saveDate(isSure: Bool, in world: World, at now: Now) -> Outcome {
    guard case .exam(let exam) = row(in: world), let text = typed?.trimmingSpaces else {
      return .stay
    }
    var value = "undated"
    if text.isEmpty {
      if let date = date(in: world), !isSure {
        asksToRemove = true
        message = "Enter again removes the date \(date); Esc keeps it."
        return .stay
      }
    } else if text == date(in: world)?.description {
      // As it was prefilled, a date that has passed included.
      typed = nil
      return .stay
    } else {
      guard let day = DateEntry.parse(text, today: now.studyDay), day >= now.studyDay else {
        message = "Write a date to come, like 2027-01-15 or 1/15/2027, or nothing for no date."
        return .stay
      }
      value = day.description
    }
    typed = nil
    return record(LearnerSettings.Key.exam(exam), .text(value), in: world, at: now, showing: exam)
  }

  private func toggle(in world: World, at now: Now) -> Outcome {
    guard case .exam(let exam) = row(in: world) else { return .stay }
    let isOn = world.settings.exams.contains { $0.exam == exam }
    if isOn {
      let others = world.settings.exams.filter { $0.exam != exam }
      return record(
        LearnerSettings.Key.exam(exam), .text("off"), in: world, at: now,
        showing: exam == world.exam ? others.first?.exam : nil)
    }
    return record(
      LearnerSettings.Key.exam(exam), .text("undated"), in: world, at: now, showing: exam)
  }

  private func change(by step: Int, in world: World, at now: Now) -> Outcome {
    let settings = world.settings
    switch row(in: world) {
    case .minutes:
      let minutes = min(240, max(5, settings.minutes + step * 5))
      return record(LearnerSettings.Key.minutes, .number(Double(minutes)), in: world, at: now)
    case .newCards:
      let count = max(0, min(100, (settings.newCards ?? 0) + step * 5))
      return record(LearnerSettings.Key.newCards, .number(Double(count)), in: world, at: now)
    case .retention:
      let percent = min(97, max(70, Int((settings.retention * 100).rounded()) + step))
      return record(
        LearnerSettings.Key.retention, .number(Double(percent) / 100), in: world, at: now)
    case .exam, .learners: return .stay
    }
  }

  private func record(
    _ key: String, _ value: SettingValue, in world: World, at now: Now, showing exam: String? = nil
  ) -> Outcome {
    guard world.settings.values[key] != value else { return .stay }
    var effects: [Effect] = [.record([world.event(.setting(key: key, value: value), at: now)])]
    if let exam, exam != world.exam { effects.append(.show(exam: exam)) }
    return Outcome(effects: effects)
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    frame.header("Settings", right: world.learner)
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    for (place, row) in rows(in: world).enumerated() {
      let isHere = place == min(cursor, rows(in: world).count - 1)
      let (name, value) = words(row, in: world, at: now)
      let isTyping = isHere && typed != nil
      if row == .minutes || row == .learners { block.blank() }
      block.add(line: [
        TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
        TextBlock.Piece(x: 2, text: name, role: isHere ? .selected : .normal),
        TextBlock.Piece(
          x: 22, text: isTyping ? (typed ?? "") + "_" : value, role: isTyping ? .input : .heading),
      ])
    }
    block.blank()
    block.add(explanation(row(in: world)), role: .muted)
    if !message.isEmpty {
      block.blank()
      block.add(message, role: .warning)
    }
    frame.draw(block, in: frame.bodyArea)
  }

  private func words(_ row: Row, in world: World, at now: Now) -> (String, String) {
    let settings = world.settings
    switch row {
    case .exam(let exam):
      guard let plan = settings.exams.first(where: { $0.exam == exam }) else {
        return (exam, "not now")
      }
      guard let date = plan.date else { return (exam, "no date yet") }
      return (exam, "\(date)  (\(Wording.examDate(plan, today: now.studyDay)))")
    case .minutes: return ("Minutes a day", "\(settings.minutes)")
    case .newCards: return ("New cards a day", settings.newCards.map(String.init) ?? "by the plan")
    case .retention:
      return ("Retention", "\(Int((settings.retention * 100).rounded())) %")
    case .learners: return ("Learner", world.learner)
    }
  }

  private func explanation(_ row: Row) -> String {
    switch row {
    case .exam:
      "The nearest date is shown first. Questions whose codes do not hold on that day are left out."
    case .minutes: "A session ends at this length; what is left over is named, not hidden."
    case .newCards:
      "By the plan: all cards are met a week before the exam, 5 to 30 a day; 10 without a date."
    case .retention:
      "The chance of recall at which a card comes back. Higher means more reviews each day."
    case .learners: "Each learner has a folder of their own."
    }
  }
}
