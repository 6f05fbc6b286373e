import Study

/// All questions of the exam: look for one, read it with its answer, mark or suspend it.
package struct BrowseScreen: Screen {
  package private(set) var cursor = 0
  package private(set) var query = ""
  package private(set) var isTyping = false
  /// The question that is being read; nil in the list.
  package private(set) var open: String?
  private var scroll = 0

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, pageUp, pageDown, open, close, search, type(String), erase, clear, done
    case mark, suspend
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
    return KeyMap([
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
        keys: [.character("m")], command: .mark, label: "mark", help: "mark, or take the mark away"),
      KeyBinding(
        keys: [.character("s")], command: .suspend, label: "suspend",
        help: "never ask it again, or ask it again after all"),
      KeyBinding(
        keys: [.character("q"), .escape, .left, .character("h")], command: .close, label: "back",
        help: "back"),
    ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    let found = found(in: world)
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
        open = found[cursor].id
        scroll = 0
      }
    case .close:
      if open == nil { return Outcome(.back) }
      open = nil
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
      return .record(world.event(.mark(question: id, isOn: isOn), at: now))
    case .suspend:
      guard found.indices.contains(cursor) else { return .stay }
      let id = open ?? found[cursor].id
      return .record(
        world.event(
          world.progress[id].isSuspended ? .unsuspend(question: id) : .suspend(question: id),
          at: now))
    }
    return .stay
  }

  /// Questions that may be seen: all but those kept for mock exams until they were met there.
  private func found(in world: World) -> [Question] {
    let words = query.lowercased().split(separator: " ")
    return world.catalog.questions(for: world.exam).filter { question in
      guard question.pool == .study || world.progress[question.id].examAnswers > 0 else {
        return false
      }
      guard !words.isEmpty else { return true }
      let text = "\(question.id) \(question.topic) \(question.stem)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let found = found(in: world)
    frame.header(
      "Browse · \(world.exam)", right: Wording.counted(found.count, "question"))
    if let question = open.flatMap({ world.catalog.question($0) }) {
      frame.draw(reading(question, in: world, frame), in: frame.bodyArea, scroll: scroll)
      return
    }
    var area = frame.bodyArea
    if isTyping || !query.isEmpty {
      frame.put(
        "Search: \(query)\(isTyping ? "_" : "")", x: area.x, y: area.y - 1,
        role: isTyping ? .input : .accent)
    }
    area.y += isTyping || !query.isEmpty ? 1 : 0
    area.height -= isTyping || !query.isEmpty ? 1 : 0
    if found.isEmpty {
      frame.put("Nothing holds these words.", x: area.x, y: area.y, role: .muted)
    }
    let place = min(cursor, max(0, found.count - 1))
    let first = max(0, min(place - area.height / 2, found.count - area.height))
    for (row, question) in found.dropFirst(first).prefix(area.height).enumerated() {
      let isHere = first + row == place
      let card = world.progress[question.id]
      let state = card.isSuspended ? "suspended" : card.isMarked ? "marked" : due(card, now)
      frame.put(isHere ? "▸" : " ", x: area.x, y: area.y + row, role: .accent)
      frame.put(
        frame.displayWidth.fitted(
          "\(question.domain(in: world.exam) ?? ""): \(question.topic)", width: area.width - 18),
        x: area.x + 2, y: area.y + row, role: isHere ? .selected : .normal)
      frame.put(state, endX: area.endX, y: area.y + row, role: .muted)
    }
  }

  private func due(_ card: CardProgress, _ now: Now) -> String {
    switch card.phase {
    case .new: card.answers > 0 ? "drilled" : "new"
    case .learning: "learning"
    case .review(let day):
      day <= now.studyDay ? "due" : Wording.inDays(day - now.studyDay)
    }
  }

  private func reading(_ question: Question, in world: World, _ frame: Frame) -> TextBlock {
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    block.add(question.topic, role: .heading)
    block.blank()
    if let exhibit = world.catalog.exhibit(of: question) {
      block.add(exhibit.title, role: .heading)
      block.add(exhibit.text)
      block.blank()
    }
    block.add(question.stem)
    block.blank()
    switch question.body {
    case .choice(let set), .multiple(let set):
      for option in set.options {
        block.add(
          option.text, role: option.isCorrect ? .correct : .normal, indent: 2,
          label: option.isCorrect ? "✓" : "", labelRole: .correct)
        if !option.why.isEmpty { block.add(option.why, role: .muted, indent: 4) }
      }
    case .code(let code):
      block.add(code.accept.joined(separator: " or "), role: .correct, indent: 2, label: "✓")
    case .flashcard(let card): block.add(card.back, role: .correct, indent: 2, label: "✓")
    }
    block.blank()
    if !question.rationale.isEmpty {
      block.add(question.rationale)
      block.blank()
    }
    for reference in question.references {
      block.add("\(reference.source), \(reference.section)", role: .muted)
    }
    block.add(question.id, role: .muted)
    return block
  }
}
