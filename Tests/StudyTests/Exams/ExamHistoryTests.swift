import FSRS
import Study
import TestSupport
import Testing

@Suite struct ExamHistoryTests {
  private let sitting = EventID(device: 42, sequence: 10)

  private func start(_ ids: [String], unscored: Set<String> = []) -> ExamStart {
    ExamStart(
      exam: "CPC", seed: 7, date: nil,
      questions: ids.map {
        ExamQuestion(
          id: $0, domain: "em", isScored: !unscored.contains($0), order: [0, 1, 2, 3])
      },
      minutes: 60, rules: ExamStart.Rules(isOpenBook: true))
  }

  /// An exam of five questions: right and sure, right and a guess, wrong, changed from right to
  /// wrong, unanswered.
  private func exam(days: [Int?] = []) -> [HistoryEvent] {
    func answer(_ id: String, _ option: Int, sure: Bool = true) -> ExamEvent.Step {
      .answer(question: id, chosen: [option], isSure: sure, isCorrect: option == 0)
    }
    let steps: [ExamEvent.Step] = [
      .start(start(["a", "b", "c", "d", "e"], unscored: ["a"])), .visit(question: "a"),
      answer("a", 0), .visit(question: "b"), answer("b", 0, sure: false), .visit(question: "c"),
      answer("c", 2), .visit(question: "d"), answer("d", 0), answer("d", 3),
      .visit(question: "e"), .submit(days: days),
    ]
    return steps.enumerated().map { place, step in
      .make(
        .exam(ExamEvent(sitting: sitting, clock: place * 30_000, step: step)),
        at: Now.evening.adding(seconds: place * 30), sequence: 10 + place)
    }
  }

  private func replay(_ events: [HistoryEvent]) -> Progress {
    var history = History()
    for event in events { history.append(event) }
    history.sort()
    return Progress(replaying: history)
  }

  private func live(_ events: [HistoryEvent]) -> Progress {
    var progress = Progress()
    for event in events {
      let isKnown = progress.apply(event)
      #expect(isKnown)
    }
    return progress
  }

  @Test("At the submission each question's last answer is a review; misses are due the next day")
  func reviews() {
    let progress = replay(exam())
    let day = Now.evening.studyDay
    #expect(progress["a"].memory == FSRS6.standard.firstState(.good))
    #expect(progress["b"].memory == FSRS6.standard.firstState(.hard))
    #expect(progress["c"].phase == .review(due: day + 1))
    #expect(progress["d"].phase == .review(due: day + 1))
    #expect(progress["d"].answers == 1)
    #expect(progress["d"].examAnswers == 1)
    #expect(progress["e"] == CardProgress())
    #expect(progress.tallies[DayKey(day: day, exam: "CPC")]?.answers == 4)
    #expect(progress.tallies[DayKey(day: day, exam: "CPC")]?.passes == 2)
    #expect(progress.exams.open.isEmpty)
    let score = progress.exams.scores[0]
    #expect((score.scored, score.right, score.answered) == (4, 1, 4))
  }

  @Test("Before the submission nothing is a review, and the exam is open")
  func open() throws {
    let progress = replay(exam().dropLast())
    #expect(progress["a"] == CardProgress())
    let (_, exam) = try #require(progress.exams.openExam(of: 42))
    #expect(exam.answeredCount == 4)
    #expect(exam.position == 4)
    #expect(exam.clock == 300_000)
    #expect(progress.exams.openExam(of: 43) == nil)
  }

  @Test("A replay gives what the sitting gave")
  func replayEqualsLive() {
    let study = [
      HistoryEvent.make(
        .review(Review(question: "c", exam: "CPC", rating: .good, isCorrect: true, days: 9)),
        at: .at(minute: 500, day: -12), sequence: 1),
      .make(.setting(key: "retention", value: .number(0.85)), at: .at(minute: 501), sequence: 2),
    ]
    let later = [
      HistoryEvent.make(
        .review(Review(question: "d", exam: "CPC", rating: .good, isCorrect: true, days: 4)),
        at: .at(minute: 500, day: 1), sequence: 40)
    ]
    for end in 0...exam().count {
      let events = study + exam(days: [4, 2, nil, nil, nil]).prefix(end) + later
      #expect(replay(events) == live(events), "with \(end) events of the exam")
    }
    let whole = replay(study + exam(days: [4, 2, nil, nil, nil]))
    #expect(whole["a"].grantedDays == 4)
    #expect(whole["c"].lapses == 1)
  }

  @Test("A state continued in any two parts is that of the whole")
  func continued() {
    let events = exam(days: [4])
    let whole = replay(events)
    for cut in 1..<events.count {
      var progress = replay(Array(events[..<cut]))
      var tail = History()
      for event in events[cut...] { tail.append(event) }
      tail.sort()
      #expect(tail.continues(after: events[cut - 1].position))
      progress.take(tail)
      #expect(progress == whole, "cut at \(cut)")
    }
  }

  @Test("An undo or a grade of an exam's event changes nothing")
  func notUndone() {
    let events = exam()
    for target in events {
      let undo = HistoryEvent.make(.undo(of: target.id), at: .at(minute: 1400), sequence: 90)
      let grade = HistoryEvent.make(
        .grade(of: target.id, rating: .easy, days: 90), at: .at(minute: 1401), sequence: 91)
      #expect(replay(events + [undo, grade]) == replay(events))
    }
    var progress = live(events)
    // Not known to this sitting: the caller replays.
    let isKnown = progress.apply(
      .make(.undo(of: events[events.count - 1].id), at: .at(minute: 1400), sequence: 90))
    #expect(!isKnown)
  }

  @Test("An earlier answer of the sitting is taken back under the exam's")
  func undoBeneath() {
    let review = HistoryEvent.make(
      .review(Review(question: "a", exam: "CPC", rating: .again, isCorrect: false)),
      at: .at(minute: 600), sequence: 1)
    let undo = HistoryEvent.make(.undo(of: review.id), at: .at(minute: 1400), sequence: 90)
    let events = [review] + exam() + [undo]
    #expect(live(events) == replay(events))
  }

  @Test("A clock that was set back during the exam does not change what counts")
  func clockSetBack() {
    var events = exam()
    for place in 6..<events.count { events[place].milliseconds -= 3_600_000 }
    let progress = replay(events)
    #expect(progress["c"].answers == 1)
    #expect(progress["d"].passes == 0)
    #expect(progress.exams.open.isEmpty)
  }

  @Test("A discarded exam leaves nothing; steps of an unknown sitting are passed over")
  func discarded() {
    var events = Array(exam().dropLast())
    events.append(
      .make(
        .exam(ExamEvent(sitting: sitting, clock: 1, step: .discard)), at: .at(minute: 1200),
        sequence: 50))
    #expect(replay(events) == Progress())
    #expect(replay(Array(exam().dropFirst())) == Progress())
  }

  @Test("The fit of the memory model sees the answers of exams")
  func fitting() {
    var history = History()
    for event in exam() { history.append(event) }
    history.sort()
    #expect(history.timedReviews.map(\.rating) == [.good, .hard, .again, .again])
  }
}
