import FSRS
import Study
import TestSupport
import Testing

@Suite struct LearnerStatisticsTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22)

  /// A hundred days of answers to twenty questions, some withdrawn or graded anew.
  private static func events(amended: Bool = false) -> [HistoryEvent] {
    var generator = SplitMix64(seed: 4)
    var events: [HistoryEvent] = []
    for number in 1...600 {
      let day = -100 + number / 6
      let isRight = generator.next() % 5 != 0
      let isSure = generator.next() % 3 != 0
      events.append(
        .make(
          .review(
            Review(
              question: "q\(generator.next() % 20)",
              exam: generator.next() % 4 == 0 ? "RHIT" : "CPC",
              mode: generator.next() % 9 == 0 ? .exam : .study,
              rating: isRight ? (isSure ? .good : .hard) : .again, isCorrect: isRight,
              isSure: isSure, milliseconds: 20_000, days: isRight ? 4 : nil)),
          at: .at(minute: 600 + number % 6, day: day), sequence: number))
    }
    if amended {
      events.append(.make(.undo(of: events[17].id), sequence: 601))
      events.append(.make(.grade(of: events[41].id, rating: .easy, days: 9), sequence: 602))
    }
    return events
  }

  private static func history(_ events: [HistoryEvent]) -> History {
    var history = History()
    for event in events { history.append(event) }
    history.sort()
    return history
  }

  private static func statistics(_ events: [HistoryEvent]) -> LearnerStatistics {
    LearnerStatistics(history(events), model: .standard, day: today)
  }

  @Test("Recalls by stability add up to those that the days count", arguments: [false, true])
  func recalls(amended: Bool) {
    let events = Self.events(amended: amended)
    let statistics = Self.statistics(events)
    let progress = Progress(replaying: Self.history(events))
    for exam in ["CPC", "RHIT"] {
      var days = DayTally()
      for (key, tally) in progress.tallies where key.exam == exam { days += tally }
      let bins = statistics.retention(exam: exam)
      #expect(days.recalls > 20)
      #expect(bins.reduce(0) { $0 + $1.recalls } == days.recalls)
      #expect(bins.reduce(0) { $0 + $1.remembered } == days.remembered)
      let expected = bins.reduce(0) { $0 + $1.expected }
      #expect(abs(expected - Double(days.expectedMillionths) / 1e6) < 0.001)
    }
  }

  @Test("One answer after another comes to the same as all at once")
  func incremental() {
    let events = Self.events()
    var growing = Self.statistics(Array(events.prefix(400)))
    for event in events.dropFirst(400) {
      let isTaken = growing.take(event)
      #expect(isTaken)
    }
    let whole = Self.statistics(events)
    for exam in ["CPC", "RHIT"] {
      #expect(growing.retention(exam: exam) == whole.retention(exam: exam))
      #expect(growing.confidence(exam: exam) == whole.confidence(exam: exam))
    }
    #expect(growing.figures.count == whole.figures.count)
    for id in whole.questions { #expect(growing[id] == whole[id]) }
    #expect(growing.mockAnswers.count == whole.mockAnswers.count)
  }

  @Test("The last answer is taken back or graded in place; an older one asks for a fresh pass")
  func amendments() throws {
    let events = Self.events()
    let before = Self.statistics(Array(events.dropLast()))
    let last = try #require(events.last)
    var statistics = before
    func take(_ event: HistoryEvent) -> Bool { statistics.take(event) }
    #expect(take(last))
    #expect(take(.make(.undo(of: last.id), sequence: 700)))
    #expect(statistics.confidence(exam: "CPC") == before.confidence(exam: "CPC"))
    #expect(statistics.figures == before.figures)
    #expect(take(last))
    #expect(take(.make(.grade(of: last.id, rating: .easy, days: 30), sequence: 701)))
    #expect(!take(.make(.undo(of: events[3].id), sequence: 702)))
    #expect(
      !take(
        .make(.setting(key: LearnerSettings.Key.weights, value: .numbers([])), sequence: 703)))
  }

  @Test("A question that was sure and wrong stays on the list until it is answered otherwise")
  func mistaken() {
    func event(_ right: Bool, sure: Bool, _ minute: Int) -> HistoryEvent {
      .make(
        .review(
          Review(
            question: "cpc-em-001", exam: "CPC", rating: right ? .good : .again,
            isCorrect: right, isSure: sure)), at: .at(minute: minute), sequence: minute)
    }
    let catalog = Catalog.make([.choice("cpc-em-001")])
    var statistics = Self.statistics([event(false, sure: true, 601)])
    func report() -> ConfidenceReport {
      ConfidenceReport(statistics: statistics, catalog: catalog, exam: "CPC")
    }
    #expect(report().mistaken.map(\.id) == ["cpc-em-001"])
    #expect(report().counts == ConfidenceCount(sureWrong: 1))
    let isTaken = statistics.take(event(true, sure: false, 602))
    #expect(isTaken)
    #expect(report().mistaken.isEmpty)
    #expect(report().counts == ConfidenceCount(guessRight: 1, sureWrong: 1))
  }

  @Test("What was recalled four weeks ago is kept, and nothing of what came after")
  func earlier() {
    func event(_ day: Int, _ sequence: Int) -> HistoryEvent {
      .make(
        .review(Review(question: "q", exam: "CPC", rating: .good)), at: .at(minute: 600, day: day),
        sequence: sequence)
    }
    let before = Self.statistics([event(-30, 1)])
    let both = Self.statistics([event(-30, 1), event(-3, 2)])
    let after = Self.statistics([event(-3, 1)])
    #expect(before.earlierRecall(of: "q") > 0.8)
    #expect(both.earlierRecall(of: "q") == before.earlierRecall(of: "q"))
    #expect(after.earlierRecall(of: "q") == 0)
  }
}
