import Study

/// All questions of the exam: look for one, read it with its answer, mark or suspend it.
package struct BrowseScreen: Screen {
  package private(set) var cursor = 0
  package private(set) var query = ""
  package private(set) var isTyping = false
  package private(set) var filter = BrowseFilter.all
  /// The question that is being read; nil in the list.
  package private(set) var open: String?
  /// Whether the answer of a question that was never met was asked for.
  private(set) var isRevealed = false
  /// What the last key has done to the question.
  private(set) var message = ""
  var scroll = 0

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, pageUp, pageDown, open, close, search, type(String), erase, clear, done
    case mark, suspend, next, previous, reveal, nextFilter, filterBefore
  }

  package func keys(in world: World) -> KeyMap<Command> {
    if isTyping {
      return KeyMap(
        [
          KeyBinding(keys: [.enter], command: .done, label: "look", help: "show what fits"),
          KeyBinding(keys: [.backspace], command: .erase, help: "take the last letter away"),
          KeyBinding(
            keys: [.control("u")], command: .clear, label: "clear", help: "empty the line"),
          KeyBinding(keys: [.escape], command: .done, label: "back", help: "back to the list"),
        ], typing: Command.type)
    }
    guard let open else { return listKeys }
    return readingKeys(hidesAnswer: hidesAnswer(of: open, in: world))
  }

  private var listKeys: KeyMap<Command> {
    KeyMap(
      [
        KeyBinding(
          keys: [.enter, .right, .character("l")], command: .open, label: "read",
          help: "read the question with its answer"),
        KeyBinding(keys: [.up, .character("k")], command: .up, label: "move", help: "up and down"),
        KeyBinding(
          keys: [.down, .character("j")], command: .down, label: "move", help: "up and down"),
        KeyBinding(
          keys: [.pageDown, .character(" ")], command: .pageDown, help: "a page further"),
        KeyBinding(keys: [.pageUp], command: .pageUp, help: "a page back"),
        KeyBinding(
          keys: [.character("/")], command: .search, label: "search",
          help: "show only what holds a word"),
        KeyBinding(
          keys: [.tab], command: .nextFilter, label: "filter",
          help: "show all, or only marked, noted, suspended, missed, due or new ones"),
        KeyBinding(keys: [.backTab], command: .filterBefore, help: "the filter before that"),
      ] + decisions + [
        KeyBinding(
          keys: [.character("q"), .escape, .left, .character("h")], command: .close, label: "back",
          help: "back")
      ])
  }

  /// Whether the learner has yet to meet the question: its answer shows only on request.
  func hidesAnswer(of question: String, in world: World) -> Bool {
    !isRevealed && world.progress[question].isUnseen
  }

  private func readingKeys(hidesAnswer: Bool) -> KeyMap<Command> {
    let answer = KeyBinding<Command>(
      keys: [.enter, .character(" ")], command: .reveal, label: "answer",
      help: "show the answer of a question that you have not met yet")
    return KeyMap(
      (hidesAnswer ? [answer] : []) + [
        KeyBinding(
          keys: [.up, .character("k")], command: .up, label: "scroll", help: "see more"),
        KeyBinding(
          keys: [.down, .character("j")], command: .down, label: "scroll", help: "see more"),
        KeyBinding(
          keys: [.left, .character("h")], command: .previous, label: "other question",
          help: "read the question before or after it"),
        KeyBinding(
          keys: [.right, .character("l")], command: .next, label: "other question",
          help: "read the question before or after it"),
        KeyBinding(
          keys: hidesAnswer ? [.pageDown] : [.pageDown, .character(" ")], command: .pageDown,
          help: "a page further"),
        KeyBinding(keys: [.pageUp], command: .pageUp, help: "a page back"),
      ] + decisions + [
        KeyBinding(keys: [.character("/")], command: .search, help: "show only what holds a word"),
        KeyBinding(
          keys: [.character("q"), .escape], command: .close, label: "back", help: "to the list"),
      ])
  }

  private var decisions: [KeyBinding<Command>] {
    [
      KeyBinding(
        keys: [.character("m")], command: .mark, label: "mark", help: "mark, or take the mark away"),
      KeyBinding(
        keys: [.character("s")], command: .suspend, label: "suspend",
        help: "never ask it again, or ask it again after all"),
    ]
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    let found = found(in: world, on: now.studyDay)
    cursor = min(cursor, max(0, found.count - 1))
    let page = max(1, world.height - 6)
    switch command {
    case .up: if open == nil { cursor = max(0, cursor - 1) } else { scroll = max(0, scroll - 1) }
    case .down:
      if open == nil { cursor = min(max(0, found.count - 1), cursor + 1) } else { scroll += 1 }
    case .pageUp:
      if open == nil { cursor = max(0, cursor - page) } else { scroll = max(0, scroll - page) }
    case .pageDown:
      if open == nil {
        cursor = min(max(0, found.count - 1), cursor + page)
      } else {
        scroll += page
      }
    case .open:
      if open == nil, found.indices.contains(cursor) {
        read(found[cursor].id)
      }
    case .next, .previous:
      guard let here = found.firstIndex(where: { $0.id == open }) else { return .stay }
      let place = here + (command == .next ? 1 : -1)
      guard found.indices.contains(place) else {
        message = command == .next ? "This is the last question." : "This is the first question."
        return .stay
      }
      cursor = place
      read(found[place].id)
    case .close:
      if open == nil { return Outcome(.back) }
      open = nil
    case .nextFilter, .filterBefore:
      filter = filter.moved(by: command == .nextFilter ? 1 : -1)
      cursor = 0
    case .reveal: isRevealed = true
    case .search:
      open = nil
      isTyping = true
    case .type(let text):
      query = String((query + text).prefix(60))
      cursor = 0
    case .erase: query = String(query.dropLast())
    case .clear: query = ""
    case .done: isTyping = false
    case .mark:
      guard found.indices.contains(cursor) else { return .stay }
      let id = open ?? found[cursor].id
      let isOn = !world.progress[id].isMarked
      message = isOn ? "Marked." : "The mark is gone."
      return .record(world.event(.mark(question: id, isOn: isOn), at: now))
    case .suspend:
      guard found.indices.contains(cursor) else { return .stay }
      let id = open ?? found[cursor].id
      let isOff = world.progress[id].isSuspended
      message =
        isOff ? "It is asked again." : "Suspended: it is not asked again until s brings it back."
      return .record(
        world.event(isOff ? .unsuspend(question: id) : .suspend(question: id), at: now))
    }
    return .stay
  }

  private mutating func read(_ id: String) {
    open = id
    scroll = 0
    isRevealed = false
  }

  /// Questions that may be seen: all but those kept for mock exams until they were met there.
  func found(in world: World, on day: CalendarDay) -> [Question] {
    let words = query.lowercased().split(separator: " ")
    return world.catalog.questions(for: world.exam).filter { question in
      guard question.pool == .study || world.progress[question.id].examAnswers > 0 else {
        return false
      }
      let card = world.progress[question.id]
      guard filter.holds(card, on: day) else { return false }
      guard !words.isEmpty else { return true }
      let text = BrowseScreen.text(of: question, note: card.note).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// All that a search looks through; accepted codes also without their dots.
  private static func text(of question: Question, note: String) -> String {
    var parts = [question.id, question.topic, question.stem, note]
    switch question.body {
    case .choice(let set), .multiple(let set): parts += set.options.map(\.text)
    case .code(let code):
      parts += code.accept + code.accept.map { Question.CodeAnswer.folded($0) }
    case .flashcard(let card): parts.append(card.back)
    }
    return parts.joined(separator: " ")
  }
}
