import FSRS
import Study

extension StudyScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    guard let question = question(in: world) else { return }
    drawHeader(question, on: &frame, in: world)
    var area = frame.bodyArea
    if case .writing(let draft, _) = phase {
      area = drawField(
        draft == .note ? "Your note: " : "What is wrong with it? ", above: area, on: &frame)
    } else if !message.isEmpty {
      area.height -= 1
      frame.put(message, x: area.x, y: area.endY, role: .accent, maxWidth: area.width)
    } else if case .verdict(let verdict) = phase {
      // Always in sight, for the left and right keys change it.
      area.height -= 1
      let text = schedule(verdict, question, in: world, at: now)
      frame.put(
        frame.displayWidth.fitted(text, width: area.width), x: area.x, y: area.endY, role: .muted)
    }
    if let exhibit = world.catalog.exhibit(of: question) {
      if StudyScreen.fitsExhibit(beside: world) {
        let (left, rest) = area.split(left: area.width / 2)
        frame.draw(
          exhibitBlock(exhibit, width: left.width - 2, frame.displayWidth),
          in: left.inset(right: 2))
        area = rest
      } else if case .exhibit = phase {
        frame.draw(
          exhibitBlock(exhibit, width: area.width, frame.displayWidth), in: area, scroll: scroll)
        return
      }
    }
    let block = body(
      of: question, width: area.width, displayWidth: frame.displayWidth, in: world, at: now)
    frame.draw(block, in: area, scroll: visibleScroll(block, height: area.height))
  }

  private func drawHeader(_ question: Question, on frame: inout Frame, in world: World) {
    let domain = world.catalog.domainTitle(
      question.domain(in: session.exam) ?? question.domain, exam: session.exam)
    let met = session.met.count
    let isRepeat = !isAnswered && session.met.contains(question.id)
    var right = isRepeat ? "repeat" : "\(max(1, isAnswered ? met : met + 1)) of \(session.planned)"
    let waiting = session.waiting.count
    if waiting > 0 { right += " · \(waiting) to repeat" }
    right += "   \(minutesLeft) min left"
    if world.progress[question.id].isMarked { right = "marked   " + right }
    let name = session.mode == .study ? "Study" : "Drill"
    frame.header("\(name) · \(session.exam) · \(domain)", right: right)
  }

  /// What the rest of the session is likely to take, in minutes.
  private var minutesLeft: Int {
    max(1, Int((Double(session.remaining) * secondsPerCard / 60).rounded(.up)))
  }

  /// Whether the current card was answered and the session has not gone on yet.
  var isAnswered: Bool {
    switch phase.shown {
    case .verdict, .reason: true
    case .question, .field, .turned, .exhibit, .writing: false
    }
  }

  private func exhibitBlock(
    _ exhibit: Exhibit, width: Int, _ displayWidth: DisplayWidth
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    block.add(exhibit.title, role: .heading)
    block.blank()
    block.add(exhibit.text)
    return block
  }

  /// Draws a line to type into at the lower edge and returns what is left above it.
  private func drawField(_ label: String, above area: Area, on frame: inout Frame) -> Area {
    let y = area.endY - 1
    frame.rule(y: y - 1)
    let used = frame.put(label, x: area.x, y: y, role: .accent)
    let room = max(4, area.width - used - 1)
    var shown = Substring(typed)
    while frame.displayWidth.columns(of: shown) > room { shown = shown.dropFirst() }
    let columns = frame.put(shown, x: area.x + used, y: y, role: .input)
    frame.cursor = (area.x + used + columns, y)
    return Area(x: area.x, y: area.y, width: area.width, height: max(1, area.height - 2))
  }

  /// How far a page key scrolls.
  func pageStep(in world: World) -> Int { max(1, world.height - 6) }

  /// The furthest that scrolling makes sense.
  func lastScroll(in world: World, at now: Now) -> Int {
    guard let question = question(in: world) else { return 0 }
    let wide = StudyScreen.fitsExhibit(beside: world)
    let width = world.width - 4
    if case .exhibit = phase, let exhibit = world.catalog.exhibit(of: question) {
      return exhibitBlock(exhibit, width: width, .standard).lines.count - (world.height - 4)
    }
    let block = body(
      of: question, width: wide && question.exhibit != nil ? width - width / 2 : width,
      displayWidth: .standard, in: world, at: now)
    return block.lines.count - (world.height - 4)
  }

  /// The first line to show: the learner's scrolling, but the option under the cursor stays in
  /// sight.
  private func visibleScroll(_ block: TextBlock, height: Int) -> Int {
    guard phase == .question, block.lines.count > height,
      let line = block.lines.lastIndex(where: { $0.pieces.first?.text.hasPrefix("▸") == true })
    else { return scroll }
    guard cursor != nil else { return scroll }
    var end = line + 1
    while end < block.lines.count, block.lines[end].pieces.first?.x ?? 0 > 2 { end += 1 }
    return max(scroll, min(end - height, line))
  }
}
