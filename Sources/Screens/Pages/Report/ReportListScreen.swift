import Study

/// The reports of finished mock exams.
package struct ReportListScreen: Screen {
  package private(set) var cursor = 0

  package init() {}

  package enum Command: Hashable, Sendable {
    case up, down, open, close
  }

  /// The reports of the exam on show, the latest first.
  private func reports(in world: World) -> [ScoreReport] {
    world.reports.filter { $0.exam == world.exam }
  }

  package func keys(in world: World) -> KeyMap<Command> {
    var bindings: [KeyBinding<Command>] = []
    if !reports(in: world).isEmpty {
      bindings = [
        KeyBinding(keys: [.enter], command: .open, label: "open", help: "open the report"),
        KeyBinding(keys: [.up, .character("k")], command: .up, help: "up and down"),
        KeyBinding(keys: [.down, .character("j")], command: .down, help: "up and down"),
      ]
    }
    return KeyMap(
      bindings + [
        KeyBinding(keys: [.character("q"), .escape], command: .close, label: "back", help: "back")
      ])
  }

  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    let reports = reports(in: world)
    switch command {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, reports.count - 1), cursor + 1)
    case .open:
      guard reports.indices.contains(cursor) else { return .stay }
      return Outcome(.open(.report(ReportScreen(reports[cursor]))))
    case .close: return Outcome(.back)
    }
    return .stay
  }

  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let reports = reports(in: world)
    frame.header("Reports · \(world.exam)", right: Wording.counted(reports.count, "mock exam"))
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    if reports.isEmpty { block.add("No mock exam of \(world.exam) is finished yet.") }
    for (place, report) in reports.enumerated() {
      let isHere = place == cursor
      block.add(line: [
        TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
        TextBlock.Piece(
          x: 2, text: report.studyDay.description, role: isHere ? .selected : .normal),
        TextBlock.Piece(
          x: 14,
          text: frame.displayWidth.fitted(
            ReportWording.headline(report), width: block.width - 14), role: .normal),
      ])
    }
    let area = frame.bodyArea
    frame.draw(block, in: area, scroll: max(0, cursor - area.height + 1))
  }
}
