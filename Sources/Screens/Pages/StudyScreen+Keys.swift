import FSRS
import Study

extension StudyScreen {
  package func keys(in world: World) -> KeyMap<Command> {
    guard let question = question(in: world) else {
      return KeyMap([KeyBinding(keys: [.enter], command: .leave, label: "done", help: "end")])
    }
    switch phase {
    case .exhibit: return exhibitKeys
    case .question: return questionKeys(question, in: world)
    case .field:
      return KeyMap(
        [
          KeyBinding(keys: [.enter], command: .sure, label: "sure", help: "answer, being sure"),
          KeyBinding(
            keys: [.control("g")], command: .guess, label: "guess", help: "answer as a guess"),
          KeyBinding(
            keys: [.control("u")], command: .clear, label: "clear", help: "empty the field"),
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
          KeyBinding(
            keys: [.escape], command: .leaveField, label: "leave the field",
            help: "leave the field, so that letters are commands"),
        ] + scrolling.dropFirst(), typing: Command.type)
    case .turned: return flashcardKeys(question, in: world)
    case .verdict(let verdict): return verdictKeys(verdict, question, in: world)
    case .writing: return writingKeys
    case .reason: return reasonKeys
    }
  }

  /// Scrolling, and Esc, which closes what is open and never the session.
  private var scrolling: [KeyBinding<Command>] {
    [
      KeyBinding(keys: [.escape], command: .goBack, help: "close what is open"),
      KeyBinding(keys: [.pageDown], command: .scrollDown, help: "see more below"),
      KeyBinding(keys: [.pageUp], command: .scrollUp, help: "see more above"),
    ]
  }

  /// Where Space turns nothing and chooses nothing, it pages.
  private var pagingWithSpace: [KeyBinding<Command>] {
    [
      KeyBinding(
        keys: [.pageDown, .character(" ")], command: .scrollDown, help: "see more below"),
      KeyBinding(keys: [.pageUp], command: .scrollUp, help: "see more above"),
    ]
  }

  private var exhibitKeys: KeyMap<Command> {
    KeyMap([
      KeyBinding(
        keys: [.enter, .character("t"), .escape], command: .exhibit, label: "to the question",
        help: "go to the question; t comes back here"),
      KeyBinding(
        keys: [.down, .character("j"), .character(" "), .pageDown], command: .scrollDown,
        label: "scroll", help: "see more below"),
      KeyBinding(
        keys: [.up, .character("k"), .pageUp], command: .scrollUp, help: "see more above"),
      KeyBinding(keys: [.character("q")], command: .leave, label: "leave", help: "end the session"),
    ])
  }

  private func questionKeys(_ question: Question, in world: World) -> KeyMap<Command> {
    var bindings: [KeyBinding<Command>] = []
    switch question.body {
    case .choice, .multiple:
      let isMultiple = question.kind == .multiple
      for place in order.indices.prefix(6) {
        let letter = Character(UnicodeScalar(UInt8(97 + place)))
        bindings.append(
          KeyBinding(
            keys: [.character(Character("\(place + 1)")), .character(letter)],
            command: .choose(place), label: "choose",
            help: isMultiple ? "choose an option, or not after all" : "choose an option"))
      }
      bindings += [
        KeyBinding(
          keys: [.up, .character("k")], command: .up, help: "to another option"),
        KeyBinding(
          keys: [.down, .character("j")], command: .down, help: "to another option"),
      ]
      if isMultiple {
        bindings.append(
          KeyBinding(
            keys: [.character(" ")], command: .choose(cursor ?? 0), help: "choose at the cursor"))
      }
      bindings += [
        KeyBinding(keys: [.enter], command: .sure, label: "sure", help: "answer, being sure"),
        KeyBinding(
          keys: [.character("g")], command: .guess, label: "guess", help: "answer as a guess"),
      ]
    case .code:
      bindings += [
        KeyBinding(keys: [.enter], command: .sure, label: "sure", help: "answer, being sure"),
        KeyBinding(
          keys: [.character("g")], command: .guess, label: "guess", help: "answer as a guess"),
        KeyBinding(
          keys: [.character("i")], command: .enterField, label: "type",
          help: "go back into the field"),
      ]
    case .flashcard:
      bindings.append(
        KeyBinding(
          keys: [.enter, .character(" ")], command: .turn, label: "turn", help: "turn the card"))
    }
    if world.catalog.exhibit(of: question) != nil {
      bindings.append(
        KeyBinding(
          keys: [.character("t")], command: .exhibit, label: "record", help: "read the record"))
    }
    let paging = question.kind == .choice || question.kind == .code
    return KeyMap(
      bindings + cardKeys(in: world) + (paging ? pagingWithSpace : scrolling) + [leaveKey])
  }

  private func flashcardKeys(_ question: Question, in world: World) -> KeyMap<Command> {
    let ratings = Rating.allCases.map { rating in
      KeyBinding<Command>(
        keys: [.character(Character("\(rating.rawValue)"))], command: .rate(rating),
        label: "rate", help: "Again, Hard, Good or Easy")
    }
    return KeyMap(
      ratings + [
        KeyBinding(keys: [.enter], command: .rate(.good), label: "Good", help: "rate it Good"),
        KeyBinding(
          keys: [.character(" ")], command: .turn, help: "turn the card back"),
      ] + cardKeys(in: world) + scrolling + [leaveKey])
  }

  private func verdictKeys(
    _ verdict: Verdict, _ question: Question, in world: World
  ) -> KeyMap<Command> {
    var bindings = [
      KeyBinding<Command>(
        keys: [.enter, .character(" ")], command: .next, label: "next", help: "the next card")
    ]
    if verdict.isCorrect, !verdict.movesSchedule {
      // A grade would change nothing.
    } else if verdict.isCorrect {
      bindings += [
        KeyBinding(
          keys: [.left, .character("h")], command: .gradeDown, label: "grade",
          help: "it was harder or easier: sooner or later"),
        KeyBinding(
          keys: [.right, .character("l")], command: .gradeUp, label: "grade",
          help: "it was harder or easier: sooner or later"),
      ]
    } else {
      bindings.append(
        KeyBinding(
          keys: [.character("r")], command: .askWhy, label: "why missed",
          help: "note why it was missed"))
    }
    bindings.append(
      KeyBinding(
        keys: [.character("o")], command: .source, label: "source",
        help: "all sources of the question"))
    if world.catalog.exhibit(of: question) != nil {
      bindings.append(
        KeyBinding(
          keys: [.character("t")], command: .exhibit, label: "record", help: "read the record"))
    }
    return KeyMap(
      bindings + cardKeys(in: world) + [
        KeyBinding(keys: [.escape], command: .goBack, help: "close what is open"),
        KeyBinding(
          keys: [.down, .character("j"), .pageDown], command: .scrollDown, help: "see more below"),
        KeyBinding(
          keys: [.up, .character("k"), .pageUp], command: .scrollUp, help: "see more above"),
        leaveKey,
      ])
  }

  /// What can be done with any card.
  private func cardKeys(in world: World) -> [KeyBinding<Command>] {
    var bindings = [
      KeyBinding<Command>(
        keys: [.character("m")], command: .mark, label: "mark",
        help: "mark the card, or take the mark away"),
      KeyBinding(
        keys: [.character("n")], command: .note, label: "note", help: "write a note of your own"),
      KeyBinding(
        keys: [.character("z")], command: .notToday, label: "not today",
        help: "not today: put it off until tomorrow"),
      KeyBinding(
        keys: [.character("s")], command: .suspend, help: "suspend: never ask it again"),
      KeyBinding(
        keys: [.character("!")], command: .report, help: "report a fault of the question"),
    ]
    if session.canUndo {
      bindings.append(
        KeyBinding(
          keys: [.character("u")], command: .undo, label: "undo",
          help: "take the last step back"))
    }
    return bindings
  }

  private var leaveKey: KeyBinding<Command> {
    KeyBinding(
      keys: [.character("q")], command: .leave, label: "leave",
      help: "end the session; all answers are saved")
  }

  private var writingKeys: KeyMap<Command> {
    KeyMap(
      [
        KeyBinding(keys: [.enter], command: .saveText, label: "save", help: "save"),
        KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
        KeyBinding(keys: [.control("u")], command: .clear, label: "clear", help: "empty the line"),
        KeyBinding(keys: [.escape], command: .dropText, label: "cancel", help: "leave unsaved"),
      ], typing: Command.type)
  }

  private var reasonKeys: KeyMap<Command> {
    KeyMap(
      MissReason.allCases.enumerated().map { place, reason in
        KeyBinding(
          keys: [.character(Character("\(place + 1)"))], command: .why(reason), label: "reason",
          help: "note the reason")
      } + [KeyBinding(keys: [.escape], command: .dropWhy, label: "none", help: "no reason")])
  }
}
