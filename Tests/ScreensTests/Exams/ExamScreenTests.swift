import FSRS
import Screens
import Study
import TestSupport
import Testing

@Suite struct ExamScreenTests {
  private func steps(_ rehearsal: Rehearsal) -> [ExamEvent.Step] {
    rehearsal.outside.events.compactMap { event in
      if case .exam(let step) = event.action { step.step } else { nil }
    }
  }

  private func mode(_ rehearsal: Rehearsal) -> ExamScreen.Mode? {
    guard case .exam(let screen) = rehearsal.app.page else { return nil }
    return screen.mode
  }

  private func report(_ rehearsal: Rehearsal) -> ScoreReport? {
    guard case .report(let screen) = rehearsal.app.page else { return nil }
    return screen.report
  }

  @Test("Enter begins: the start and the first visit are on disk before the question is shown")
  func begin() throws {
    let rehearsal = ExamSample.sitting()
    let first = try #require(steps(rehearsal).first)
    guard case .start(let start) = first else {
      Issue.record("\(first)")
      return
    }
    #expect(start.questions.count == 12)
    #expect(start.minutes == 90)
    #expect(start.rules == ExamStart.Rules(isOpenBook: true))
    #expect(steps(rehearsal).count == 2)
    #expect(rehearsal.app.world.progress.exams.openExam(of: 42) != nil)
    #expect(rehearsal.app.world.examClock?.clock == 0)
  }

  @Test("A start that cannot be written leaves the page as it was; Enter tries again")
  func failedStart() {
    var rehearsal = ExamSample.start()
    rehearsal.outside.failure = "The disk is full."
    rehearsal.press(.enter)
    #expect(rehearsal.app.failure?.sentence == "The disk is full.")
    guard case .examStart = rehearsal.app.page else {
      Issue.record("went on")
      return
    }
    rehearsal.outside.failure = nil
    rehearsal.press(.enter)
    #expect(ExamSample.exam(rehearsal) != nil)
  }

  @Test("An answer that cannot be written is not shown")
  func failedAnswer() {
    var rehearsal = ExamSample.sitting()
    rehearsal.outside.failure = "The disk is full."
    rehearsal.press(.character("2"))
    #expect(ExamSample.exam(rehearsal)?.answeredCount == 0)
    rehearsal.outside.failure = nil
    rehearsal.press(.enter)
    #expect(ExamSample.exam(rehearsal)?.answeredCount == 1)
  }

  @Test("Digits and letters answer, Backspace clears, g and m mark, arrows move")
  func keys() throws {
    var rehearsal = ExamSample.sitting("2")
    var exam = try #require(ExamSample.exam(rehearsal))
    #expect(exam.item.chosen == [exam.item.question.order[1]])
    rehearsal.press(.character("d"), .character("g"), .character("m"))
    exam = try #require(ExamSample.exam(rehearsal))
    #expect(exam.item.chosen == [exam.item.question.order[3]])
    #expect(exam.item.isGuess)
    #expect(exam.item.isFlagged)
    rehearsal.press(.backspace, .right, .enter, .left)
    exam = try #require(ExamSample.exam(rehearsal))
    #expect(!exam.items[0].isAnswered)
    #expect(exam.position == 1)
    #expect(steps(rehearsal).last == .visit(question: exam.item.question.id))
  }

  @Test("x strikes the option at the cursor out; choosing it brings it back")
  func strike() throws {
    var rehearsal = ExamSample.sitting("x")
    #expect(steps(rehearsal).count == 2)
    rehearsal.press(.down, .character("x"))
    let option = try #require(ExamSample.exam(rehearsal)?.item.question.order[0])
    #expect(ExamSample.exam(rehearsal)?.item.struck == [option])
    rehearsal.press(.character("1"))
    #expect(ExamSample.exam(rehearsal)?.item.struck == [])
    #expect(ExamSample.exam(rehearsal)?.item.chosen == [option])
    rehearsal.press(.character("x"))
    #expect(ExamSample.exam(rehearsal)?.item.struck == [])
  }

  @Test("The book is timed; a closed-book exam has no key for it")
  func book() throws {
    var rehearsal = ExamSample.sitting("oo")
    #expect(ExamSample.exam(rehearsal)?.lookUps == 1)
    #expect(ExamSample.exam(rehearsal)?.bookMilliseconds == 5000)
    var profile = ExamSample.profile
    profile.isOpenBook = false
    rehearsal = ExamSample.sitting("o", world: ExamSample.world(profile: profile))
    #expect(ExamSample.exam(rehearsal)?.lookUps == 0)
  }

  @Test("Notes and the calculator take letters as text")
  func fields() {
    var rehearsal = ExamSample.sitting("nask again")
    rehearsal.press(.enter)
    #expect(ExamSample.exam(rehearsal)?.item.note == "ask again")
    rehearsal.type("=12*3")
    #expect(rehearsal.text().contains("= 36"))
    rehearsal.press(.enter, .character("+"), .character("4"))
    #expect(rehearsal.text().contains("= 40"))
    rehearsal.press(.escape)
    #expect(mode(rehearsal) == .question)
  }

  @Test("The clock is kept once a second, whether keys come or not")
  func clock() {
    var rehearsal = ExamSample.sitting()
    func kept() -> [Int] {
      rehearsal.outside.effects.compactMap { effect in
        if case .keepClock(let clock) = effect { clock.clock } else { nil }
      }
    }
    let start = rehearsal.now
    for second in 1...3 {
      rehearsal.app.tick(at: start.adding(seconds: second), outside: &rehearsal.outside)
    }
    #expect(kept() == [0, 1000, 2000, 3000])
    rehearsal.now = start.adding(seconds: 3)
    rehearsal.press(.down)
    #expect(kept().last == 8000)
  }

  @Test("At zero the exam submits itself, by a tick or by a key, and the key does nothing")
  func deadline() {
    var ticked = ExamSample.sitting("1")
    ticked.app.tick(at: ticked.now.adding(seconds: 5400), outside: &ticked.outside)
    #expect(report(ticked)?.answeredCount == 1)
    #expect(report(ticked)?.spent == 90 * 60_000)

    var pressed = ExamSample.sitting("1")
    pressed.now = pressed.now.adding(seconds: 5400)
    pressed.press(.character("2"))
    #expect(report(pressed)?.answeredCount == 1)
    #expect(steps(pressed).count { if case .answer = $0 { true } else { false } } == 1)
    #expect(pressed.app.world.progress.exams.open.isEmpty)
  }

  @Test("The time goes on in the review, in dialogues and under the help")
  func deadlineEverywhere() {
    for keys in ["v", "q", "vS", "qd", "n", "=", "?"] {
      var rehearsal = ExamSample.sitting(keys)
      rehearsal.app.tick(at: rehearsal.now.adding(seconds: 5400), outside: &rehearsal.outside)
      #expect(report(rehearsal) != nil, "\(keys)")
    }
  }

  @Test("A submission that cannot be written is tried again, and the report is kept before it")
  func failedSubmission() throws {
    var rehearsal = ExamSample.sitting("1vS")
    rehearsal.outside.failure = "The disk is full."
    rehearsal.press(.enter)
    #expect(ExamSample.exam(rehearsal) != nil)
    #expect(rehearsal.app.world.progress.exams.scores.isEmpty)
    rehearsal.outside.failure = nil
    rehearsal.press(.enter)
    #expect(report(rehearsal)?.answeredCount == 1)
    let kinds = rehearsal.outside.effects.suffix(3).map { effect in
      switch effect {
      case .saveReport: "report"
      case .record: "record"
      case .saveSnapshot: "snapshot"
      default: "other"
      }
    }
    #expect(kinds == ["report", "record", "snapshot"])
  }

  @Test("Submitted answers are reviews; misses are due the next study day")
  func reviews() throws {
    let rehearsal = ExamSample.report()
    let report = try #require(self.report(rehearsal))
    #expect(report.score == Proportion(right: 9, count: 12))
    let tomorrow = rehearsal.now.studyDay + 1
    for item in report.items {
      let card = rehearsal.app.world.progress[item.question.id]
      #expect(card.examAnswers == (item.isCorrect == nil ? 0 : 1))
      if item.isCorrect == false { #expect(card.phase == .review(due: tomorrow)) }
    }
  }

  @Test("The review screen goes to a question by cursor or by number, filters, and submits")
  func review() throws {
    var rehearsal = ExamSample.sitting("1m")
    rehearsal.press(.enter)
    rehearsal.type("2g")
    rehearsal.type("v12")
    rehearsal.press(.enter)
    #expect(ExamSample.exam(rehearsal)?.position == 11)
    rehearsal.type("v99")
    rehearsal.press(.enter)
    #expect(rehearsal.text().contains("There are questions 1 to 12."))
    rehearsal.press(.tab, .tab, .enter)
    #expect(ExamSample.exam(rehearsal)?.position == 0)
    rehearsal.press(.character("v"), .tab, .tab, .tab, .enter)
    #expect(ExamSample.exam(rehearsal)?.position == 1)
    rehearsal.press(.character("v"), .right, .down, .left, .enter)
    #expect(ExamSample.exam(rehearsal)?.position == 10)
    rehearsal.press(.character("v"), .character("S"))
    #expect(rehearsal.text().contains("10 unanswered: 3, 4, 5"))
    rehearsal.press(.escape)
    #expect(mode(rehearsal) == .question)
  }

  @Test("Enter on the last question leads to the review screen")
  func lastQuestion() {
    var rehearsal = ExamSample.sitting()
    for _ in 1...12 { rehearsal.press(.enter) }
    guard case .review? = mode(rehearsal) else {
      Issue.record("\(String(describing: mode(rehearsal)))")
      return
    }
  }

  @Test("Leaving pauses by Enter; the exam goes on with the same marks and time")
  func pause() throws {
    var rehearsal = ExamSample.sitting("2mg")
    rehearsal.app = App(
      world: rehearsal.app.world, page: .home(HomeScreen()))
    rehearsal = ExamSample.sitting("2mg")
    let before = try #require(ExamSample.exam(rehearsal))
    rehearsal.press(.character("q"), .enter)
    #expect(rehearsal.app.isOver)
    var again = ExamSample.start(rehearsal.app.world)
    again.now = rehearsal.now.adding(seconds: 100_000)
    #expect(again.text().contains("1 of 12 answered, 1 flagged"))
    again.press(.enter)
    let after = try #require(ExamSample.exam(again))
    #expect(after.items.map(\.answers) == before.items.map(\.answers))
    #expect(after.position == before.position)
    #expect(after.items[0].isFlagged)
    #expect(after.remaining(at: again.now) == 90 * 60_000 - 25_000)
    #expect(after.pauses == 1)
  }

  @Test("Killed without a pause, the exam goes on with the time of the clock file")
  func killed() throws {
    let rehearsal = ExamSample.sitting("2")
    var world = rehearsal.app.world
    let open = try #require(world.progress.exams.openExam(of: 42))
    world.examClock = ExamClock(sitting: open.exam.sitting, clock: 47_000)
    var again = ExamSample.start(world)
    again.now = rehearsal.now.adding(seconds: 9000)
    #expect(again.text().contains("1:29:13 left"))
    again.press(.enter)
    #expect(ExamSample.exam(again)?.remaining(at: again.now) == 90 * 60_000 - 47_000)
    #expect(ExamSample.exam(again)?.items[0].milliseconds == 47_000)
  }

  @Test("A second exam is refused while one is open")
  func twoExams() {
    let rehearsal = ExamSample.sitting("2")
    var again = ExamSample.start(rehearsal.app.world)
    #expect(again.text().contains("Another exam can begin when this one is ended."))
    #expect(!again.text().contains("Begin"))
    again.press(.down, .enter)
    #expect(again.text().contains("Throw this exam away?"))
    again.press(.enter)
    #expect(again.app.world.progress.exams.openExam(of: 42) != nil)
    again.press(.enter, .character("y"))
    #expect(again.app.world.progress.exams.openExam(of: 42) == nil)
    #expect(again.text().contains("Begin"))
  }

  @Test("Thrown away only after y; nothing of it counts")
  func discard() {
    var rehearsal = ExamSample.sitting("2qd")
    rehearsal.press(.enter)
    #expect(mode(rehearsal) == .question)
    rehearsal.type("qdy")
    #expect(rehearsal.app.isOver)
    #expect(rehearsal.app.world.progress == Progress())
  }

  @Test("Home tells of the last exam, or offers to go on")
  func home() {
    let submitted = ExamSample.report()
    var home = Rehearsal(world: submitted.app.world)
    #expect(home.text().contains("last: 9 of 12, today"))
    let open = ExamSample.sitting("2")
    home = Rehearsal(world: open.app.world)
    #expect(home.text().contains("go on: 1 of 12 answered"))
    home.press(.character("e"), .enter)
    #expect(ExamSample.exam(home)?.answeredCount == 1)
  }

  @Test("Extra time and the quick quiz change the form before it begins")
  func choices() throws {
    var rehearsal = ExamSample.start()
    rehearsal.press(.character("x"), .character("x"), .enter)
    let exam = try #require(ExamSample.exam(rehearsal))
    #expect(exam.start.rules.extraTime == 50)
    #expect(exam.start.limit == 135 * 60_000)
  }

  @Test("A question that no bank holds any more is named and passed over")
  func missing() throws {
    var rehearsal = ExamSample.sitting("2")
    var world = rehearsal.app.world
    world.catalog = .make([], profiles: [ExamSample.profile])
    var again = ExamSample.start(world)
    again.press(.enter)
    #expect(again.text().contains("no longer in the banks"))
    again.press(.character("1"), .enter)
    #expect(ExamSample.exam(again)?.position == 1)
    rehearsal = again
    rehearsal.press(.character("v"), .character("S"), .enter)
    #expect(report(rehearsal)?.answeredCount == 1)
  }
}
