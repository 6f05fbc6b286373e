import Study

extension BrowseScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let found = found(in: world, on: now.studyDay)
    let question = open.flatMap { world.catalog.question($0) }
    frame.header(
      "Browse · \(world.exam)",
      right: question.map { standing(of: $0, in: world, now) }
        ?? Wording.counted(found.count, "question"))
    var area = frame.bodyArea
    if !message.isEmpty {
      area.height -= 1
      frame.put(message, x: area.x, y: area.endY, role: .accent, maxWidth: area.width)
    }
    if let question {
      frame.draw(reading(question, in: world, frame), in: area, scroll: scroll)
      return
    }
    if isTyping || !query.isEmpty || filter != .all {
      drawChoice(on: &frame, at: area)
      area.y += 1
      area.height -= 1
    }
    if found.isEmpty {
      let other = filter == .all ? "" : " Tab shows other questions."
      frame.put("Nothing matches.\(other)", x: area.x, y: area.y, role: .muted)
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

  /// Draws what is searched for and the filter, above the list.
  private func drawChoice(on frame: inout Frame, at area: Area) {
    if isTyping || !query.isEmpty {
      frame.put(
        "Search: \(query)\(isTyping ? "_" : "")", x: area.x, y: area.y - 1,
        role: isTyping ? .input : .accent)
    }
    if filter != .all {
      frame.put("Only: \(filter.title)", endX: area.endX, y: area.y - 1, role: .accent)
    }
  }

  /// All that the learner has decided on a question, and where it stands in the schedule.
  private func standing(of question: Question, in world: World, _ now: Now) -> String {
    let card = world.progress[question.id]
    let parts = [
      card.isMarked ? "marked" : "", card.note.isEmpty ? "" : "note",
      card.isSuspended ? "suspended" : due(card, now),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
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
    if hidesAnswer(of: question.id, in: world) {
      for option in question.optionSet?.options ?? [] { block.add(option.text, indent: 2) }
      if question.optionSet != nil { block.blank() }
      block.add("You have not met this question yet. Enter shows its answer.", role: .muted)
      addNote(question, to: &block, in: world)
      return block
    }
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
    addNote(question, to: &block, in: world)
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

  private func addNote(_ question: Question, to block: inout TextBlock, in world: World) {
    let note = world.progress[question.id].note
    guard !note.isEmpty else { return }
    block.blank()
    block.add(note, role: .accent, indent: 6, label: "Note", labelRole: .muted)
  }
}
