import FSRS
import Study

/// A made-up learner of the CPC, day by day up to 22 November 2026: some weeks with rest days, a
/// holiday, domains of different strength, a mock exam now and then.
package struct LongHistory {
  package let catalog: Catalog
  package private(set) var events: [HistoryEvent] = []

  private struct Card {
    var question: Question
    var memory: MemoryState?
    var last = 0
    var due = Int.max
  }

  private var cards: [Card] = []
  private var unseen: [Int] = []
  private var mock: [Int] = []
  private var generator: SplitMix64
  private var sequence = 0

  /// - Parameter days: how long the learner has been at it; 1 for today alone.
  package init(days: Int, seed: UInt64 = 11) {
    generator = SplitMix64(seed: seed)
    let counts = [("em", 160), ("icd-10-cm", 120), ("terminology", 80), ("cases", 40)]
    let questions = counts.flatMap { domain, count in
      (1...count).map { number in
        Question.choice(
          "cpc-\(domain)-\(number)", domain: domain, pool: number % 4 == 0 ? .mock : .study)
      }
    }
    catalog = .make(questions)
    cards = questions.map { Card(question: $0) }
    unseen = cards.indices.filter { cards[$0].question.pool == .study }
    unseen.shuffle(using: &generator)
    mock = cards.indices.filter { cards[$0].question.pool == .mock }
    mock.shuffle(using: &generator)
    add(.setting(key: "exam.CPC", value: .text("2027-01-02")), day: 1 - days, minute: 590)
    for day in (1 - days)...0 { study(day, of: days) }
  }

  /// All events as a history.
  package var history: History {
    var history = History()
    for event in events { history.append(event) }
    history.sort()
    return history
  }

  /// What they add up to.
  package var progress: Progress { Progress(replaying: history) }

  /// The statistics on the last day.
  package var statistics: LearnerStatistics {
    LearnerStatistics(history, model: .standard, day: Now.evening.studyDay)
  }

  private mutating func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  private mutating func add(_ action: HistoryEvent.Action, day: Int, minute: Int) {
    sequence += 1
    events.append(.make(action, at: .at(minute: minute, day: day), sequence: sequence))
  }

  private mutating func study(_ day: Int, of days: Int) {
    let isHoliday = (-260 ... -240).contains(day)
    if isHoliday || (days > 7 && day < 0 && unit() < 0.12) { return }
    var minute = 600
    if days > 60, (-day) % 150 == 20, mock.count >= 25 {
      sitMock(day)
      minute = 800
    }
    let due = cards.indices.filter { cards[$0].due <= day }.prefix(40)
    for card in due {
      answer(card, day, minute)
      minute += 1
    }
    for _ in 0..<(days == 1 ? 12 : day % 2 == 0 ? 1 : 0) {
      guard let card = unseen.popLast() else { break }
      answer(card, day, minute)
      minute += 1
    }
  }

  /// How likely a question of a domain is known, met or not.
  private func strength(_ index: Int) -> Double {
    switch cards[index].question.domain {
    case "em": 0.55
    case "icd-10-cm": 0.7
    case "terminology": 0.85
    default: 0.45
    }
  }

  private mutating func answer(_ index: Int, _ day: Int, _ minute: Int) {
    let elapsed = Double(day - cards[index].last)
    let known =
      cards[index].memory.map { FSRS6.standard.retrievability($0, elapsedDays: elapsed) }
      ?? strength(index)
    let isRight = unit() < known
    let isSure = unit() < (isRight ? 0.85 : 0.3)
    let rating: Rating = isRight ? (isSure ? .good : .hard) : .again
    let next =
      cards[index].memory.map {
        FSRS6.standard.nextState($0, elapsedDays: elapsed, rating: rating)
      } ?? FSRS6.standard.firstState(rating)
    let days = isRight ? max(1, Int(FSRS6.standard.interval(next, retention: 0.9))) : 1
    cards[index].memory = next
    cards[index].last = day
    cards[index].due = day + days
    add(
      .review(
        Review(
          question: cards[index].question.id, exam: "CPC", rating: rating, isCorrect: isRight,
          chosen: [isRight ? 0 : 1], isSure: isSure, milliseconds: 20_000 + Int(unit() * 40_000),
          days: isRight ? days : nil)), day: day, minute: minute)
  }

  /// Twenty-five questions against the clock.
  private mutating func sitMock(_ day: Int) {
    let form = mock.suffix(25)
    mock.removeLast(25)
    let start = ExamStart(
      exam: "CPC", seed: 1, date: nil,
      questions: form.map { index in
        ExamQuestion(
          id: cards[index].question.id, domain: cards[index].question.domain, order: [0, 1, 2, 3])
      }, minutes: 60, rules: ExamStart.Rules(isOpenBook: true))
    let sitting = EventID(device: 42, sequence: sequence + 1)
    func step(_ clock: Int, _ step: ExamEvent.Step) -> HistoryEvent.Action {
      .exam(ExamEvent(sitting: sitting, clock: clock, step: step))
    }
    add(step(0, .start(start)), day: day, minute: 600)
    let growth = 0.2 * Double(min(700, 730 + day)) / 700
    var clock = 0
    for index in form {
      let isRight = unit() < min(0.95, strength(index) + growth)
      let isSure = unit() < (isRight ? 0.8 : 0.4)
      let rating: Rating = isRight ? (isSure ? .good : .hard) : .again
      let memory = FSRS6.standard.firstState(rating)
      cards[index].memory = memory
      cards[index].last = day
      cards[index].due =
        day + (isRight ? max(1, Int(FSRS6.standard.interval(memory, retention: 0.9))) : 1)
      clock += 90_000 + Int(unit() * 100_000)
      add(
        step(
          clock,
          .answer(
            question: cards[index].question.id, chosen: [isRight ? 0 : 2], isSure: isSure,
            isCorrect: isRight)), day: day, minute: 600)
    }
    add(step(clock, .submit(days: [])), day: day, minute: 750)
  }
}
