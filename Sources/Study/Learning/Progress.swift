import FSRS

/// What a learner's history adds up to: every card's state, every day's tally, every setting.
///
/// It is computed from events alone, so that a replay of the same events gives the same value.
package struct Progress: Equatable, Sendable {
  /// The memory model that the history was read with.
  package let model: FSRS6
  /// Question ids in the order in which the history met them.
  package private(set) var questions: [String]
  package private(set) var cards: [CardProgress]
  package private(set) var tallies: [DayKey: DayTally]
  package private(set) var settings: LearnerSettings
  /// How the real exams went.
  package private(set) var results: [ExamResult]
  /// Faults of questions that the learner reported and did not withdraw.
  package private(set) var reports: [QuestionReport]
  /// Mock exams, open and submitted.
  package private(set) var exams: ExamLedger

  private var positions: [String: Int]
  /// The events of this sitting, so that each can be withdrawn.
  var journal: [JournalEntry] = []

  package init(model: FSRS6 = .standard) {
    self.init(
      model: model, questions: [], cards: [], tallies: [:], settings: LearnerSettings(),
      results: [], reports: [])
  }

  /// Puts a value together again from its parts, as a snapshot keeps them.
  package init(
    model: FSRS6, questions: [String], cards: [CardProgress], tallies: [DayKey: DayTally],
    settings: LearnerSettings, results: [ExamResult], reports: [QuestionReport],
    exams: ExamLedger = ExamLedger()
  ) {
    self.model = model
    self.questions = questions
    self.cards = cards
    self.tallies = tallies
    self.settings = settings
    self.results = results
    self.reports = reports
    self.exams = exams
    positions = [:]
    positions.reserveCapacity(questions.count)
    for (position, id) in questions.enumerated() { positions[id] = position }
  }

  /// Equal where every question stands the same; that a question was once met and taken back
  /// makes no difference.
  package static func == (left: Progress, right: Progress) -> Bool {
    left.model == right.model && left.tallies == right.tallies && left.settings == right.settings
      && left.results == right.results && left.reports == right.reports && left.exams == right.exams
      && left.questions.allSatisfy { left[$0] == right[$0] }
      && right.questions.allSatisfy { left[$0] == right[$0] }
  }

  /// The state of one question; that of a new card where the history never met it.
  package subscript(id: String) -> CardProgress {
    positions[id].map { cards[$0] } ?? CardProgress()
  }

  /// The position of a question in `cards`, given one where it has none yet.
  mutating func position(of id: String) -> Int {
    if let known = positions[id] { return known }
    let position = questions.count
    questions.append(id)
    cards.append(CardProgress())
    positions[id] = position
    return position
  }

  /// Gives a question its place in `cards`, which the caller fills.
  mutating func setPosition(of id: String, to position: Int) {
    questions.append(id)
    positions[id] = position
  }

  func knownPosition(of id: String) -> Int? { positions[id] }

  /// Hands the cards out for a while; ``setCards(_:)`` puts them back.
  mutating func takeCards() -> [CardProgress] {
    defer { cards = [] }
    return cards
  }

  mutating func setCards(_ cards: [CardProgress]) { self.cards = cards }
  mutating func setCard(_ position: Int, _ card: CardProgress) { cards[position] = card }
  mutating func withCard(_ position: Int, _ change: (inout CardProgress) -> Void) {
    change(&cards[position])
  }
  mutating func add(_ tally: DayTally, to key: DayKey) {
    tallies[key, default: DayTally()] += tally
  }
  mutating func subtract(_ tally: DayTally, from key: DayKey) {
    tallies[key, default: DayTally()] -= tally
    if tallies[key] == DayTally() { tallies[key] = nil }
  }
  mutating func setSettings(_ settings: LearnerSettings) { self.settings = settings }
  mutating func setResults(_ results: [ExamResult]) { self.results = results }
  mutating func withExams<Result>(_ change: (inout ExamLedger) -> Result) -> Result {
    change(&exams)
  }
  mutating func setReports(_ reports: [QuestionReport]) { self.reports = reports }
}

/// How a real exam went, as the learner told it.
package struct ExamResult: Equatable, Sendable {
  package var exam: String
  package var outcome: String
  package var day: CalendarDay

  package init(exam: String, outcome: String, day: CalendarDay) {
    self.exam = exam
    self.outcome = outcome
    self.day = day
  }
}

/// A fault of a question that the learner wants its author to know.
package struct QuestionReport: Equatable, Sendable {
  package var id: EventID
  package var question: String
  package var text: String
  package var day: CalendarDay

  package init(id: EventID, question: String, text: String, day: CalendarDay) {
    self.id = id
    self.question = question
    self.text = text
    self.day = day
  }
}
