import FSRS
import Study
import TestSupport
import Testing

@Suite struct ProgressTests {
  private func review(
    _ question: String, _ rating: Rating, days: Int? = nil, mode: Review.Mode = .study,
    counts: Bool = false
  ) -> HistoryEvent.Action {
    .review(
      Review(
        question: question, exam: "CPC", mode: mode, rating: rating, isCorrect: rating.isPass,
        milliseconds: 5000, days: days, counts: counts))
  }

  private func replay(_ events: [HistoryEvent]) -> Progress {
    var history = History()
    for event in events { history.append(event) }
    history.sort()
    return Progress(replaying: history)
  }

  @Test("A first right answer grants the interval of the line")
  func granted() {
    let progress = replay([.make(review("q", .good, days: 3), sequence: 1)])
    #expect(progress["q"].phase == .review(due: Now.evening.studyDay + 3))
    #expect(progress["q"].memory?.stability == FSRS6.standard.firstState(.good).stability)
    #expect(progress["q"].grantedDays == 3)
  }

  @Test("A line without an interval gets the model's own")
  func unstated() {
    let progress = replay([.make(review("q", .easy), sequence: 1)])
    #expect(progress["q"].phase == .review(due: Now.evening.studyDay + 8))
  }

  @Test("A miss comes back ten minutes later; in a mock exam on the next study day")
  func misses() {
    let study = replay([.make(review("q", .again), sequence: 1)])
    #expect(study["q"].phase == .learning(dueAt: Now.evening.milliseconds + 600_000))
    let exam = replay([.make(review("q", .again, mode: .exam), sequence: 1)])
    #expect(exam["q"].phase == .review(due: Now.evening.studyDay + 1))
    #expect(exam["q"].examAnswers == 1)
  }

  @Test("A drill counts in statistics and leaves the schedule alone, unless the line says so")
  func drills() {
    let drill = replay([.make(review("q", .good, days: 3, mode: .drill), sequence: 1)])
    #expect(drill["q"].phase == .new)
    #expect(drill["q"].answers == 1)
    #expect(drill["q"].memory == nil)
    let counted = replay([
      .make(review("q", .good, days: 3, mode: .drill, counts: true), sequence: 1)
    ])
    #expect(counted["q"].phase == .review(due: Now.evening.studyDay + 3))
  }

  @Test("Retention counts reviews of known cards a day or more apart")
  func retention() throws {
    let progress = replay([
      .make(review("q", .good, days: 2), sequence: 1),
      .make(review("q", .good, days: 9), at: .at(minute: 600, day: 2), sequence: 2),
      .make(review("q", .again), at: .at(minute: 600, day: 11), sequence: 3),
      .make(review("q", .good, days: 1), at: .at(minute: 620, day: 11), sequence: 4),
    ])
    let day = Now.at(minute: 600, day: 11).studyDay
    let tally = try #require(progress.tallies[DayKey(day: day, exam: "CPC")])
    #expect(tally.answers == 2)
    #expect(tally.recalls == 1)
    #expect(tally.remembered == 0)
    #expect((850_000...950_000).contains(tally.expectedMillionths))
    #expect(progress["q"].lapses == 1)
    #expect(progress["q"].answers == 4)
    #expect(progress["q"].passes == 3)
  }

  @Test("A grade overrules the rating and its interval")
  func grades() {
    let first = HistoryEvent.make(review("q", .good, days: 2), sequence: 1)
    let events = [
      first,
      .make(.grade(of: first.id, rating: .easy, days: 9), at: .at(minute: 1081), sequence: 2),
    ]
    let progress = replay(events)
    #expect(progress["q"].phase == .review(due: Now.evening.studyDay + 9))
    #expect(progress["q"].memory == FSRS6.standard.firstState(.easy))
  }

  @Test("An undo takes an event back with its grades, wherever it lies in the order")
  func undo() {
    let first = HistoryEvent.make(review("q", .good, days: 2), sequence: 1)
    let events = [
      HistoryEvent.make(.undo(of: first.id), at: .at(minute: 10), sequence: 9), first,
      .make(.grade(of: first.id, rating: .easy, days: 9), at: .at(minute: 1081), sequence: 2),
      .make(.mark(question: "p", isOn: true), at: .at(minute: 1082), sequence: 3),
    ]
    let progress = replay(events)
    #expect(progress["q"] == CardProgress())
    #expect(progress.tallies.isEmpty)
    #expect(progress["p"].isMarked)
  }

  @Test("The order in which files arrive changes nothing")
  func anyOrder() {
    var events: [HistoryEvent] = []
    var generator = SplitMix64(seed: 7)
    for number in 1...300 {
      let rating = Rating.allCases[Int(generator.next() % 4)]
      let device: UInt32 = generator.next() % 2 == 0 ? 1 : 2
      events.append(
        .make(
          review("q\(generator.next() % 12)", rating, days: rating.isPass ? 4 : nil),
          at: .at(minute: Int(generator.next() % 1440), day: number / 10), sequence: number,
          device: device))
    }
    let expected = replay(events)
    #expect(expected.cards.count == 12)
    for _ in 0..<5 {
      events.shuffle(using: &generator)
      let isSame = replay(events) == expected
      #expect(isSame)
    }
  }

  @Test("Event by event comes to the same as a replay, undo and grades included")
  func incremental() {
    var generator = SplitMix64(seed: 11)
    var live = Progress()
    var events: [HistoryEvent] = []
    for number in 1...400 {
      let now = Now.at(minute: number % 40 + 600, day: number / 40)
      let pick = generator.next() % 10
      let action: HistoryEvent.Action
      let reviews = events.filter { if case .review = $0.action { true } else { false } }
      if pick < 7 || reviews.isEmpty {
        let rating = Rating.allCases[Int(generator.next() % 4)]
        action = review("q\(generator.next() % 9)", rating, days: rating.isPass ? 3 : nil)
      } else if pick == 7 {
        action = .undo(of: reviews[Int(generator.next() % UInt64(reviews.count))].id)
      } else if pick == 8, let last = reviews.last, case .review(let review) = last.action,
        review.rating.isPass
      {
        action = .grade(of: last.id, rating: .hard, days: 2)
      } else {
        action = .suspend(question: "q\(generator.next() % 9)")
      }
      let event = HistoryEvent.make(action, at: now, sequence: number)
      // A grade of what was withdrawn changes nothing in a replay; it cannot be given live.
      if case .grade(let id, _, _) = action, !live.canWithdraw(id) { continue }
      events.append(event)
      if case .undo(let id) = action, !live.canWithdraw(id) { continue }
      let isKnown = live.apply(event)
      #expect(isKnown)
    }
    let isSame = live == replay(events)
    #expect(isSame)
  }

  @Test("An older event, or new weights, ask for a replay")
  func needsReplay() {
    var progress = Progress()
    let old = EventID(device: 1, sequence: 1)
    let known0 = progress.apply(.make(.undo(of: old), sequence: 1))
    #expect(!known0)
    let known1 = progress.apply(.make(.grade(of: old, rating: .easy, days: 3), sequence: 2))
    #expect(!known1)
    let weights = HistoryEvent.make(
      .setting(key: "weights", value: .numbers(FSRS6.standard.weights)), sequence: 3)
    let known2 = progress.apply(weights)
    #expect(!known2)
  }

  @Test("A withdrawn setting uncovers the one before it")
  func settings() {
    var progress = Progress()
    let first = HistoryEvent.make(.setting(key: "minutes", value: .number(30)), sequence: 1)
    let second = HistoryEvent.make(.setting(key: "minutes", value: .number(60)), sequence: 2)
    progress.apply(first)
    progress.apply(second)
    #expect(progress.settings.minutes == 60)
    progress.apply(.make(.undo(of: second.id), sequence: 3))
    #expect(progress.settings.minutes == 30)
    progress.apply(.make(.undo(of: first.id), sequence: 4))
    #expect(progress.settings.minutes == 20)
  }

  @Test("A report stands once, whatever becomes of the answer before it")
  func reportsStandOnce() {
    var progress = Progress()
    let first = HistoryEvent.make(review("q", .good, days: 3), sequence: 1)
    let report = HistoryEvent.make(.report(question: "q", text: "two keys"), sequence: 2)
    let graded = HistoryEvent.make(.grade(of: first.id, rating: .hard, days: 1), sequence: 3)
    for event in [first, report, graded] { progress.apply(event) }
    #expect(progress.reports.map(\.id) == [report.id])
    #expect(progress == replay([first, report, graded]))
    progress.apply(.make(.undo(of: first.id), sequence: 4))
    #expect(progress.reports.map(\.id) == [report.id])
    progress.apply(.make(.undo(of: report.id), sequence: 5))
    #expect(progress.reports.isEmpty)
  }

  @Test("An event that two files hold counts once")
  func copies() {
    let events = [
      HistoryEvent.make(review("q", .good, days: 3), sequence: 1),
      .make(review("p", .good, days: 3), at: .at(minute: 1090), sequence: 2),
      .make(.report(question: "q", text: "two keys"), at: .at(minute: 1091), sequence: 3),
    ]
    let isSame = replay(events + events) == replay(events)
    #expect(isSame)
    #expect(replay(events + events)["q"].answers == 1)
  }

  @Test("A line without an interval keeps the retention of its own time")
  func retentionOfItsTime() {
    func retention(_ value: Double, minute: Int, _ sequence: Int) -> HistoryEvent {
      .make(
        .setting(key: "retention", value: .number(value)), at: .at(minute: minute),
        sequence: sequence)
    }
    let events = [
      HistoryEvent.make(review("q", .easy), at: .at(minute: 600), sequence: 1),
      retention(0.8, minute: 610, 2),
      .make(review("p", .easy), at: .at(minute: 620), sequence: 3),
      retention(0.95, minute: 630, 4),
    ]
    var live = Progress()
    for event in events { live.apply(event) }
    let replayed = replay(events)
    #expect(replayed["q"].grantedDays == 8)
    #expect(replayed["p"].grantedDays > 16)
    let isSame = live == replayed
    #expect(isSame)
    // The first events as a snapshot holds them, the rest after it.
    for cut in 1..<events.count {
      var continued = replay(Array(events[..<cut]))
      var rest = History()
      for event in events[cut...] { rest.append(event) }
      rest.sort()
      continued.take(rest)
      let isContinued = continued == replayed
      #expect(isContinued, "cut at \(cut)")
    }
  }

  @Test("A card that fails far beyond expectation is a leech; an unlucky one is not")
  func leeches() {
    var events: [HistoryEvent] = []
    for round in 0..<6 {
      events.append(
        .make(review("bad", .again), at: .at(minute: 600, day: round * 3), sequence: round * 2 + 1))
      events.append(
        .make(
          review("bad", .good, days: 3), at: .at(minute: 620, day: round * 3),
          sequence: round * 2 + 2))
    }
    let progress = replay(events)
    #expect(progress["bad"].lapses == 5)
    #expect(progress["bad"].isLeech)
    #expect(!progress["other"].isLeech)
  }
}
