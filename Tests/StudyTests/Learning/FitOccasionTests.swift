import FSRS
import Study
import TestSupport
import Testing

@Suite("The weights are fitted by themselves when enough answers have come")
struct FitOccasionTests {
  @Test(
    "at 400 in all, and after that at a quarter more, at least 200",
    arguments: [
      (399, nil, false), (400, nil, true), (400, 201, false), (401, 201, true),
      (999, 800, false), (1_000, 800, true), (2_499, 2_000, false), (2_500, 2_000, true),
      (1_251, 1_001, false), (1_252, 1_001, true), (300, 1_000, false),
    ] as [(Int, Int?, Bool)])
  func occasion(answers: Int, lastTry: Int?, expected: Bool) {
    #expect(FitOccasion.hasCome(answers: answers, lastTry: lastTry) == expected)
  }

  @Test("progress counts the answers and remembers the last try from the history")
  func progress() {
    var progress = Progress()
    for number in 1...400 {
      #expect(!progress.isFitDue)
      let mode: Review.Mode = number % 2 == 0 ? .study : .drill
      progress.apply(
        .make(
          .review(Review(question: "q\(number % 50)", mode: mode, rating: .good)),
          at: .at(minute: 600 + number), sequence: number))
    }
    #expect(progress.answerCount == 400)
    #expect(progress.isFitDue)
    progress.apply(
      .make(.setting(key: LearnerSettings.Key.fitted, value: .number(400)), sequence: 401))
    #expect(!progress.isFitDue)
  }

  @Test(
    "a number of answers that makes no sense is no last try",
    arguments: [-1, -Double.infinity, Double.nan])
  func nonsense(value: Double) {
    #expect(LearnerSettings(values: ["fitted": .number(value)]).fitted == nil)
    #expect(LearnerSettings(values: ["fitted": .number(.infinity)]).fitted == 1_000_000_000_000)
  }
}

@Suite("Due counts tell what weights do to the calendar")
struct DueCountsTests {
  private let today = Now.evening.studyDay

  private func deck(_ progress: Progress, _ questions: [Question]) -> Deck {
    Deck(catalog: .make(questions), progress: progress, exam: "CPC", today: today)
  }

  private func review(
    _ question: String, _ rating: Rating, day: Int, days: Int?, mode: Review.Mode = .study,
    sequence: Int
  ) -> HistoryEvent {
    .make(
      .review(Review(question: question, exam: "CPC", mode: mode, rating: rating, days: days)),
      at: .at(minute: 600, day: day), sequence: sequence)
  }

  @Test("the calendar counts what was granted; each range holds the one before")
  func calendar() {
    var progress = Progress()
    let ids = (0..<6).map { "q\($0)" }
    for (place, days) in [1, 4, 10, 11, 33, 34].enumerated() {
      progress.apply(review(ids[place], .good, day: -4, days: days, sequence: place + 1))
    }
    let counts = DueCounts(deck(progress, ids.map { .choice($0) }))
    #expect(counts.today == 2)
    #expect(counts.week == 3)
    #expect(counts.month == 5)
  }

  @Test("dates set anew are those of a replay of lines without granted days")
  func asReplayed() throws {
    let questions = (0..<120).map { "q\($0)" }
    let granted = try SimulatedHistory(questions, days: 60, perDay: 3).events
    let model = try FSRS6(weights: SimulatedHistory.weights)
    for weights in [nil, model.weights] {
      var events = granted
      if let weights {
        events.append(
          .make(
            .setting(key: LearnerSettings.Key.weights, value: .numbers(weights)),
            at: .at(minute: 0), sequence: 100_000))
      }
      let bare = events.map { event in
        guard case .review(var review) = event.action else { return event }
        review.days = nil
        var changed = event
        changed.action = .review(review)
        return changed
      }
      let deck = deck(Progress(replaying: .make(events)), questions.map { .choice($0) })
      let progress = Progress(replaying: .make(events))
      let replayed = self.deck(Progress(replaying: .make(bare)), questions.map { .choice($0) })
      let counts = DueCounts(deck, asSetBy: progress)
      #expect(counts == DueCounts(replayed))
      #expect(counts != DueCounts(deck))
      #expect(counts.today < counts.week && counts.week < counts.month)
    }
  }

  @Test("cards in learning are due today, and a miss in an exam the next day, by any weights")
  func fixedDates() throws {
    var progress = Progress()
    progress.apply(review("q0", .again, day: -3, days: nil, sequence: 1))
    progress.apply(review("q1", .easy, day: -40, days: 20, sequence: 2))
    progress.apply(review("q1", .again, day: 0, days: nil, mode: .exam, sequence: 3))
    let deck = deck(progress, [.choice("q0"), .choice("q1"), .choice("q2")])
    let counts = DueCounts(deck, asSetBy: progress)
    #expect(counts == DueCounts(deck))
    #expect(counts.today == 1)
    #expect(counts.week == 2)
  }
}
