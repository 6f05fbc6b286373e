import Study

extension ReportScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    drawHeader(on: &frame)
    var area = frame.bodyArea
    let sentence = hasWritten ? "Written to \(world.writtenFile)" : message
    if !sentence.isEmpty {
      var block = TextBlock(width: area.width, using: frame.displayWidth)
      block.add(sentence, role: .accent)
      let (rest, bottom) = area.split(bottom: min(3, block.lines.count))
      frame.draw(
        block, in: Area(x: bottom.x, y: bottom.y + 1, width: bottom.width, height: bottom.height))
      area = rest
    }
    let block = block(width: area.width, frame.displayWidth, in: world)
    frame.draw(block, in: area, scroll: scroll)
  }

  private func drawHeader(on frame: inout Frame) {
    let title = "Report · \(report.exam) · \(report.studyDay.shortName)"
    if mode == .question || mode == .reason {
      let place = (filtered.firstIndex(of: position) ?? 0) + 1
      frame.header(
        title, right: "\(filter.title): \(min(place, filtered.count)) of \(filtered.count)")
      return
    }
    frame.header(title)
    var x = frame.width - 1
    for other in Tab.allCases.reversed() {
      let name = other == tab ? "[\(other.rawValue)]" : " \(other.rawValue) "
      x -= name.count
      frame.put(name, x: x, y: 0, role: other == tab ? .selected : .muted)
    }
  }

  /// The furthest that scrolling makes sense.
  func lastScroll(in world: World) -> Int {
    block(width: world.width - 4, .standard, in: world).lines.count - (world.height - 4)
  }

  private func block(
    width: Int, _ displayWidth: DisplayWidth, in world: World
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    switch mode {
    case .question: addQuestion(to: &block, in: world)
    case .reason:
      block.add("Why was it missed?", role: .heading)
      block.blank()
      for (place, reason) in MissReason.allCases.enumerated() {
        block.add(reason.title, indent: 5, label: "  \(place + 1)", labelRole: .key)
      }
    case .drill: addDrills(to: &block, in: world)
    case .figures:
      switch tab {
      case .result: addResult(to: &block, in: world)
      case .domains: addDomains(to: &block, displayWidth)
      case .time: addTime(to: &block, in: world)
      case .answers: addAnswers(to: &block, in: world)
      }
    }
    return block
  }

  private func addDrills(to block: inout TextBlock, in world: World) {
    block.add("Drill what?", role: .heading)
    block.blank()
    for (place, drill) in drills(in: world).enumerated() {
      let count = Wording.counted(
        min(cards(drill, in: world).count, drill == .weakest ? 20 : .max), "card")
      let text: String
      switch drill {
      case .missed: text = "the missed ones, \(count)"
      case .weakest: text = "the weakest domain: \(report.weakest?.title ?? ""), \(count)"
      case .sureButWrong: text = "sure but wrong, \(count)"
      }
      block.add(text, indent: 5, label: "  \(place + 1)", labelRole: .key)
    }
    block.blank()
    block.add(
      "A drill asks at once and leaves the schedule alone: the missed ones come back tomorrow "
        + "all the same.", role: .muted)
  }

  private func addQuestion(to block: inout TextBlock, in world: World) {
    guard report.items.indices.contains(position), !filtered.isEmpty else {
      block.add("None.", role: .muted)
      return
    }
    let item = report.items[position]
    guard let question = world.catalog.question(item.question.id), let set = question.optionSet
    else {
      block.add("\(item.question.id) is no longer in the banks.", role: .warning)
      return
    }
    block.add(headline(item), role: item.isCorrect == true ? .correct : .wrong)
    var facts = ["\(Wording.duration(milliseconds: item.milliseconds))"]
    if item.bookMilliseconds > 0 {
      facts.append("\(Wording.duration(milliseconds: item.bookMilliseconds)) in the book")
    }
    if !item.question.isScored { facts.append("does not count") }
    if let why = item.why { facts.append("missed: \(why.title)") }
    facts.append(item.question.id)
    block.add(facts.joined(separator: " · "), role: .muted)
    block.blank()
    block.add(question.stem)
    block.blank()
    for (place, option) in item.question.order.enumerated()
    where set.options.indices.contains(option) {
      let isKey = set.options[option].isCorrect
      let isChosen = item.chosen.contains(option)
      block.add(
        set.options[option].text, role: isKey ? .correct : isChosen ? .wrong : .normal, indent: 5,
        label: "\(isKey ? "✓" : isChosen ? "✗" : " ") \(place + 1)",
        labelRole: isKey ? .correct : isChosen ? .wrong : .muted)
      if isChosen, !isKey, !set.options[option].why.isEmpty {
        block.add(set.options[option].why, role: .muted, indent: 5)
      }
    }
    block.blank()
    block.add(question.rationale)
    for reference in question.references {
      block.add(
        reference.source + (reference.section.isEmpty ? "" : ", " + reference.section),
        role: .muted)
    }
    if !item.note.isEmpty {
      block.blank()
      block.add(item.note, role: .accent, indent: 6, label: "Note", labelRole: .muted)
    }
    if let exhibit = world.catalog.exhibit(of: question) {
      block.blank()
      block.add(exhibit.title, role: .heading)
      block.add(exhibit.text)
    }
  }

  private func headline(_ item: ScoreReport.Item) -> String {
    let number = "Question \(position + 1): "
    switch item.isCorrect {
    case nil: return "✗ " + number + "not answered"
    case true?: return "✓ " + number + (item.isSure ? "right" : "right, a guess")
    case false?: return "✗ " + number + (item.isSure ? "wrong, and sure" : "wrong, a guess")
    }
  }
}
