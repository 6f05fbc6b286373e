import Study

extension ExamScreen {
  /// Where question and exhibit stand.
  struct Layout {
    var exhibit: Part?
    var question: Part?

    /// A block and the room for it.
    struct Part {
      var block: TextBlock
      var area: Area
      var scroll: Int
      /// Lines below what is shown.
      var below: Int { max(0, block.lines.count - scroll - area.height) }
    }
  }

  /// Side by side in a wide terminal, else the exhibit above; where both do not fit, the exhibit
  /// scrolls and the question keeps what it needs.
  func layout(in area: Area, _ world: World, _ displayWidth: DisplayWidth) -> Layout {
    guard let question = question(in: world) else {
      return Layout(question: part(missingBlock(area.width, displayWidth), area, scroll: 0))
    }
    guard let exhibit = world.catalog.exhibit(of: question) else {
      let block = block(of: question, width: area.width, displayWidth)
      return Layout(question: part(block, area, scroll: inSight(block, area.height, scroll)))
    }
    if ExamScreen.fitsExhibit(beside: world) {
      let (left, right) = area.split(left: area.width / 2)
      let text = block(of: exhibit, width: left.width - 3, displayWidth)
      let block = block(of: question, width: right.width, displayWidth)
      return Layout(
        exhibit: part(text, left.inset(right: 3), scroll: scroll),
        question: part(block, right, scroll: inSight(block, right.height, 0)))
    }
    let text = block(of: exhibit, width: area.width, displayWidth)
    let block = block(of: question, width: area.width, displayWidth)
    switch mode {
    case .exhibit: return Layout(exhibit: part(text, area, scroll: scroll))
    case .questionAlone:
      return Layout(question: part(block, area, scroll: inSight(block, area.height, scroll)))
    default: break
    }
    let least = min(text.lines.count, max(3, area.height / 3))
    let height = min(text.lines.count, max(least, area.height - block.lines.count - 1))
    let (top, rest) = area.split(top: height)
    let bottom = rest.inset(top: 1)
    return Layout(
      exhibit: part(text, top, scroll: scroll),
      question: part(block, bottom, scroll: inSight(block, bottom.height, 0)))
  }

  private func part(_ block: TextBlock, _ area: Area, scroll: Int) -> Layout.Part {
    Layout.Part(
      block: block, area: area,
      scroll: max(0, min(scroll, block.lines.count - area.height)))
  }

  /// The furthest that scrolling makes sense.
  func lastScroll(in world: World) -> Int {
    let area = questionArea(width: world.width, height: world.height)
    let layout = self.layout(in: area, world, .standard)
    let part = layout.exhibit ?? layout.question
    return part.map { $0.block.lines.count - $0.area.height } ?? 0
  }

  /// How far a page key scrolls.
  func pageStep(in world: World) -> Int {
    let area = questionArea(width: world.width, height: world.height)
    let layout = self.layout(in: area, world, .standard)
    return max(1, ((layout.exhibit ?? layout.question)?.area.height ?? 2) - 1)
  }

  /// The learner's scrolling, but the option under the cursor stays in sight.
  private func inSight(_ block: TextBlock, _ height: Int, _ scroll: Int) -> Int {
    guard cursor != nil, block.lines.count > height,
      let line = block.lines.lastIndex(where: { $0.pieces.first?.text.hasPrefix("▸") == true })
    else { return scroll }
    var end = line + 1
    while end < block.lines.count, block.lines[end].pieces.first?.x ?? 0 > 2 { end += 1 }
    return max(0, min(end - height, line), min(scroll, line))
  }

  private func block(
    of exhibit: Exhibit, width: Int, _ displayWidth: DisplayWidth
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    block.add(exhibit.title, role: .heading)
    block.add(exhibit.text)
    return block
  }

  private func block(
    of question: Question, width: Int, _ displayWidth: DisplayWidth
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    let item = exam.item
    block.add(question.stem)
    block.blank()
    let options = question.optionSet?.options ?? []
    for (place, option) in item.question.order.enumerated() where options.indices.contains(option) {
      let isHere = place == cursor
      let isStruck = item.struck.contains(option)
      let isChosen = item.chosen.contains(option)
      var text = options[option].text
      if isChosen { text += item.isGuess ? " ● (a guess)" : " ●" }
      if isStruck { text += "  (struck)" }
      block.add(
        text, role: isStruck ? .struck : isHere ? .selected : isChosen ? .heading : .normal,
        indent: 5, label: "\(isHere ? "▸" : " ") \(place + 1)",
        labelRole: isHere ? .accent : .muted)
    }
    if !item.isAnswered, item.isGuess {
      block.blank()
      block.add("Marked as a guess, not answered yet.", role: .muted)
    }
    if !item.note.isEmpty {
      block.blank()
      block.add(item.note, role: .accent, indent: 6, label: "Note", labelRole: .muted)
    }
    return block
  }

  private func missingBlock(_ width: Int, _ displayWidth: DisplayWidth) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    block.add(
      "This question (\(exam.item.question.id)) is no longer in the banks. Go on with the next; "
        + "it stays unanswered.", role: .warning)
    return block
  }
}
