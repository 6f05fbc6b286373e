import FSRS
import Study

extension StudyScreen {
  /// What stands between the first line and the help line.
  func body(
    of question: Question, width: Int, displayWidth: DisplayWidth, in world: World, at now: Now
  ) -> TextBlock {
    var block = TextBlock(width: width, using: displayWidth)
    switch phase.shown {
    case .verdict(let verdict):
      addVerdict(verdict, question, to: &block, in: world, at: now)
    case .reason(let verdict):
      block.add("Why was it missed?", role: .heading)
      block.blank()
      for (place, reason) in MissReason.allCases.enumerated() {
        block.add(reason.title, indent: 5, label: "  \(place + 1)", labelRole: .key)
      }
      block.blank()
      addVerdict(verdict, question, to: &block, in: world, at: now)
    case .turned: addFlashcardBack(question, to: &block, in: world, at: now)
    default: addQuestion(question, to: &block, in: world)
    }
    let note = world.progress[question.id].note
    if !note.isEmpty, phase.shown != .question || question.kind == .flashcard {
      block.blank()
      block.add(note, role: .accent, indent: 6, label: "Note", labelRole: .muted)
    }
    return block
  }

  private func addQuestion(_ question: Question, to block: inout TextBlock, in world: World) {
    if let exhibit = world.catalog.exhibit(of: question), !StudyScreen.fitsExhibit(beside: world) {
      block.add("Based on: \(exhibit.title) (t reads it again)", role: .muted)
      block.blank()
    }
    block.add(question.stem)
    block.blank()
    switch question.body {
    case .choice(let set), .multiple(let set):
      for (place, option) in order.enumerated() where set.options.indices.contains(option) {
        let isHere = place == cursor
        let isChosen = chosen.contains(option)
        block.add(
          set.options[option].text + (isChosen ? " ●" : ""),
          role: isHere ? .selected : .normal, indent: 5,
          label: "\(isHere ? "▸" : " ") \(place + 1)",
          labelRole: isHere ? .accent : .muted)
      }
      if question.kind == .multiple {
        block.blank()
        block.add(
          "Choose \(set.key.count), then Enter. \(chosen.count) chosen.", role: .muted)
      }
    case .code(let code):
      block.add(
        typed + (phase == .field ? "_" : ""), role: .input, indent: 12,
        label: "\(code.system.rawValue)", labelRole: .muted)
    case .flashcard: break
    }
  }

  private func addFlashcardBack(
    _ question: Question, to block: inout TextBlock, in world: World, at now: Now
  ) {
    guard case .flashcard(let card) = question.body else { return }
    block.add(card.front)
    block.blank()
    block.add(String(repeating: "─", count: min(24, block.width)), role: .rule)
    block.blank()
    block.add(card.back, role: .heading)
    addReferences(question, all: false, to: &block)
    block.blank()
    let intervals = session.intervals(for: question, progress: world.progress, now: now)
    let choices = Rating.allCases.map { rating in
      "\(rating.rawValue) \(rating.title) (\(intervals[rating].map(Wording.days) ?? "10 min"))"
    }
    block.add(choices.joined(separator: "  "), role: .accent)
  }

  private func addVerdict(
    _ verdict: Verdict, _ question: Question, to block: inout TextBlock, in world: World,
    at now: Now
  ) {
    block.add(headline(verdict, question), role: verdict.isCorrect ? .correct : .wrong)
    block.blank()
    block.add(question.rationale)
    addOptions(verdict, question, to: &block)
    addReferences(question, all: verdict.showsSource, to: &block)
    if let reason = verdict.reason {
      block.blank()
      block.add("Missed: \(reason.title).", role: .muted)
    }
    block.blank()
    block.add("The question was: " + question.stem, role: .muted)
  }

  private func headline(_ verdict: Verdict, _ question: Question) -> String {
    let confidence = verdict.isSure == false ? "a guess" : "sure"
    if verdict.isCorrect {
      let answer = "✓ Right: \(right(question))"
      return verdict.isSure == false ? answer + "  You called it a guess." : answer
    }
    let chosen = given(verdict.answer, question)
    return "✗ You answered \(chosen) (\(confidence)). The answer is \(right(question))"
  }

  private func right(_ question: Question) -> String {
    switch question.body {
    case .choice(let set), .multiple(let set):
      Wording.sentence(set.key.map { set.options[$0].text }.joined(separator: "; "))
    case .code(let code): Wording.sentence(code.accept.joined(separator: " or "))
    case .flashcard(let card): card.back
    }
  }

  private func given(_ answer: Answer, _ question: Question) -> String {
    switch (answer, question.optionSet) {
    case (.options(let chosen), let set?):
      chosen.filter(set.options.indices.contains).map { set.options[$0].text }
        .joined(separator: "; ")
    case (.typed(let text), _): text.uppercased()
    default: "nothing"
    }
  }

  /// The options as they were asked, each with what makes it wrong.
  private func addOptions(_ verdict: Verdict, _ question: Question, to block: inout TextBlock) {
    guard let set = question.optionSet else { return }
    var chosen: [Int] = []
    if case .options(let options) = verdict.answer { chosen = options }
    for (place, option) in order.enumerated() where set.options.indices.contains(option) {
      let isKey = set.options[option].isCorrect
      let isMine = chosen.contains(option)
      block.blank()
      block.add(
        set.options[option].text, role: isKey ? .correct : isMine ? .wrong : .heading, indent: 5,
        label: "\(isKey ? "✓" : isMine ? "✗" : " ") \(place + 1)",
        labelRole: isKey ? .correct : isMine ? .wrong : .muted)
      if !isKey { block.add(set.options[option].why, indent: 5) }
    }
  }

  private func addReferences(_ question: Question, all: Bool, to block: inout TextBlock) {
    let shown = all ? question.references[...] : question.references.prefix(1)
    guard !shown.isEmpty else { return }
    block.blank()
    for reference in shown {
      let section = reference.section.isEmpty ? "" : ", " + reference.section
      block.add(reference.source + section, role: .muted)
    }
    if all, question.valid.from != nil || question.valid.to != nil {
      let from = question.valid.from.map { "from \($0)" } ?? ""
      let to = question.valid.to.map { " to \($0)" } ?? ""
      block.add("Holds \(from)\(to)".trimmingSpaces, role: .muted)
    }
  }

  func schedule(
    _ verdict: Verdict, _ question: Question, in world: World, at now: Now
  ) -> String {
    let card = world.progress[question.id]
    var text: String
    if !verdict.movesSchedule {
      let due = card.dueDay(today: now.studyDay)
      let when = due.map { ": due " + Wording.inDays(max(0, $0 - now.studyDay)) } ?? ""
      text = "A drill leaves the schedule as it is\(when)."
      if !verdict.isCorrect { text += "  Asked again later in this drill." }
    } else if let days = verdict.intervals[verdict.rating] {
      text = "Comes back \(Wording.inDays(days)), graded \(verdict.rating.title)."
    } else {
      text = "Comes back later in this session."
    }
    let misses = card.answers - card.passes
    if misses > 0 { text += "  Missed \(misses) of \(card.answers) so far." }
    if card.isLeech { text += "  It keeps slipping: a note of your own (n) may help." }
    return text
  }
}

extension StudyScreen.Phase {
  /// The phase that the body shows: what lies below a text field or an exhibit.
  var shown: StudyScreen.Phase {
    switch self {
    case .writing(_, let below), .exhibit(let below): below.shown
    case .field: .question
    case .question, .turned, .verdict, .reason: self
    }
  }
}

extension Rating {
  /// The word for it on screen.
  package var title: String {
    switch self {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }
}
