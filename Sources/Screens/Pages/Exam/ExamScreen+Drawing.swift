import Study

extension ExamScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    drawHeader(on: &frame, at: now)
    switch mode {
    case .review(let review): drawReview(review, on: &frame)
    case .leave, .confirmSubmit, .confirmDiscard: drawDialogue(on: &frame, at: now)
    case .question, .exhibit, .questionAlone, .note, .calculator:
      drawQuestion(on: &frame, in: world, at: now)
    }
  }

  private func drawHeader(on frame: inout Frame, at now: Now) {
    let left = exam.remaining(at: now)
    let clock = hidesClock ? "clock hidden" : "\(ExamWording.clock(left)) left"
    var place = "Question \(exam.position + 1) of \(exam.items.count)"
    let isAsked = [.question, .exhibit, .questionAlone, .note, .calculator].contains(mode)
    if case .review = mode { place = "Review" }
    if exam.item.isFlagged, isAsked { place = "⚑ " + place }
    frame.header("Mock exam · \(exam.start.exam)", right: place + "     " + clock)
    if !hidesClock {
      let role: Role = left <= 5 * 60_000 ? .warning : .heading
      frame.put(clock, endX: frame.width - 1, y: 0, role: role)
    }
    var notices: [String] = []
    if let minutes = exam.warning(at: now) { notices.append("\(minutes) minutes left.") }
    if exam.isBookOpen {
      notices.append("Code book open; o closes it.")
    }
    frame.put(
      notices.joined(separator: "  "), x: 2, y: 1,
      role: exam.warning(at: now) == nil ? .accent : .warning)
  }

  /// The room of question and exhibit: between the header and the line of counts.
  func questionArea(width: Int, height: Int) -> Area {
    Area(x: 0, y: 0, width: width, height: height)
      .inset(left: 2, top: 2, right: 2, bottom: mode == .note || mode == .calculator ? 4 : 3)
  }

  private func drawQuestion(on frame: inout Frame, in world: World, at now: Now) {
    drawCounts(on: &frame, at: now)
    let area = questionArea(width: frame.width, height: frame.height)
    if mode == .note || mode == .calculator { drawField(on: &frame) }
    if !message.isEmpty {
      frame.put(message, x: 2, y: frame.height - 3, role: .accent, maxWidth: area.width - 8)
    }
    let layout = self.layout(in: area, world, frame.displayWidth)
    if let exhibit = layout.exhibit {
      frame.draw(exhibit.block, in: exhibit.area, scroll: exhibit.scroll)
      if layout.question != nil, exhibit.area.width == area.width {
        frame.rule(y: exhibit.area.endY)
        if exhibit.below > 0 {
          frame.put(" PgDn ↓ more", endX: area.endX, y: exhibit.area.endY, role: .accent)
        }
      }
    }
    if let question = layout.question {
      frame.draw(question.block, in: question.area, scroll: question.scroll)
    }
  }

  private func drawCounts(on frame: inout Frame, at now: Now) {
    let y = frame.height - 2
    let answered = exam.answeredCount
    let text =
      "answered \(answered) · unanswered \(exam.items.count - answered)"
      + " · flagged \(exam.flaggedCount)"
    let used = frame.put(text, x: 2, y: y, role: .muted)
    guard !hidesClock, answered > 0 else { return }
    let pace = exam.clock(at: now) / answered / 1000
    let planned = exam.start.limit / exam.items.count / 1000
    let lead = exam.lead(at: now)
    let word = lead < -1 ? "\(-lead) behind" : lead > 1 ? "\(lead) ahead" : "on pace"
    let right = "\(word): \(pace) s each, \(planned) planned"
    guard used + frame.displayWidth.columns(of: right) + 6 <= frame.width else {
      frame.put(word, endX: frame.width - 2, y: y, role: lead < -1 ? .warning : .muted)
      return
    }
    frame.put(right, endX: frame.width - 2, y: y, role: lead < -1 ? .warning : .muted)
  }

  /// The line to type into, above the counts.
  private func drawField(on frame: inout Frame) {
    let y = frame.height - 3
    frame.fill(Area(x: 0, y: y, width: frame.width, height: 1))
    let label = mode == .note ? "Your note: " : "Calculate: "
    let used = frame.put(label, x: 2, y: y, role: .accent)
    var result = ""
    if mode == .calculator, let value = Calculator.value(of: typed) {
      result = "  = \(Calculator.text(value))"
    }
    let room = max(4, frame.width - 5 - used - frame.displayWidth.columns(of: result))
    var shown = Substring(typed)
    while frame.displayWidth.columns(of: shown) > room { shown = shown.dropFirst() }
    let columns = frame.put(shown, x: 2 + used, y: y, role: .input)
    frame.put(result, x: 2 + used + columns, y: y, role: .heading)
    frame.cursor = (2 + used + columns, y)
  }

  private func drawReview(_ review: Review, on frame: inout Frame) {
    let shown = reviewed(review.filter)
    let answered = exam.answeredCount
    frame.put(
      "\(answered) answered   \(exam.items.count - answered) unanswered   "
        + "\(exam.flaggedCount) flagged   \(exam.guessCount) guessed", x: 2, y: 2)
    let filter = typed.isEmpty ? "shown: \(review.filter.rawValue)" : "go to: \(typed)_"
    let isNarrow = frame.width < 76
    frame.put(filter, endX: frame.width - 2, y: isNarrow ? 3 : 2, role: .accent)
    if !message.isEmpty { frame.put(message, x: 2, y: 3, role: .warning) }
    let area = frame.area.inset(left: 2, top: 4, right: 2, bottom: 3)
    if shown.isEmpty { frame.put("None.", x: 4, y: area.y, role: .muted) }
    let columns = ExamScreen.gridColumns(frame.width)
    let cursor = shown.firstIndex { $0 >= review.cursor } ?? shown.count - 1
    let first = max(0, cursor / columns - area.height + 1)
    for (slot, place) in shown.enumerated() {
      let row = slot / columns - first
      guard (0..<area.height).contains(row) else { continue }
      drawCell(
        place, isHere: slot == cursor, on: &frame,
        x: area.x + slot % columns * ExamScreen.cellWidth, y: area.y + row)
    }
    frame.put(
      "a-d the answer   · unanswered   ⚑ flagged   ? guess", x: 2,
      y: frame.height - 2, role: .muted, maxWidth: frame.width - 4)
  }

  private func drawCell(
    _ place: Int, isHere: Bool, on frame: inout Frame, x: Int, y: Int
  ) {
    let item = exam.items[place]
    var letter = "·"
    if let option = item.chosen.first,
      let position = item.question.order.firstIndex(of: option), position < 26
    {
      letter = String(UnicodeScalar(UInt8(97 + position)))
    }
    if isHere { frame.put("▸", x: x, y: y, role: .accent) }
    frame.put(
      "\(place + 1)", endX: x + 4, y: y,
      role: isHere ? .selected : place == exam.position ? .heading : .normal)
    frame.put(letter, x: x + 5, y: y, role: item.isAnswered ? .normal : .muted)
    frame.put(item.isFlagged ? "⚑" : "", x: x + 6, y: y, role: .warning)
    frame.put(item.isGuess ? "?" : "", x: x + 7, y: y, role: .accent)
  }
}
