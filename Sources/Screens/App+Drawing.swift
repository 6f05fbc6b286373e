import Study

extension App {
  /// The smallest terminal in which the pages make sense.
  package static let leastSize = (width: 40, height: 12)

  /// The frame for the present state.
  package func frame(displayWidth: DisplayWidth, ascii: Bool, at now: Now) -> Frame {
    var frame = Frame(
      width: world.width, height: world.height, displayWidth: displayWidth, ascii: ascii)
    guard frame.width >= App.leastSize.width, frame.height >= App.leastSize.height else {
      let sentence =
        "Please make the window larger: at least \(App.leastSize.width) x \(App.leastSize.height)."
      for (row, line) in TextWrapping.wrap(
        sentence, width: max(1, frame.width), using: frame.displayWidth
      ).enumerated() {
        frame.put(line, x: 0, y: row, role: .warning)
      }
      return frame
    }
    page.screen.draw(on: &frame, in: world, at: now)
    let help = page.screen.helpLine(
      in: world, width: frame.width - 2, ascii: frame.isASCII)
    frame.put(help, x: 1, y: frame.height - 1, role: .help)
    if let helpScroll { drawHelp(on: &frame, scroll: helpScroll) }
    if let failure { drawFailure(failure, on: &frame) }
    return frame
  }

  private func drawHelp(on frame: inout Frame, scroll: Int) {
    frame.fill(frame.area)
    frame.put("Keys on this page", x: 1, y: 0, role: .title)
    let entries = page.screen.helpEntries(in: world, ascii: frame.isASCII)
    let column = min(
      24, entries.map { frame.displayWidth.columns(of: $0.keys) }.max() ?? 0)
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    for entry in entries {
      block.add(entry.help, indent: column + 2, label: entry.keys, labelRole: .key)
    }
    block.blank()
    block.add("Arrows or h j k l move, Enter takes, Esc goes back, on every page.", role: .muted)
    let area = frame.area.inset(left: 2, top: 2, right: 2, bottom: 2)
    frame.draw(block, in: area, scroll: scroll)
    frame.fill(Area(x: 0, y: frame.height - 1, width: frame.width, height: 1))
    frame.put("up down scroll   any other key closes", x: 1, y: frame.height - 1, role: .help)
  }

  private func drawFailure(_ failure: Failure, on frame: inout Frame) {
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    block.add(failure.sentence, role: .warning)
    block.add("Nothing that was shown before is lost.", role: .muted)
    let height = min(block.lines.count + 2, frame.height - 1)
    let area = Area(x: 0, y: frame.height - 1 - height, width: frame.width, height: height)
    frame.fill(area)
    frame.rule(y: area.y)
    frame.draw(block, in: area.inset(left: 2, top: 1, right: 2))
    frame.fill(Area(x: 0, y: frame.height - 1, width: frame.width, height: 1))
    frame.put(
      "Enter try again   Esc go back without it   q quit", x: 1, y: frame.height - 1, role: .help)
  }
}
