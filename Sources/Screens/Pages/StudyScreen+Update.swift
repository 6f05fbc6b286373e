import FSRS
import Study

extension StudyScreen {
  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    guard let question = question(in: world) else { return finish(in: world, at: now) }
    switch command {
    case .choose(let place): choose(place, of: question)
    case .up: cursor = max(0, (cursor ?? order.count) - 1)
    case .down: cursor = min(max(0, order.count - 1), (cursor ?? -1) + 1)
    case .scrollUp: scroll = max(0, scroll - pageStep(in: world))
    case .scrollDown:
      scroll = min(scroll + pageStep(in: world), max(0, lastScroll(in: world, at: now)))
    case .sure, .guess: return answer(question, isSure: command == .sure, in: world, at: now)
    case .turn:
      phase = phase == .turned ? .question : .turned
      scroll = 0
    case .rate(let rating):
      return submit(.rated(rating), isSure: nil, to: question, in: world, at: now)
    case .next: return goOn(in: world, at: now)
    case .gradeUp: return regrade(by: 1, in: world, at: now)
    case .gradeDown: return regrade(by: -1, in: world, at: now)
    case .exhibit: toggleExhibit()
    case .source: toggleSource()
    case .askWhy:
      if case .verdict(let verdict) = phase { phase = .reason(verdict) }
      scroll = 0
    case .why(let reason): return note(reason, in: world, at: now)
    case .dropWhy:
      if case .reason(let verdict) = phase { phase = .verdict(verdict) }
    case .mark: return mark(question, in: world, at: now)
    case .note: write(.note, text: world.progress[question.id].note)
    case .report: write(.report, text: "")
    case .notToday: return putAway(.bury(question: question.id), in: world, at: now)
    case .suspend: return putAway(.suspend(question: question.id), in: world, at: now)
    case .undo: return undo(in: world, at: now)
    case .leave: return finish(in: world, at: now)
    case .goBack: goBack()
    case .type(let text): typed = String((typed + text).prefix(500))
    case .erase: typed = String(typed.dropLast())
    case .clear: typed = ""
    case .leaveField: phase = .question
    case .enterField: phase = .field
    case .saveText: return saveText(question, in: world, at: now)
    case .dropText:
      if case .writing(_, let below) = phase { phase = below }
      typed = ""
    }
    return .stay
  }

  private mutating func choose(_ place: Int, of question: Question) {
    guard order.indices.contains(place) else { return }
    cursor = place
    let option = order[place]
    if question.kind == .multiple {
      if let known = chosen.firstIndex(of: option) {
        chosen.remove(at: known)
      } else {
        chosen.append(option)
      }
    } else {
      chosen = [option]
    }
  }

  private mutating func answer(
    _ question: Question, isSure: Bool, in world: World, at now: Now
  ) -> Outcome {
    switch question.body {
    case .choice:
      // Enter takes the option under the cursor where none was chosen by its number.
      if chosen.isEmpty, let cursor, order.indices.contains(cursor) { chosen = [order[cursor]] }
      guard !chosen.isEmpty else {
        message = "Choose an option first."
        return .stay
      }
    case .multiple(let set):
      guard chosen.count == set.key.count else {
        message = "Choose \(set.key.count) options; \(chosen.count) chosen."
        return .stay
      }
    case .code(let code):
      guard !Question.CodeAnswer.folded(typed).isEmpty else {
        message = "Type a code first."
        phase = .field
        return .stay
      }
      guard code.hasForm(typed) else {
        message = code.formSentence + " Esc leaves the field, ? then shows the keys."
        return .stay
      }
      return submit(.typed(typed), isSure: isSure, to: question, in: world, at: now)
    case .flashcard: return .stay
    }
    return submit(.options(chosen.sorted()), isSure: isSure, to: question, in: world, at: now)
  }

  private mutating func submit(
    _ answer: Answer, isSure: Bool?, to question: Question, in world: World, at now: Now
  ) -> Outcome {
    let intervals = session.intervals(for: question, progress: world.progress, now: now)
    let event = session.answer(
      answer, isSure: isSure, to: question, progress: world.progress, now: now,
      id: world.eventID())
    if case .rated = answer {
      var outcome = goOn(in: world, at: now)
      outcome.effects.insert(.record([event]), at: 0)
      return outcome
    }
    let isCorrect = answer.isCorrect(for: question)
    var movesSchedule = true
    if case .review(let review) = event.action { movesSchedule = review.movesSchedule }
    phase = .verdict(
      Verdict(
        event: event.id, answer: answer, isCorrect: isCorrect, isSure: isSure,
        rating: answer.rating(isCorrect: isCorrect, isSure: isSure), intervals: intervals,
        movesSchedule: movesSchedule))
    scroll = 0
    return .record(event)
  }

  /// On to the next card, or to the end.
  private mutating func goOn(in world: World, at now: Now) -> Outcome {
    session.advance(at: now)
    skipMissing(in: world, at: now)
    guard session.current != nil else { return finish(in: world, at: now) }
    present(in: world)
    return .stay
  }

  /// Passes over cards that no bank holds any more.
  private mutating func skipMissing(in world: World, at now: Now) {
    while session.current != nil, question(in: world) == nil { session.advance(at: now) }
  }

  private mutating func finish(in world: World, at now: Now) -> Outcome {
    guard !session.answered.isEmpty else { return Outcome(.back) }
    return Outcome(
      .replace(.summary(SummaryScreen(session: session, leftOut: leftOut))),
      effects: [.saveSnapshot])
  }

  private mutating func regrade(by step: Int, in world: World, at now: Now) -> Outcome {
    guard case .verdict(var verdict) = phase, verdict.isCorrect,
      let rating = Rating(rawValue: UInt8(clamping: Int(verdict.rating.rawValue) + step)),
      rating != .again,
      let event = session.regrade(
        rating, intervals: verdict.intervals, now: now, id: world.eventID())
    else { return .stay }
    verdict.rating = rating
    phase = .verdict(verdict)
    return .record(event)
  }

  private mutating func toggleExhibit() {
    if case .exhibit(let below) = phase { phase = below } else { phase = .exhibit(over: phase) }
    scroll = 0
  }

  /// Closes what is open over the question; a session is ended by `q` alone.
  private mutating func goBack() {
    switch phase {
    case .turned: phase = .question
    case .verdict(let verdict) where verdict.showsSource: toggleSource()
    default: message = "q ends the session; everything is saved."
    }
  }

  private mutating func toggleSource() {
    guard case .verdict(var verdict) = phase else { return }
    verdict.showsSource.toggle()
    phase = .verdict(verdict)
    if verdict.showsSource { scroll = .max / 2 }
  }

  private mutating func note(_ reason: MissReason, in world: World, at now: Now) -> Outcome {
    guard case .reason(var verdict) = phase else { return .stay }
    verdict.reason = reason
    phase = .verdict(verdict)
    message = "Noted: \(reason.title)."
    return .record(world.event(.why(of: verdict.event, reason: reason), at: now))
  }

  private mutating func mark(_ question: Question, in world: World, at now: Now) -> Outcome {
    let isOn = !world.progress[question.id].isMarked
    message = isOn ? "Marked." : "The mark is gone."
    return .record(world.event(.mark(question: question.id, isOn: isOn), at: now))
  }

  private mutating func write(_ draft: Draft, text: String) {
    phase = .writing(draft, over: phase)
    typed = text
  }

  private mutating func saveText(
    _ question: Question, in world: World, at now: Now
  ) -> Outcome {
    guard case .writing(let draft, let below) = phase else { return .stay }
    let text = String(typed.trimmingPrefix { $0.isWhitespace })
    phase = below
    typed = ""
    switch draft {
    case .note:
      message = text.isEmpty ? "The note is gone." : "Note saved."
      return .record(world.event(.note(question: question.id, text: text), at: now))
    case .report:
      guard !text.isEmpty else {
        message = "Nothing was written, so nothing is reported."
        return .stay
      }
      message = "Reported. `sequela bank reports` lists all reports for the author."
      return .record(world.event(.report(question: question.id, text: text), at: now))
    }
  }

  private mutating func putAway(
    _ action: HistoryEvent.Action, in world: World, at now: Now
  ) -> Outcome {
    let event = world.event(action, at: now)
    session.putAway(event.id, at: now)
    skipMissing(in: world, at: now)
    guard session.current != nil else {
      var outcome = finish(in: world, at: now)
      outcome.effects.insert(.record([event]), at: 0)
      return outcome
    }
    present(in: world)
    if case .suspend = action {
      message = "Suspended; it is not asked again. u takes that back."
    } else {
      message = "Put off until tomorrow. u takes that back."
    }
    return .record(event)
  }

  private mutating func undo(in world: World, at now: Now) -> Outcome {
    guard let event = session.undo(at: now, id: world.eventID()) else { return .stay }
    present(in: world)
    message = "Taken back."
    return .record(event)
  }
}

extension MissReason {
  /// The reason in the learner's words.
  package var title: String {
    switch self {
    case .knowledge: "did not know it"
    case .misread: "misread the question"
    case .rule: "knew the facts, not the rule"
    case .lookUp: "looked it up wrongly"
    case .pacing: "too hasty"
    case .secondGuess: "changed a right answer"
    }
  }
}
