import Study

extension ExamScreen {
  package func keys(in world: World) -> KeyMap<Command> {
    switch mode {
    case .question, .questionAlone: questionKeys(in: world)
    case .exhibit: exhibitKeys
    case .note: fieldKeys(save: "save")
    case .calculator: fieldKeys(save: "work out")
    case .review: reviewKeys
    case .leave: leaveKeys
    case .confirmSubmit:
      KeyMap([
        KeyBinding(keys: [.enter], command: .submit, label: "submit", help: "submit the exam"),
        KeyBinding(
          keys: [.escape, .character("q")], command: .back, label: "back to the questions",
          help: "back to the questions"),
      ])
    case .confirmDiscard:
      KeyMap([
        KeyBinding(
          keys: [.character("y")], command: .discard, label: "throw it away",
          help: "throw the exam away"),
        KeyBinding(
          keys: [.enter, .escape, .character("q")], command: .back, label: "keep it",
          help: "keep the exam"),
      ])
    }
  }

  private func questionKeys(in world: World) -> KeyMap<Command> {
    let question = question(in: world)
    var bindings: [KeyBinding<Command>] = []
    if mode != .exhibit {
      for place in exam.item.question.order.indices.prefix(6) {
        let letter = Character(UnicodeScalar(UInt8(97 + place)))
        bindings.append(
          KeyBinding(
            keys: [.character(Character("\(place + 1)")), .character(letter)],
            command: .choose(place), label: "answer", help: "choose an option; it is saved at once")
        )
      }
    }
    bindings.append(
      KeyBinding(keys: [.enter], command: .next, label: "next", help: "to the next question"))
    if question.flatMap({ world.catalog.exhibit(of: $0) }) != nil {
      bindings.append(
        KeyBinding(
          keys: [.character("t")], command: .exhibit, label: "record",
          help: "the record alone, the question alone, both"))
    }
    bindings += [
      KeyBinding(
        keys: [.character("v")], command: .review, label: "review",
        help: "see all questions; submit from there"),
      KeyBinding(
        keys: [.character("m")], command: .flag, label: "flag",
        help: "flag the question, or take the flag away"),
      KeyBinding(
        keys: [.character("g")], command: .guess, label: "guess",
        help: "mark the answer as a guess, or not after all"),
      KeyBinding(
        keys: [.character("x")], command: .strike, label: "strike",
        help: "strike out the option at the cursor, or not after all"),
    ]
    if exam.start.rules.allowsBacktracking {
      bindings.append(
        KeyBinding(
          keys: [.left, .character("h")], command: .previous, help: "to the question before"))
    }
    bindings.append(
      KeyBinding(keys: [.right, .character("l")], command: .next, help: "to the question after"))
    if exam.start.rules.isOpenBook {
      bindings.append(
        KeyBinding(
          keys: [.character("o")], command: .book, label: "book",
          help: "note that you open or close a code book"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.character("=")], command: .calculator, label: "calculator",
          help: "open the calculator"),
        KeyBinding(keys: [.up, .character("k")], command: .up, help: "to another option"),
        KeyBinding(keys: [.down, .character("j")], command: .down, help: "to another option"),
        KeyBinding(keys: [.backspace], command: .clear, help: "take the answer away"),
        KeyBinding(keys: [.character("n")], command: .note, help: "write a note on the question"),
        KeyBinding(keys: [.character(".")], command: .clock, help: "hide or show the clock"),
        KeyBinding(
          keys: [.pageDown, .character(" ")], command: .scrollDown, help: "see more below"),
        KeyBinding(keys: [.pageUp], command: .scrollUp, help: "see more above"),
        KeyBinding(
          keys: [.character("q"), .escape], command: .leave, label: "leave",
          help: "pause, submit or throw away"),
      ])
  }

  /// The record alone: arrows scroll it.
  private var exhibitKeys: KeyMap<Command> {
    var bindings = [
      KeyBinding<Command>(
        keys: [.enter], command: .back, label: "to the question", help: "back to the question"),
      KeyBinding(
        keys: [.character("t")], command: .exhibit, label: "question alone",
        help: "the question alone, then both"),
      KeyBinding(
        keys: [.down, .character("j"), .pageDown, .character(" ")], command: .scrollDown,
        label: "scroll", help: "see more below"),
      KeyBinding(
        keys: [.up, .character("k"), .pageUp], command: .scrollUp, label: "scroll",
        help: "see more above"),
    ]
    if exam.start.rules.isOpenBook {
      bindings.append(
        KeyBinding(
          keys: [.character("o")], command: .book, label: "book",
          help: "note that you open or close a code book"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.character("q"), .escape], command: .leave, label: "leave",
          help: "pause, submit or throw away")
      ])
  }

  private func fieldKeys(save: String) -> KeyMap<Command> {
    KeyMap(
      [
        KeyBinding(keys: [.enter], command: .saveText, label: save, help: save),
        KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
        KeyBinding(keys: [.control("u")], command: .wipe, label: "clear", help: "empty the line"),
        KeyBinding(keys: [.escape], command: .dropText, label: "close", help: "back, unsaved"),
      ], typing: Command.type)
  }

  private var reviewKeys: KeyMap<Command> {
    let digits = (0...9).map { digit in
      KeyBinding<Command>(
        keys: [.character(Character("\(digit)"))], command: .type("\(digit)"),
        help: "type a number, then Enter")
    }
    var bindings: [KeyBinding<Command>] = []
    if exam.start.rules.allowsBacktracking {
      bindings = [
        KeyBinding(keys: [.enter], command: .go, label: "go", help: "go to the question"),
        KeyBinding(keys: [.left, .character("h")], command: .left, help: "move"),
        KeyBinding(keys: [.right, .character("l")], command: .right, help: "move"),
        KeyBinding(keys: [.up, .character("k")], command: .up, help: "move"),
        KeyBinding(keys: [.down, .character("j")], command: .down, help: "move"),
      ]
      bindings += digits
      bindings.append(
        KeyBinding(keys: [.backspace], command: .erase, help: "take the last digit away"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.tab], command: .filter, label: "filter",
          help: "all, unanswered, flagged, guessed"),
        KeyBinding(
          keys: [.character("S")], command: .askSubmit, label: "submit", help: "submit the exam"),
        KeyBinding(keys: [.character(".")], command: .clock, help: "hide or show the clock"),
        KeyBinding(
          keys: [.escape, .character("v"), .character("q")], command: .back,
          label: "back", help: "back to the question"),
      ])
  }

  private var leaveKeys: KeyMap<Command> {
    KeyMap([
      KeyBinding(
        keys: [.enter, .character("p")], command: .pause, label: "pause",
        help: "stop the clock and leave; go on another time"),
      KeyBinding(
        keys: [.character("s")], command: .askSubmit, label: "submit", help: "submit the exam"),
      KeyBinding(
        keys: [.character("d")], command: .askDiscard, label: "throw away",
        help: "throw the exam away"),
      KeyBinding(
        keys: [.escape, .character("q")], command: .back, label: "stay",
        help: "back to the question"),
    ])
  }
}
