import Study

extension ExamScreen {
  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    // Keys that come one after another leave no room for ticks: time is looked at here as well.
    if isClosed(in: world) || exam.isTimeUp(at: now) { return submit(in: world, at: now) }
    message = ""
    var outcome = perform(command, in: world, at: now)
    guard outcome.next == .stay else { return outcome }
    // The next tick is a second away from now, so the clock is kept now: by the events themselves,
    // or by its file.
    if outcome.effects.isEmpty { outcome.effects.append(clockEffect(at: now)) }
    keptAt = now.elapsed
    return outcome
  }

  private mutating func perform(_ command: Command, in world: World, at now: Now) -> Outcome {
    switch mode {
    case .review: return performReview(command, in: world, at: now)
    case .note, .calculator: return performField(command, in: world, at: now)
    case .leave, .confirmSubmit, .confirmDiscard:
      return performDialogue(command, in: world, at: now)
    case .question, .exhibit, .questionAlone: break
    }
    switch command {
    case .choose(let place): return choose(place, in: world, at: now)
    case .up: cursor = max(0, (cursor ?? exam.item.question.order.count) - 1)
    case .down: cursor = min(exam.item.question.order.count - 1, (cursor ?? -1) + 1)
    case .next:
      if exam.position + 1 < exam.items.count {
        return visit(exam.position + 1, in: world, at: now)
      }
      mode = .review(Review(cursor: exam.position))
    case .previous:
      if exam.position > 0 { return visit(exam.position - 1, in: world, at: now) }
    case .clear:
      if let step = exam.clearing() { return record([step], in: world, at: now) }
    case .guess: return record([exam.togglingGuess()], in: world, at: now)
    case .flag: return record([exam.togglingFlag()], in: world, at: now)
    case .strike: return strike(in: world, at: now)
    case .note:
      mode = .note
      typed = exam.item.note
    case .calculator:
      mode = .calculator
      typed = ""
    case .exhibit: toggleExhibit(in: world)
    case .back:
      mode = .question
      scroll = 0
    case .book:
      return record([.book(isOpen: !exam.isBookOpen)], in: world, at: now)
    case .clock: hidesClock.toggle()
    case .review: mode = .review(Review(cursor: exam.position))
    case .leave: mode = .leave
    case .scrollUp: scroll = max(0, scroll - pageStep(in: world))
    case .scrollDown:
      scroll = min(scroll + pageStep(in: world), max(0, lastScroll(in: world)))
    default: break
    }
    return .stay
  }

  /// Applies steps and asks for them to be recorded.
  mutating func record(
    _ steps: [ExamEvent.Step], in world: World, at now: Now
  ) -> Outcome {
    var events: [HistoryEvent] = []
    for step in steps {
      let event = exam.event(step, at: now)
      let line = world.event(.exam(event), at: now, offset: events.count)
      exam.apply(event, id: line.id)
      events.append(line)
    }
    return Outcome(effects: [.record(events)])
  }

  mutating func visit(_ place: Int, in world: World, at now: Now) -> Outcome {
    guard let step = exam.visiting(place) else { return .stay }
    cursor = nil
    scroll = 0
    mode = .question
    return record([step], in: world, at: now)
  }

  private mutating func choose(_ place: Int, in world: World, at now: Now) -> Outcome {
    let order = exam.item.question.order
    guard order.indices.contains(place), let question = question(in: world) else { return .stay }
    cursor = place
    var steps: [ExamEvent.Step] = []
    if exam.item.struck.contains(order[place]), let step = exam.togglingStrike(order[place]) {
      steps.append(step)
    }
    if exam.item.chosen != [order[place]] {
      steps.append(exam.choosing(order[place], of: question))
    }
    return steps.isEmpty ? .stay : record(steps, in: world, at: now)
  }

  private mutating func strike(in world: World, at now: Now) -> Outcome {
    let order = exam.item.question.order
    guard let cursor, order.indices.contains(cursor) else {
      message = "Move to an option first, with the arrows."
      return .stay
    }
    guard let step = exam.togglingStrike(order[cursor]) else {
      message = "That is your answer; Backspace takes it away."
      return .stay
    }
    return record([step], in: world, at: now)
  }

  private mutating func toggleExhibit(in world: World) {
    scroll = 0
    if ExamScreen.fitsExhibit(beside: world) { return }
    switch mode {
    case .question: mode = .exhibit
    case .exhibit: mode = .questionAlone
    default: mode = .question
    }
  }

  private mutating func performField(
    _ command: Command, in world: World, at now: Now
  ) -> Outcome {
    switch command {
    case .type(let text): typed = String((typed + text).prefix(mode == .note ? 500 : 60))
    case .erase: typed = String(typed.dropLast())
    case .wipe: typed = ""
    case .dropText:
      mode = .question
      typed = ""
    case .saveText:
      if mode == .calculator {
        if let value = Calculator.value(of: typed) { typed = Calculator.text(value) }
        return .stay
      }
      let text = String(typed.trimmingPrefix { $0.isWhitespace })
      mode = .question
      typed = ""
      guard text != exam.item.note else { return .stay }
      message = text.isEmpty ? "The note is gone." : "Note saved."
      return record(
        [.note(question: exam.item.question.id, text: text)], in: world, at: now)
    default: break
    }
    return .stay
  }
}
