import ArgumentParser
import FSRS
import Glibc
import Screens
import Storage
import Study

/// A session as a dialogue in lines: for screen readers, pipes and tests.
struct PlainStudy {
  let workplace: Workplace
  let exam: String?
  /// The only domain to ask of; nil for all.
  var domain: String?
  let choice: (LearnerSettings) -> StudyPlan.Choice

  func run() throws {
    let name = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    var progress = Progress()
    let store = try failing { () throws(StorageError) in
      try workplace.open(name, progress: &progress)
    }
    guard !store.isReadOnly else {
      for notice in store.notices { complain(notice) }
      throw Exit.badData
    }
    try? LearnerFolder.remember(name, workplace.locations)
    let exam =
      self.exam ?? progress.settings.exams.first?.exam
      ?? workplace.library.profiles().profiles.first?.id ?? ""
    let (catalog, notices) = workplace.load(exam: exam)
    try Workplace.check(domain: domain, of: catalog.profile(exam))
    for notice in notices + store.notices { complain(notice) }
    let world = World(
      learner: name.text, catalog: catalog, progress: progress, exam: exam, device: store.device,
      nextSequence: store.nextSequence, isReadOnly: store.isReadOnly)
    let now = SystemClock.now()
    let deck = world.deck(at: now)
    let plan = StudyPlan(
      deck: deck, catalog: catalog, progress: progress, choice: choice(progress.settings),
      seed: world.daySeed(at: now))
    let voice: any PlainVoice = workplace.options.json ? JSONVoice() : LineVoice()
    guard !plan.cards.isEmpty else {
      voice.say(.over(answers: 0, right: 0))
      return
    }
    var dialogue = PlainDialogue(
      world: world, voice: voice,
      outside: FileOutside(workplace: workplace, store: store),
      session: StudySession(exam: exam, cards: plan.cards, load: deck.load(days: 400), now: now))
    let result = Result { try dialogue.run() }
    try? dialogue.outside.saveSnapshot(dialogue.world.progress)
    try result.get()
  }
}

/// The dialogue while it runs.
struct PlainDialogue {
  var world: World
  let voice: any PlainVoice
  var outside: FileOutside
  var session: StudySession
  /// Events written in this dialogue.
  private var saved = 0
  /// The last answer, where it was wrong: what `:why` speaks of.
  private var lastMiss: EventID?

  init(world: World, voice: any PlainVoice, outside: FileOutside, session: StudySession) {
    self.world = world
    self.voice = voice
    self.outside = outside
    self.session = session
  }

  mutating func run() throws {
    while let question = session.current.flatMap({ world.catalog.question($0) }) {
      let order = session.optionOrder(
        of: question, answers: world.progress[question.id].answers)
      let done = session.answered.count
      voice.say(
        .question(
          question, exhibit: world.catalog.exhibit(of: question),
          domain: world.catalog.domainTitle(
            question.domain(in: session.exam) ?? "", exam: session.exam),
          exam: session.exam, place: done + 1, count: done + session.remaining, order: order))
      guard try ask(question, order) else { break }
    }
    voice.say(
      .over(answers: session.answered.count, right: session.answered.count { $0.isCorrect }))
  }

  /// Asks until the card is answered or put away; false when the learner leaves.
  private mutating func ask(_ question: Question, _ order: [Int]) throws -> Bool {
    if case .flashcard(let card) = question.body {
      voice.prompt(.turn)
      guard let reply = readLine() else { return false }
      if reply.hasPrefix(":") { return try command(reply, question) ?? true }
      voice.say(.back(card.back))
    }
    while true {
      voice.prompt(
        .answer(
          question,
          session.intervals(
            for: question, progress: world.progress, now: SystemClock.now())))
      guard let reply = readLine() else { return false }
      let text = reply.split(separator: " ").joined(separator: " ")
      if text.hasPrefix(":") {
        if let goesOn = try command(text, question) { return goesOn }
        continue
      }
      guard let (answer, isSure) = PlainReply.answer(text, to: question, order: order) else {
        voice.say(.notice(PlainReply.hint(for: question)))
        continue
      }
      return try take(answer, isSure: isSure, question)
    }
  }

  private mutating func take(
    _ answer: Answer, isSure: Bool?, _ question: Question
  ) throws -> Bool {
    let now = SystemClock.now()
    let intervals = session.intervals(for: question, progress: world.progress, now: now)
    let event = session.answer(
      answer, isSure: isSure, to: question, progress: world.progress, now: now,
      id: world.eventID())
    try record(event, at: now)
    let isCorrect = answer.isCorrect(for: question)
    lastMiss = isCorrect ? nil : event.id
    let rating = answer.rating(isCorrect: isCorrect, isSure: isSure)
    voice.say(.verdict(question, answer, isCorrect: isCorrect, days: intervals[rating]))
    if isCorrect, question.kind != .flashcard {
      switch try grade(question, rating, intervals) {
      case .next: break
      case .moved: return true
      case .leave: return false
      }
    }
    session.advance(at: SystemClock.now())
    return true
  }

  /// What the question about the grade came to.
  private enum Graded {
    /// On to the next card.
    case next
    /// A command has gone on already.
    case moved
    case leave
  }

  /// Asks for the grade until it is kept or changed.
  private mutating func grade(
    _ question: Question, _ rating: Rating, _ intervals: PassingIntervals
  ) throws -> Graded {
    while true {
      voice.prompt(.grade(rating))
      guard let reply = readLine() else { return .leave }
      let text = reply.split(separator: " ").joined(separator: " ")
      if text.isEmpty { return .next }
      if text.hasPrefix(":") {
        guard let goesOn = try command(text, question) else { continue }
        return goesOn ? .moved : .leave
      }
      guard let better = PlainReply.grades[text.lowercased()] else {
        voice.say(.notice("Type hard, good or easy; Enter keeps \(rating.title)."))
        continue
      }
      let now = SystemClock.now()
      if better != rating,
        let event = session.regrade(better, intervals: intervals, now: now, id: world.eventID())
      {
        try record(event, at: now)
        voice.say(.graded(better, days: intervals[better]))
      }
      return .next
    }
  }

  /// Obeys a command: true goes on with the next card, false leaves, nil asks again.
  private mutating func command(_ text: String, _ question: Question) throws -> Bool? {
    let now = SystemClock.now()
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch parts[0].lowercased() {
    case ":quit": return false
    case ":undo":
      guard let event = session.undo(at: now, id: world.eventID()) else {
        voice.say(.notice("There is nothing to take back."))
        return nil
      }
      try record(event, at: now)
      lastMiss = nil
      voice.say(.notice("Taken back."))
      return true
    case ":mark":
      let isOn = !world.progress[question.id].isMarked
      try record(world.event(.mark(question: question.id, isOn: isOn), at: now), at: now)
      voice.say(.notice(isOn ? "Marked." : "The mark is gone."))
      return nil
    case ":note":
      let text = parts.count > 1 ? String(parts[1].prefix(PlainReply.longestText)) : ""
      try record(world.event(.note(question: question.id, text: text), at: now), at: now)
      voice.say(.notice(text.isEmpty ? "The note is gone." : "Note saved."))
      return nil
    case ":suspend", ":later":
      let event = world.event(
        parts[0].lowercased() == ":suspend"
          ? .suspend(question: question.id) : .bury(question: question.id), at: now)
      try record(event, at: now)
      session.putAway(event.id, at: now)
      voice.say(.notice(parts[0].lowercased() == ":suspend" ? "Suspended." : "Not today."))
      return true
    case ":report":
      guard parts.count > 1 else {
        voice.say(.notice("Write what is wrong with the question: :report TEXT"))
        return nil
      }
      let text = String(parts[1].prefix(PlainReply.longestText))
      try record(world.event(.report(question: question.id, text: text), at: now), at: now)
      voice.say(.notice("Reported. `sequela bank reports` prints all reports for the author."))
      return nil
    case ":why":
      try why(parts.count > 1 ? parts[1] : "", at: now)
      return nil
    default:
      voice.say(.notice(PlainReply.commands))
      return nil
    }
  }

  /// Keeps why the last answer was missed.
  private mutating func why(_ text: String, at now: Now) throws {
    guard let lastMiss else {
      voice.say(.notice("The last answer was not missed."))
      return
    }
    let reasons = MissReason.allCases
    guard let number = Int(text), (1...reasons.count).contains(number) else {
      let known = reasons.enumerated().map { "\($0 + 1) \($1.title)" }.joined(separator: ", ")
      voice.say(.notice(":why takes a number: \(known)."))
      return
    }
    let reason = reasons[number - 1]
    try record(world.event(.why(of: lastMiss, reason: reason), at: now), at: now)
    voice.say(.notice("Noted: \(reason.title)."))
  }

  private mutating func record(_ event: HistoryEvent, at now: Now) throws {
    do throws(OutsideError) {
      try outside.perform(.record([event]), on: &world, at: now)
    } catch {
      complain(error.sentence)
      throw Exit.inputOutput
    }
    saved += 1
    voice.say(.saved(saved))
  }
}
