import ArgumentParser
import Screens
import Study

/// The dialogue of a mock exam while it runs.
struct PlainExamDialogue {
  var world: World
  let voice: any PlainExamVoice
  var outside: FileOutside
  private var exam: MockExam?
  private var input = LineInput()
  /// Whether all questions are listed, instead of one asked.
  private var isReviewing = false
  /// Warnings that were said, in minutes.
  private var said: Set<Int> = []
  private var keptAt: Int64 = 0
  /// Whether the question has to be said again before the next prompt.
  private var isStale = true
  private var isOver = false
  /// Steps written in this dialogue, those from question to question left out.
  private var saved = 0

  init(world: World, voice: any PlainExamVoice, outside: FileOutside) {
    self.world = world
    self.voice = voice
    self.outside = outside
  }

  mutating func begin(_ form: ExamForm, extraTime: Int) throws {
    guard let profile = world.profile else { return }
    let now = SystemClock.now()
    let (exam, effects) = ExamSteps.begin(
      form, profile, extraTime: extraTime, in: world, at: now)
    try perform(effects, at: now)
    self.exam = exam
    voice.say(.began(exam, isResumed: false))
  }

  mutating func resume() throws {
    let now = SystemClock.now()
    guard let (exam, effects) = ExamSteps.resume(in: world, at: now) else { return }
    try perform(effects, at: now)
    self.exam = exam
    voice.say(.began(exam, isResumed: true))
  }

  mutating func run() throws {
    while !isOver, let exam {
      if isStale { show(exam) }
      isStale = false
      voice.prompt(
        options: isReviewing
          ? nil : question.map { $0.optionSet?.options.count ?? 0 })
      switch try wait() {
      case .line(let text): try take(text.split(separator: " ").joined(separator: " "))
      case .end: try leave(.pause)
      case .nothing: break
      }
    }
  }

  private var question: Question? {
    exam.flatMap { world.catalog.question($0.item.question.id) }
  }

  private func show(_ exam: MockExam) {
    let remaining = exam.remaining(at: SystemClock.now())
    if isReviewing {
      voice.say(.review(exam, remaining: remaining))
    } else {
      voice.say(
        .question(
          question, exhibit: question.flatMap { world.catalog.exhibit(of: $0) }, exam,
          remaining: remaining))
    }
  }

  /// Waits for a line; meanwhile the clock is kept, warnings are said, and at zero the exam is
  /// submitted.
  private mutating func wait() throws -> LineInput.Reply {
    while let exam {
      let now = SystemClock.now()
      if exam.isTimeUp(at: now) {
        voice.say(.timeUp)
        try submit()
        return .nothing
      }
      if now.elapsed - keptAt >= 900 {
        keptAt = now.elapsed
        let clock = ExamClock(sitting: exam.sitting, clock: exam.clock(at: now))
        try perform([.keepClock(clock)], at: now)
      }
      if let minutes = exam.warning(at: now), said.insert(minutes).inserted {
        voice.say(.warning(minutes: minutes))
      }
      let reply = input.next(waiting: min(1000, exam.remaining(at: now)))
      if reply == .nothing { continue }
      // A line that comes after the deadline answers nothing.
      if exam.isTimeUp(at: SystemClock.now()) { continue }
      return reply
    }
    return .end
  }

  private mutating func take(_ text: String) throws {
    if text.hasPrefix(":") {
      try command(text)
    } else if isReviewing {
      guard let number = Int(text) else {
        voice.say(.notice("Type the number of a question, or :submit."))
        return
      }
      try go(to: number - 1)
    } else if text.isEmpty {
      try next()
    } else {
      try answer(text)
    }
  }

  private mutating func answer(_ text: String) throws {
    guard let question, let exam,
      let (answer, isSure) = PlainReply.answer(
        text, to: question, order: exam.item.question.order),
      case .options(let chosen) = answer, let option = chosen.first
    else {
      voice.say(.notice("Type the number of an option; 2? answers as a guess. :help tells more."))
      return
    }
    try record(
      .answer(
        question: exam.item.question.id, chosen: [option], isSure: isSure ?? true,
        isCorrect: answer.isCorrect(for: question)))
    try next()
  }

  private mutating func next() throws {
    guard let exam else { return }
    if exam.position + 1 < exam.items.count {
      try go(to: exam.position + 1)
    } else {
      isReviewing = true
      isStale = true
    }
  }

  private mutating func go(to place: Int) throws {
    guard let step = exam?.visiting(place) else {
      voice.say(.notice("There is no way to that question."))
      return
    }
    isReviewing = false
    isStale = true
    try record(step)
  }

  private mutating func command(_ text: String) throws {
    guard let exam else { return }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? parts[1] : ""
    switch parts[0].lowercased() {
    case ":next": try next()
    case ":back", ":previous": try go(to: isReviewing ? exam.position : exam.position - 1)
    case ":go": try go(to: (Int(rest) ?? 0) - 1)
    case ":flag":
      try record(exam.togglingFlag())
      voice.say(.notice(exam.item.isFlagged ? "The flag is gone." : "Flagged."))
    case ":guess":
      try record(exam.togglingGuess())
      voice.say(.notice(exam.item.isGuess ? "No guess." : "Marked as a guess."))
    case ":clear":
      if let step = exam.clearing() { try record(step) }
      voice.say(.notice("Cleared."))
    case ":strike": try strike(rest)
    case ":note":
      try record(.note(question: exam.item.question.id, text: String(rest.prefix(500))))
      voice.say(.notice(rest.isEmpty ? "The note is gone." : "Note saved."))
    case ":book":
      guard exam.start.rules.isOpenBook else {
        voice.say(.notice("This exam is closed book."))
        return
      }
      try record(.book(isOpen: !exam.isBookOpen))
      voice.say(.notice(exam.isBookOpen ? "Book closed." : "Book open."))
    case ":calc":
      voice.say(.notice(Calculator.value(of: rest).map(Calculator.text) ?? "No value."))
    case ":time":
      let left = ExamWording.clock(exam.remaining(at: SystemClock.now()))
      voice.say(
        .notice("\(left) left, \(exam.answeredCount) of \(exam.items.count) answered"))
    case ":review":
      isReviewing = true
      isStale = true
    case ":submit": try submit()
    case ":pause", ":quit": try leave(.pause)
    case ":discard": try leave(.discard)
    case ":help": voice.say(.notice(PlainExamLists.help))
    default: voice.say(.notice("Unknown command. :help names all."))
    }
  }

  private mutating func strike(_ text: String) throws {
    guard let exam, let place = Int(text), exam.item.question.order.indices.contains(place - 1)
    else {
      voice.say(.notice("Name the option, as in :strike 2."))
      return
    }
    guard let step = exam.togglingStrike(exam.item.question.order[place - 1]) else {
      voice.say(.notice("That is your answer; :clear takes it away."))
      return
    }
    let isOn = !exam.item.struck.contains(exam.item.question.order[place - 1])
    try record(step)
    voice.say(.notice(isOn ? "Struck out." : "Not struck out any more."))
  }

  /// Records a step; when this returns it is on disk.
  private mutating func record(_ step: ExamEvent.Step) throws {
    guard var changed = exam else { return }
    let now = SystemClock.now()
    let event = changed.event(step, at: now)
    let line = world.event(.exam(event), at: now)
    try perform([.record([line])], at: now)
    changed.apply(event, id: line.id)
    exam = changed
    if case .visit = step { return }
    saved += 1
    voice.say(.saved(saved))
  }

  private mutating func submit() throws {
    guard let exam else { return }
    let now = SystemClock.now()
    let (report, effects) = ExamSteps.submit(exam, in: world, at: now)
    try perform(effects, at: now)
    voice.say(.report(report))
    isOver = true
  }

  private mutating func leave(_ step: ExamEvent.Step) throws {
    try record(step)
    if let exam {
      voice.say(step == .pause ? .paused(exam) : .notice("The exam is thrown away."))
    }
    isOver = true
  }

  private mutating func perform(_ effects: [Effect], at now: Now) throws {
    for effect in effects {
      do throws(OutsideError) {
        try outside.perform(effect, on: &world, at: now)
      } catch {
        complain(error.sentence)
        throw Exit.inputOutput
      }
    }
  }
}
