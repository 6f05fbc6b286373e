import Study

extension ProgressScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    frame.header(
      "Progress · \(world.exam) · \(tab.question)",
      right: "\(world.exam) \(Wording.examDate(world.plan, today: now.studyDay))")
    drawTabs(on: &frame)
    let report = world.report(at: now)
    let block = block(report, in: world, width: frame.width - 4, using: frame.displayWidth)
    let area = frame.area.inset(left: 2, top: 3, right: 2, bottom: 2)
    var scroll = scroll
    if tab == .domains {
      // The line of the cursor stays in sight.
      let line = block.lines.count - report.domains.count + cursor
      scroll = max(0, line + 2 - area.height)
    }
    frame.draw(block, in: area, scroll: scroll)
    if let written = writtenSentence {
      frame.fill(Area(x: 0, y: area.endY, width: frame.width, height: 1))
      frame.put(written, x: 2, y: area.endY, role: .accent)
    }
  }

  /// The names of all tabs, as wide as there is room.
  private func drawTabs(on frame: inout Frame) {
    let names = ProgressTab.allCases.map(\.name)
    let width = names.reduce(0) { $0 + $1.count }
    let gap = min(3, max(1, (frame.width - 2 - width) / (names.count - 1)))
    guard width + gap * (names.count - 1) < frame.width else {
      frame.put("‹ \(tab.rawValue + 1) of \(names.count): \(tab.name) ›", x: 1, y: 1, role: .muted)
      return
    }
    var x = frame.width > width + gap * (names.count - 1) + 1 ? 1 : 0
    for other in ProgressTab.allCases {
      frame.put(other.name, x: x, y: 1, role: other == tab ? .selected : .muted)
      x += other.name.count + gap
    }
  }

  /// Everything of the tab, its answer first.
  func block(
    _ report: ProgressReport, in world: World, width: Int, using displayWidth: DisplayWidth
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    block.add(ProgressAnswers.answer(tab, report), role: .heading)
    switch tab {
    case .overview: block.addOverview(report)
    case .calendar: block.addCalendar(report)
    case .memory: block.addMemory(report)
    case .domains: block.addDomains(report, cursor: cursor, displayWidth)
    case .exams: block.addExams(report)
    case .readiness: block.addReadiness(report)
    case .confidence: block.addConfidence(report, world.catalog, displayWidth)
    }
    return block
  }
}
