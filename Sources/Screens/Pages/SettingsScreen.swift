import Study

/// Exams with their dates, minutes a day, new cards a day, retention.
package struct SettingsScreen: Screen {
  package private(set) var cursor = 0
  /// What is typed as a date; nil while no date is being typed.
  package private(set) var typed: String?
  /// A number under the cursor that is changed and not recorded yet, as digits.
  package private(set) var draft: String?
  /// Whether the draft was typed, so that the next digit belongs to it.
  private(set) var isTypingNumber = false
  package private(set) var message = ""
  /// Whether an empty date was entered once: only the second Enter removes the date.
  private var asksToRemove = false

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, edit, less, more, digit(Int), off, type(String), erase, clear, save, drop, close
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
          KeyBinding(keys: [.escape], command: .drop, label: "cancel", help: "leave unsaved"),
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
          help: "prepare for this exam, or not"))
    case .learners:
      bindings.append(
        KeyBinding(keys: [.enter], command: .edit, label: "open", help: "see all learners"))
    case .minutes, .newCards, .retention:
      if draft != nil {
        bindings += [
          KeyBinding(keys: [.enter], command: .save, label: "save", help: "save the number"),
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last digit away"),
        ]
      }
      bindings += (0...9).map { digit in
        KeyBinding(
          keys: [.character(Character("\(digit)"))], command: .digit(digit), label: "type",
          help: "type the number; Enter or leaving the line saves it")
      }
      bindings += [
        KeyBinding(
          keys: [.left, .character("h")], command: .less, label: "change", help: "less or more"),
        KeyBinding(
          keys: [.right, .character("l")], command: .more, label: "change", help: "less or more"),
      ]
    }
    if draft != nil {
      bindings.append(
        KeyBinding(keys: [.escape], command: .drop, label: "cancel", help: "leave it unsaved"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: draft == nil ? [.character("q"), .escape] : [.character("q")], command: .close,
          label: "back", help: "back")
      ])
  }

  func rows(in world: World) -> [Row] {
    world.catalog.profiles.map { .exam($0.id) } + [.minutes, .newCards, .retention, .learners]
  }

  func row(in world: World) -> Row {
    let rows = rows(in: world)
    return rows[min(cursor, rows.count - 1)]
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    let isSure = asksToRemove
    asksToRemove = false
    switch command {
    case .up, .down:
      guard let effects = settle(in: world, at: now) else { return .stay }
      cursor = min(rows(in: world).count - 1, max(0, cursor + (command == .up ? -1 : 1)))
      return Outcome(effects: effects)
    case .edit:
      if row(in: world) == .learners { return Outcome(.open(.learners(LearnersScreen()))) }
      typed = date(in: world)?.description ?? ""
    case .less: change(by: -1, in: world)
    case .more: change(by: 1, in: world)
    case .digit(let digit):
      draft = String(((isTypingNumber ? draft ?? "" : "") + "\(digit)").prefix(3))
      isTypingNumber = true
    case .off: return toggle(in: world, at: now)
    case .type(let text): typed = String(((typed ?? "") + text).prefix(20))
    case .erase:
      typed = typed.map { String($0.dropLast()) }
      draft = draft.map { String($0.dropLast()) }
      isTypingNumber = draft != nil
    case .clear: typed = ""
    case .save where draft != nil:
      return Outcome(effects: settle(in: world, at: now) ?? [])
    case .save: return saveDate(isSure: isSure, in: world, at: now)
    case .drop: (typed, draft, isTypingNumber) = (nil, nil, false)
    case .close:
      guard let effects = settle(in: world, at: now) else { return .stay }
      return Outcome(.back, effects: effects)
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
        message = "Write a future date, like 2027-01-15 or 1/15/2027, or nothing for no date."
        return .stay
      }
      value = day.description
    }
    typed = nil
    return switchOn(exam, .text(value), in: world, at: now)
  }

  private mutating func toggle(in world: World, at now: Now) -> Outcome {
    guard case .exam(let exam) = row(in: world) else { return .stay }
    let isOn = world.settings.exams.contains { $0.exam == exam }
    if isOn {
      let others = world.settings.exams.filter { $0.exam != exam }
      return record(
        LearnerSettings.Key.exam(exam), .text("off"), in: world, at: now,
        showing: exam == world.exam ? others.first?.exam : nil)
    }
    return switchOn(exam, .text("undated"), in: world, at: now)
  }

  /// Records that an exam is prepared for; the one that was shown stays on show, unless it is none
  /// of those that are prepared for.
  private mutating func switchOn(
    _ exam: String, _ value: SettingValue, in world: World, at now: Now
  ) -> Outcome {
    let hasShown = world.settings.exams.contains { $0.exam == world.exam }
    if hasShown, exam != world.exam { message = "Tab on the first page shows \(exam)." }
    return record(
      LearnerSettings.Key.exam(exam), value, in: world, at: now, showing: hasShown ? nil : exam)
  }

  /// Takes the number under the cursor so many steps up or down; nothing is recorded yet.
  private mutating func change(by step: Int, in world: World) {
    guard let number = NumberRow(row(in: world)) else { return }
    let value = draft.flatMap { Int($0) } ?? number.value(world.settings)
    let next = value + step * number.step
    draft = String(min(number.range.upperBound, max(number.range.lowerBound, next)))
    isTypingNumber = false
  }

  /// The events for a changed number, which is a draft no longer; none where it is as before, nil
  /// where it may not be: then a message says what may.
  private mutating func settle(in world: World, at now: Now) -> [Effect]? {
    guard let text = draft, let number = NumberRow(row(in: world)) else { return [] }
    guard let value = Int(text), number.range.contains(value) else {
      message =
        "Write a number from \(number.range.lowerBound) to \(number.range.upperBound), "
        + "or cancel with Esc."
      return nil
    }
    (draft, isTypingNumber) = (nil, false)
    guard value != number.value(world.settings) else { return [] }
    return record(number.key, number.setting(value), in: world, at: now).effects
  }

  private func record(
    _ key: String, _ value: SettingValue, in world: World, at now: Now, showing exam: String? = nil
  ) -> Outcome {
    guard world.settings.values[key] != value else { return .stay }
    var effects: [Effect] = [.record([world.event(.setting(key: key, value: value), at: now)])]
    if let exam, exam != world.exam { effects.append(.show(exam: exam)) }
    return Outcome(effects: effects)
  }
}
