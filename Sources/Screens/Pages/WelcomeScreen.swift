import Study

/// The first run: which exam, when, how many minutes a day; four Enters suffice.
package struct WelcomeScreen: Screen {
  package private(set) var step: Step = .exam
  package private(set) var cursor = 0
  package private(set) var typed = ""
  package private(set) var message = ""
  private var date: CalendarDay?
  private var minutes = 20
  private var name: String

  /// - Parameter name: the name proposed for the learner.
  package init(name: String) { self.name = name }

  package enum Step: Int, Equatable, Sendable {
    case exam, date, minutes, start
  }

  package enum Command: Hashable, Sendable {
    case up, down, pick(Int), next, back, type(String), erase, clear, quit
  }

  package func keys(in world: World) -> KeyMap<Command> {
    let next = KeyBinding<Command>(
      keys: [.enter], command: .next, label: step == .start ? "start" : "next", help: "go on")
    let back = KeyBinding<Command>(
      keys: [.escape], command: .back, label: step == .exam ? "quit" : "back",
      help: step == .exam ? "leave" : "one step back")
    guard step == .exam else {
      return KeyMap(
        [
          next,
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
          KeyBinding(
            keys: [.control("u")], command: .clear, label: "clear", help: "empty the line"),
          back,
        ], typing: Command.type)
    }
    return KeyMap(
      [
        next,
        KeyBinding(keys: [.up, .character("k")], command: .up, label: "move", help: "up and down"),
        KeyBinding(
          keys: [.down, .character("j")], command: .down, label: "move", help: "up and down"),
      ]
        + world.catalog.profiles.indices.prefix(9).map { place in
          KeyBinding(
            keys: [.character(Character("\(place + 1)"))], command: .pick(place),
            help: "choose an exam")
        } + [
          KeyBinding(
            keys: [.character("q"), .escape], command: .quit, label: "quit", help: "leave Sequela")
        ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, world.catalog.profiles.count - 1), cursor + 1)
    case .pick(let place):
      cursor = min(place, max(0, world.catalog.profiles.count - 1))
      return next(in: world, at: now)
    case .next: return next(in: world, at: now)
    case .back:
      guard let before = Step(rawValue: step.rawValue - 1) else { return Outcome(.quit) }
      step = before
      typed = ""
    case .type(let text): typed = String((typed + text).prefix(40))
    case .erase: typed = String(typed.dropLast())
    case .clear: typed = ""
    case .quit: return Outcome(.quit)
    }
    return .stay
  }

  private mutating func next(in world: World, at now: Now) -> Outcome {
    let text = typed.trimmingSpaces
    switch step {
    case .exam:
      guard world.catalog.profiles.indices.contains(cursor) else {
        message = "No exam was found, so there is nothing to choose. See `sequela bank list`."
        return .stay
      }
      step = .date
    case .date:
      if text.isEmpty {
        date = nil
      } else {
        guard let day = DateEntry.parse(text, today: now.studyDay) else {
          message = "That is not a date. Write it like 2027-01-15 or 1/15/2027, or leave it empty."
          return .stay
        }
        guard day >= now.studyDay else {
          message = "\(day) is in the past. Write a future date, or leave it empty."
          return .stay
        }
        date = day
      }
      step = .minutes
    case .minutes:
      if !text.isEmpty {
        guard let value = Int(text), (5...240).contains(value) else {
          message = "Write the minutes as a number from 5 to 240."
          return .stay
        }
        minutes = value
      }
      step = .start
    case .start:
      guard text.isEmpty || NameRule.name(text) != nil else {
        message = NameRule.sentence
        return .stay
      }
      if !text.isEmpty { name = text }
      return begin(in: world)
    }
    typed = ""
    return .stay
  }

  private func begin(in world: World) -> Outcome {
    let exam = world.catalog.profiles[cursor].id
    return Outcome(
      .replace(.home(HomeScreen())),
      effects: [
        .addLearner(
          name: name,
          settings: [
            .init(
              key: LearnerSettings.Key.exam(exam), value: .text(date?.description ?? "undated")),
            .init(key: LearnerSettings.Key.minutes, value: .number(Double(minutes))),
          ]),
        .show(exam: exam),
      ])
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    frame.header("Welcome to Sequela", right: "step \(step.rawValue + 1) of 4")
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    switch step {
    case .exam: addExams(to: &block, in: world)
    case .date:
      block.add("When is your exam?", role: .heading)
      block.blank()
      block.add(
        "Write the date like 2027-01-15 or 1/15/2027. Leave it empty if none is booked; "
          + "you can set it later.")
    case .minutes:
      block.add("How many minutes a day?", role: .heading)
      block.blank()
      block.add(
        "Twenty is a good start. Sequela fills them with what is most at risk, and names the rest.")
    case .start:
      block.add("What should Sequela call you?", role: .heading)
      block.blank()
      block.add(
        "Your answers are kept under this name on this computer, and nowhere else. "
          + "Then Enter starts.")
    }
    if !message.isEmpty {
      block.blank()
      block.add(message, role: .warning)
    }
    frame.draw(block, in: frame.bodyArea)
    drawField(below: block.lines.count, on: &frame)
  }

  private func addExams(to block: inout TextBlock, in world: World) {
    block.add("Which certification are you preparing for?", role: .heading)
    for (place, profile) in world.catalog.profiles.enumerated() {
      let isHere = place == cursor
      block.blank()
      block.add(
        "\(profile.id)  \(profile.title) (\(profile.body))", role: isHere ? .selected : .normal,
        indent: 4, label: "\(isHere ? "▸" : " ") \(place + 1)", labelRole: .accent)
      block.add(profile.summary.trimmingLines, role: .muted, indent: 4)
    }
  }

  private func drawField(below lines: Int, on frame: inout Frame) {
    let label: String
    let standard: String
    switch step {
    case .exam: return
    case .date: (label, standard) = ("Exam date: ", "none yet")
    case .minutes: (label, standard) = ("Minutes a day: ", "\(minutes)")
    case .start: (label, standard) = ("Name: ", name)
    }
    let y = min(frame.height - 3, frame.bodyArea.y + lines + 1)
    let used = frame.put(label, x: 2, y: y, role: .accent)
    if typed.isEmpty {
      frame.put(standard, x: 2 + used, y: y, role: .muted)
      frame.cursor = (2 + used, y)
    } else {
      let columns = frame.put(typed, x: 2 + used, y: y, role: .input)
      frame.cursor = (2 + used + columns, y)
    }
  }
}
