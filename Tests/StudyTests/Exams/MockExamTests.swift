import Study
import TestSupport
import Testing

@Suite struct MockExamTests {
  /// Three questions in 60 minutes.
  private func exam(extra: Int = 0, minutes: Int = 60, backtrack: Bool = true) -> MockExam {
    MockExam(
      sitting: EventID(device: 42, sequence: 10),
      start: ExamStart(
        exam: "CPC", seed: 7, date: nil,
        questions: ["a", "b", "c"].map {
          ExamQuestion(id: $0, domain: "em", order: [2, 0, 1, 3])
        }, minutes: minutes,
        rules: ExamStart.Rules(
          extraTime: extra, isOpenBook: true, allowsBacktracking: backtrack)))
  }

  private let start = Now.evening

  /// Does a step at a moment.
  private func take(_ step: ExamEvent.Step?, _ exam: inout MockExam, second: Int) throws {
    let step = try #require(step)
    let event = exam.event(step, at: start.adding(seconds: second))
    exam.apply(event, id: EventID(device: 42, sequence: 11 + second))
  }

  @Test("The deadline is arithmetic on time elapsed, with extra time")
  func deadline() {
    var exam = exam(extra: 25)
    exam.run(from: start)
    #expect(exam.remaining(at: start) == 75 * 60_000)
    #expect(exam.remaining(at: start.adding(seconds: 61)) == 75 * 60_000 - 61_000)
    #expect(!exam.isTimeUp(at: start.adding(seconds: 75 * 60 - 1)))
    #expect(exam.isTimeUp(at: start.adding(seconds: 75 * 60)))
    // A closed lid is time like any other.
    #expect(exam.remaining(at: start.adding(seconds: 40_000)) == 0)
    #expect(exam.clock(at: start.adding(seconds: 40_000)) == 75 * 60_000)
  }

  @Test("A wall clock that jumps changes nothing")
  func wallClock() {
    var exam = exam()
    exam.run(from: start)
    var later = start.adding(seconds: 10)
    later.milliseconds -= 86_400_000
    #expect(exam.clock(at: later) == 10_000)
  }

  @Test(
    "Warnings come at 30 and 5 minutes, for a minute each",
    arguments: [
      (2 * 3600 - 1801, nil), (2 * 3600 - 1800, 30), (2 * 3600 - 1741, 30), (2 * 3600 - 1740, nil),
      (2 * 3600 - 300, 5), (2 * 3600 - 241, 5), (2 * 3600 - 240, nil),
    ] as [(Int, Int?)])
  func warnings(second: Int, minutes: Int?) {
    var exam = exam(minutes: 120)
    exam.run(from: start)
    #expect(exam.warning(at: start.adding(seconds: second)) == minutes)
  }

  @Test("A short quiz has no warning in its first half")
  func shortWarnings() {
    var exam = exam(minutes: 60)
    exam.run(from: start)
    #expect(exam.warning(at: start.adding(seconds: 1800)) == nil)
    #expect(exam.warning(at: start.adding(seconds: 3300)) == 5)
  }

  @Test("Time goes to the question on screen, and to the book while that is open")
  func charging() throws {
    var exam = exam()
    exam.run(from: start)
    try take(exam.visiting(0), &exam, second: 0)
    try take(.book(isOpen: true), &exam, second: 10)
    try take(.book(isOpen: false), &exam, second: 40)
    try take(exam.visiting(1), &exam, second: 60)
    try take(.book(isOpen: true), &exam, second: 65)
    try take(exam.visiting(0), &exam, second: 75)
    try take(.book(isOpen: false), &exam, second: 80)
    try take(.submit(days: []), &exam, second: 100)
    #expect(exam.items.map(\.milliseconds) == [85_000, 15_000, 0])
    #expect(exam.items.map(\.bookMilliseconds) == [35_000, 10_000, 0])
    #expect(exam.items.map(\.visits) == [2, 1, 0])
    #expect(exam.lookUps == 2)
    #expect(exam.bookMilliseconds == 45_000)
    #expect(exam.phase == .submitted)
  }

  @Test("A pause stops the clock, closes the book, and counts")
  func pause() throws {
    var exam = exam()
    exam.run(from: start)
    try take(.book(isOpen: true), &exam, second: 5)
    try take(.pause, &exam, second: 10)
    #expect(exam.phase == .paused)
    #expect(exam.clock(at: start.adding(seconds: 5000)) == 10_000)
    exam.apply(
      ExamEvent(sitting: exam.sitting, clock: 10_000, step: .resume),
      id: EventID(device: 42, sequence: 99))
    exam.run(from: start.adding(seconds: 5000))
    #expect(exam.clock(at: start.adding(seconds: 5003)) == 13_000)
    #expect(exam.pauses == 1)
    #expect(!exam.isBookOpen)
  }

  @Test("An answer keeps the guess mark; clearing takes both away")
  func answers() throws {
    let question = Question.choice("a")
    var exam = exam()
    exam.run(from: start)
    #expect(exam.clearing() == nil)
    try take(exam.togglingGuess(), &exam, second: 1)
    #expect(exam.item.isGuess)
    #expect(!exam.item.isAnswered)
    try take(exam.choosing(2, of: question), &exam, second: 2)
    #expect(exam.item.chosen == [2])
    #expect(exam.item.isGuess)
    #expect(exam.item.answer?.isCorrect == false)
    try take(exam.choosing(0, of: question), &exam, second: 3)
    #expect(exam.item.answer?.isCorrect == true)
    try take(exam.clearing(), &exam, second: 4)
    #expect(!exam.item.isAnswered)
    #expect(!exam.item.isGuess)
    #expect(exam.item.answers.count == 4)
  }

  @Test("The answer cannot be struck out")
  func strike() throws {
    var exam = exam()
    exam.run(from: start)
    try take(exam.togglingStrike(1), &exam, second: 1)
    #expect(exam.item.struck == [1])
    try take(exam.togglingStrike(1), &exam, second: 2)
    #expect(exam.item.struck.isEmpty)
    try take(exam.choosing(1, of: .choice("a")), &exam, second: 3)
    #expect(exam.togglingStrike(1) == nil)
  }

  @Test("Without backtracking there is no way to an earlier question")
  func noWayBack() throws {
    var exam = exam(backtrack: false)
    exam.run(from: start)
    try take(exam.visiting(1), &exam, second: 1)
    #expect(exam.visiting(0) == nil)
    #expect(exam.visiting(2) != nil)
    #expect(exam.visiting(3) == nil)
  }

  @Test("The clock file says how much time is used; the wall clock bounds it, the events too")
  func clockFile() throws {
    var exam = exam()
    exam.run(from: start)
    try take(exam.visiting(0), &exam, second: 100)
    let file = ExamClock(sitting: exam.sitting, clock: 130_000)
    let startedAt = start.milliseconds
    func used(_ file: ExamClock, after seconds: Int) -> Int {
      file.resumed(exam, startedAt: startedAt, at: start.adding(seconds: seconds))
    }
    #expect(used(file, after: 86_400) == 130_000)
    // No more can be used than has passed.
    #expect(used(ExamClock(sitting: exam.sitting, clock: 3_000_000), after: 200) == 200_000)
    // The events know better than an old file.
    #expect(used(ExamClock(sitting: exam.sitting, clock: 5), after: 200) == 100_000)
    // A wall clock that was set back bounds nothing.
    #expect(used(file, after: -500) == 130_000)
    // The file of another exam says nothing.
    let other = ExamClock(sitting: EventID(device: 42, sequence: 1), clock: 999_000)
    #expect(used(other, after: 5000) == 100_000)
    #expect(used(ExamClock(sitting: exam.sitting, clock: .max), after: 900_000) == 3_600_000)
  }

  @Test("Steps on questions that are not on the form, and steps after the end, change nothing")
  func strangers() throws {
    var exam = exam()
    exam.run(from: start)
    let before = exam
    try take(.answer(question: "zz", chosen: [0], isSure: true, isCorrect: true), &exam, second: 0)
    try take(.visit(question: "zz"), &exam, second: 0)
    #expect(exam == before)
    try take(.discard, &exam, second: 5)
    let ended = exam
    try take(exam.togglingFlag(), &exam, second: 9)
    #expect(exam == ended)
  }

  @Test("Intervals are granted to right answers alone, spread over days with few cards due")
  func granted() throws {
    var exam = exam()
    exam.run(from: start)
    for (place, option) in [0, 1, 0].enumerated() {
      try take(exam.visiting(place), &exam, second: place)
      try take(exam.choosing(option, of: .choice("a")), &exam, second: place)
    }
    let granted = exam.grantedDays(
      Progress(), load: [Int](repeating: 0, count: 400), at: start)
    #expect(granted[1] == nil)
    #expect(granted[0] != nil)
    #expect(exam.reviews(days: granted).map(\.days) == granted)
  }
}

@Suite struct CalculatorTests {
  @Test(
    "Expressions have their value",
    arguments: [
      ("1+2*3", "7"), ("(1+2)*3", "9"), ("-4.5/3", "-1.5"), ("12 * 37.21", "446.52"),
      ("200*15%", "30"), ("1/3", "0.333333"), ("2x3", "6"), ("1,250+1", "1251"), (".5+.5", "1"),
      ("7-2-1", "4"), ("8/2/2", "2"), ("-(2)", "-2"), ("0.1+0.2", "0.3"), ("5.", "5"),
    ])
  func values(text: String, value: String) throws {
    #expect(Calculator.text(try #require(Calculator.value(of: text))) == value)
  }

  @Test(
    "What is no expression has none",
    arguments: [
      "", "+", "1+", "(1", "1)", "1/0", "abc", "1 2 3 +", "1..2", "%", "é",
      String(repeating: "(", count: 5000), String(repeating: "-", count: 5000) + "1",
    ])
  func none(text: String) {
    #expect(Calculator.value(of: text) == nil)
  }
}
