import FSRS
import Study
import TestSupport
import Testing

@Suite struct StudySessionTests {
  private let catalog = Catalog.make(
    (1...12).map { .choice("q\($0)") } + [.flashcard("f1"), .code("k1"), .multiple("m1")])

  private func session(_ cards: [String]) -> StudySession {
    StudySession(exam: "CPC", cards: cards, load: [], now: .evening)
  }

  /// Answers the current card, right or wrong, and goes on.
  private func answer(
    _ session: inout StudySession, _ progress: inout Progress, right: Bool, isSure: Bool = true,
    at now: Now, sequence: Int
  ) {
    guard let question = session.current.flatMap({ catalog.question($0) }) else { return }
    let event = session.answer(
      .options([right ? 0 : 1]), isSure: isSure, to: question, progress: progress, now: now,
      id: EventID(device: 42, sequence: sequence))
    progress.apply(event)
    session.advance(at: now)
  }

  @Test("Right and sure is Good, a right guess Hard, a miss Again")
  func ratings() {
    let question = Question.choice("q1")
    let right = Answer.options([0])
    #expect(right.rating(isCorrect: right.isCorrect(for: question), isSure: true) == .good)
    #expect(right.rating(isCorrect: right.isCorrect(for: question), isSure: false) == .hard)
    let wrong = Answer.options([2])
    #expect(!wrong.isCorrect(for: question))
    #expect(wrong.rating(isCorrect: false, isSure: true) == .again)
  }

  @Test("All and only the right options are right in a question with several")
  func multiple() {
    let question = Question.multiple("m1")
    #expect(Answer.options([0, 2]).isCorrect(for: question))
    #expect(Answer.options([2, 0]).isCorrect(for: question))
    #expect(!Answer.options([0]).isCorrect(for: question))
    #expect(!Answer.options([0, 2, 3]).isCorrect(for: question))
  }

  @Test(
    "Case, blanks and the dot do not matter in a typed code",
    arguments: [
      ("E11.65", true), ("e1165", true), (" e 11 . 65 ", true), ("E11.6", false), ("", false),
      ("E11.650", false),
    ])
  func codes(typed: String, isRight: Bool) {
    #expect(Answer.typed(typed).isCorrect(for: .code("k1")) == isRight)
  }

  @Test("A missed card returns after ten minutes and eight other cards, whichever is later")
  func returns() {
    var session = session((1...12).map { "q\($0)" })
    var progress = Progress()
    answer(&session, &progress, right: false, at: .evening, sequence: 1)
    for number in 2...9 {
      #expect(session.current == "q\(number)")
      answer(
        &session, &progress, right: true, at: .evening.adding(seconds: number * 30),
        sequence: number)
    }
    // Eight other cards, but only five minutes: the plan goes on.
    #expect(session.current == "q10")
    answer(&session, &progress, right: true, at: .evening.adding(seconds: 601), sequence: 10)
    #expect(session.current == "q1")
  }

  @Test("A missed card that is not ready comes at the end rather than never")
  func atTheEnd() {
    var session = session(["q1", "q2"])
    var progress = Progress()
    answer(&session, &progress, right: false, at: .evening, sequence: 1)
    answer(&session, &progress, right: true, at: .evening.adding(seconds: 20), sequence: 2)
    #expect(session.current == "q1")
    #expect(session.remaining == 1)
    answer(&session, &progress, right: true, at: .evening.adding(seconds: 40), sequence: 3)
    #expect(session.current == nil)
    #expect(session.remaining == 0)
  }

  @Test("Undo goes back answer by answer to the start of the session")
  func undo() throws {
    var session = session(["q1", "q2", "q3"])
    var progress = Progress()
    let start = progress
    answer(&session, &progress, right: false, at: .evening, sequence: 1)
    answer(&session, &progress, right: true, at: .evening.adding(seconds: 9), sequence: 2)
    #expect(session.current == "q3")
    for (number, expected) in [(3, "q2"), (4, "q1")] {
      let step = session.undo(
        at: .evening.adding(seconds: number * 9), id: EventID(device: 42, sequence: number))
      let event = try #require(step)
      let isKnown = progress.apply(event)
      #expect(isKnown)
      #expect(session.current == expected)
    }
    #expect(session.answered.isEmpty)
    #expect(session.waiting.isEmpty)
    let isAsBefore = progress == start
    #expect(isAsBefore)
    #expect(!session.canUndo)
  }

  @Test("An answer taken back and given again grants the same interval")
  func sameDraw() throws {
    var session = session(["q1"])
    var progress = Progress()
    let question = Question.choice("q1")
    let first = session.intervals(for: question, progress: progress, now: .evening)
    let event = session.answer(
      .options([0]), isSure: true, to: question, progress: progress, now: .evening,
      id: EventID(device: 42, sequence: 1))
    progress.apply(event)
    let step = session.undo(at: .evening, id: EventID(device: 42, sequence: 2))
    let undo = try #require(step)
    progress.apply(undo)
    #expect(session.intervals(for: question, progress: progress, now: .evening) == first)
  }

  @Test("The rating of a miss is fixed; that of a right answer moves between Hard, Good and Easy")
  func regrade() throws {
    var session = session(["q1", "q2"])
    let question = Question.choice("q1")
    let intervals = session.intervals(for: question, progress: Progress(), now: .evening)
    let id = EventID(device: 42, sequence: 1)
    _ = session.answer(
      .options([0]), isSure: true, to: question, progress: Progress(), now: .evening, id: id)
    let step = session.regrade(
      .easy, intervals: intervals, now: .evening, id: EventID(device: 42, sequence: 2))
    let event = try #require(step)
    #expect(event.action == .grade(of: id, rating: .easy, days: intervals.easy))
    _ = session.answer(
      .options([3]), isSure: true, to: question, progress: Progress(), now: .evening,
      id: EventID(device: 42, sequence: 3))
    let refused = session.regrade(
      .good, intervals: intervals, now: .evening, id: EventID(device: 42, sequence: 4))
    #expect(refused == nil)
  }

  @Test("Options are shuffled in a way that a replayed question keeps, and fixed where asked")
  func order() throws {
    let session = session(["q1"])
    let question = Question.choice("q1")
    let order = session.optionOrder(of: question, answers: 0)
    #expect(order.sorted() == [0, 1, 2, 3])
    #expect(session.optionOrder(of: question, answers: 0) == order)
    var places: Set<Int> = []
    for number in 0..<40 {
      let key = session.optionOrder(of: .choice("x\(number)"), answers: 0).firstIndex(of: 0)
      places.insert(try #require(key))
    }
    #expect(places == [0, 1, 2, 3])
    var fixed = question
    guard case .choice(var set) = fixed.body else { return }
    set.fixedOrder = true
    fixed.body = .choice(set)
    #expect(session.optionOrder(of: fixed, answers: 3) == [0, 1, 2, 3])
  }
}
