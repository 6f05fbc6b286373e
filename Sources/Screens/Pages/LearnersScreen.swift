import Study

/// Who studies here: change the learner, or add one.
package struct LearnersScreen: Screen {
  package private(set) var cursor = 0
  /// What is typed as a new name; nil while none is being typed.
  package private(set) var typed: String?
  package private(set) var message = ""

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, open, line(Int), add, type(String), erase, clear, save, drop, close
  }

  package func keys(in world: World) -> KeyMap<Command> {
    if typed != nil {
      return KeyMap(
        [
          KeyBinding(keys: [.enter], command: .save, label: "add", help: "add the learner"),
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
          KeyBinding(
            keys: [.control("u")], command: .clear, label: "clear", help: "empty the line"),
          KeyBinding(keys: [.escape], command: .drop, label: "cancel", help: "add nobody"),
        ], typing: Command.type)
    }
    return KeyMap(
      [
        KeyBinding(keys: [.enter], command: .open, label: "open", help: "go on as this learner"),
        KeyBinding(keys: [.up, .character("k")], command: .up, label: "move", help: "up and down"),
        KeyBinding(
          keys: [.down, .character("j")], command: .down, label: "move", help: "up and down"),
        KeyBinding(keys: [.character("a")], command: .add, label: "add", help: "add a learner"),
      ]
        + world.learners.indices.prefix(9).map { place in
          KeyBinding(
            keys: [.character(Character("\(place + 1)"))], command: .line(place),
            help: "go on as the n-th learner")
        } + [
          KeyBinding(
            keys: [.character("q"), .escape], command: .close, label: "back", help: "back")
        ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, world.learners.count - 1), cursor + 1)
    case .line(let place):
      guard world.learners.indices.contains(place) else { return .stay }
      cursor = place
      return update(.open, in: world, at: now)
    case .open:
      guard world.learners.indices.contains(cursor), world.learners[cursor] != world.learner
      else { return Outcome(.back) }
      return Outcome(.home, effects: [.openLearner(name: world.learners[cursor])])
    case .add: typed = ""
    case .type(let text): typed = String(((typed ?? "") + text).prefix(40))
    case .erase: typed = typed.map { String($0.dropLast()) }
    case .clear: typed = ""
    case .drop: typed = nil
    case .save:
      let text = (typed ?? "").trimmingSpaces
      guard !text.isEmpty else {
        typed = nil
        return .stay
      }
      guard let name = NameRule.name(text) else {
        message = NameRule.sentence
        return .stay
      }
      guard !world.learners.contains(name) else {
        message = "There is already a learner \(name). Choose another name."
        return .stay
      }
      typed = nil
      return Outcome(
        .home,
        effects: [
          .addLearner(
            name: name,
            settings: world.exam.isEmpty
              ? []
              : [.init(key: LearnerSettings.Key.exam(world.exam), value: .text("undated"))])
        ])
    case .close: return Outcome(.back)
    }
    return .stay
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    frame.header("Learners")
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    for (place, name) in world.learners.enumerated() {
      block.add(line: [
        TextBlock.Piece(x: 0, text: place == cursor ? "▸" : " ", role: .accent),
        TextBlock.Piece(x: 2, text: name, role: place == cursor ? .selected : .normal),
        TextBlock.Piece(
          x: 44, text: name == world.learner ? "in use" : "", role: .muted),
      ])
    }
    block.blank()
    if let typed {
      block.add(typed + "_", role: .input, indent: 10, label: "New name", labelRole: .accent)
      if !message.isEmpty {
        block.blank()
        block.add(message, role: .warning)
      }
    } else {
      block.add(
        "A name has 1 to 40 letters, digits, spaces, - and _. "
          + "Each learner has a folder of their own; nothing is shared.", role: .muted)
    }
    frame.draw(block, in: frame.bodyArea)
  }
}
