import FSRS
import Screens
import Study
import TestSupport
import Testing

@Suite struct OtherScreenTests {
  @Test("Four Enters make a learner and lead home")
  func fourEnters() {
    let world = World(learner: "", catalog: .make(Sample.questions), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    rehearsal.press(.enter, .enter, .enter, .enter)
    #expect(rehearsal.app.page == .home(HomeScreen()))
    #expect(rehearsal.app.world.learner == "ada")
    #expect(rehearsal.app.world.exam == "CPC")
    #expect(rehearsal.app.world.settings.exams == [ExamPlan(exam: "CPC", date: nil)])
    #expect(rehearsal.app.world.settings.minutes == 20)
  }

  @Test(
    "Dates are read as people write them",
    arguments: [
      ("2027-01-15", "2027-01-15"), ("1/15/2027", "2027-01-15"), ("1/15", "2027-01-15"),
      ("12/24", "2026-12-24"), ("+41", "2027-01-02"), (" 1/15/27 ", "2027-01-15"),
    ])
  func dates(text: String, expected: String) {
    let world = World(learner: "", catalog: .make(Sample.questions), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    rehearsal.press(.enter)
    rehearsal.type(text)
    rehearsal.press(.enter, .enter, .enter)
    #expect(rehearsal.app.world.settings.exams.first?.date?.description == expected)
  }

  @Test(
    "What is no date, or past, is refused and stays to be mended",
    arguments: [
      "2027-02-30", "soon", "2026-11-21", "13/1", "+-5", "2/29/2027",
    ])
  func refusedDates(text: String) {
    let world = World(learner: "", catalog: .make(Sample.questions), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    rehearsal.press(.enter)
    rehearsal.type(text)
    rehearsal.press(.enter)
    guard case .welcome(let screen) = rehearsal.app.page else {
      Issue.record("left the page")
      return
    }
    #expect(screen.step == .date)
    #expect(screen.typed == text)
    #expect(!screen.message.isEmpty)
  }

  @Test("The first run says in plain English what is wrong with a date")
  func dateWords() {
    let world = World(learner: "", catalog: .make(Sample.questions), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    rehearsal.press(.enter)
    rehearsal.type("soon")
    rehearsal.press(.enter)
    #expect(rehearsal.text().contains("That is not a date."))
    rehearsal.press(.control("u"))
    rehearsal.type("2026-11-21")
    rehearsal.press(.enter)
    #expect(rehearsal.text().contains("2026-11-21 is in the past."))
  }

  @Test("A name that may be none is refused in its place and stays to be mended")
  func refusedName() {
    let world = World(learner: "", catalog: .make(Sample.questions), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    rehearsal.press(.enter, .enter, .enter)
    rehearsal.type("../x")
    rehearsal.press(.enter)
    #expect(rehearsal.app.failure == nil)
    #expect(rehearsal.outside.effects.isEmpty)
    #expect(rehearsal.text().contains("1 to 40 letters"))
    rehearsal.press(.control("u"))
    #expect(!rehearsal.text().contains("1 to 40 letters"))
    rehearsal.type("Dana")
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.learner == "Dana")
  }

  @Test("A new learner's name is checked where it is typed", arguments: ["a/b", "Grace"])
  func refusedNewName(name: String) {
    var rehearsal = Rehearsal(world: Sample.world(), page: .learners(LearnersScreen()))
    rehearsal.press(.character("a"))
    rehearsal.type(name)
    rehearsal.press(.enter)
    #expect(rehearsal.app.failure == nil)
    #expect(rehearsal.outside.effects.isEmpty)
    #expect(rehearsal.text().contains("Choose"))
    rehearsal.press(.control("u"))
    rehearsal.type("Zoe")
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.learner == "Zoe")
  }

  @Test("After the exam date Home asks how it went, and puts the exam away")
  func outcome() {
    var rehearsal = Rehearsal(world: Sample.world(Sample.studied(date: "2026-11-20")))
    #expect(rehearsal.text().contains("How did it go?"))
    rehearsal.press(.enter)
    let actions = rehearsal.outside.events.map(\.action)
    #expect(
      actions == [
        .result(exam: "CPC", outcome: "passed"),
        .setting(key: "exam.CPC", value: .text("off")),
      ])
    #expect(!rehearsal.text().contains("How did it go?"))
  }

  @Test("Home says whose it is where several study")
  func whose() {
    var world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world)
    #expect(rehearsal.text().contains("Sequela · Ada"))
    world.learners = ["Ada"]
    rehearsal = Rehearsal(world: world)
    #expect(!rehearsal.text().contains("Ada"))
  }

  @Test("After the outcome of one exam Home shows the next")
  func nextExam() {
    var progress = Sample.studied(date: "2026-11-20")
    progress.apply(.make(.setting(key: "exam.RHIT", value: .text("2027-05-01")), sequence: 900))
    var rehearsal = Rehearsal(world: Sample.world(progress))
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.exam == "RHIT")
  }

  @Test("A digit opens the n-th line of Home and of the learners")
  func digits() {
    var rehearsal = Rehearsal(world: Sample.world(Sample.studied()))
    rehearsal.press(.character("1"))
    guard case .study = rehearsal.app.page else {
      Issue.record("not studying: \(rehearsal.text())")
      return
    }
    rehearsal = Rehearsal(world: Sample.world(Sample.studied()))
    rehearsal.press(.character("9"))
    #expect(rehearsal.app.page == .home(HomeScreen()))
    rehearsal = Rehearsal(world: Sample.world(), page: .learners(LearnersScreen()))
    rehearsal.press(.character("2"))
    #expect(rehearsal.app.world.learner == "Grace")
  }

  @Test("A number of the settings is recorded once, when its line is left or Enter is pressed")
  func settings() {
    let world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world, page: .settings(SettingsScreen()))
    rehearsal.press(.down, .down, .right, .right, .left)
    #expect(rehearsal.text().contains("Minutes a day       25"))
    #expect(rehearsal.outside.events.isEmpty)
    rehearsal.press(.down)
    #expect(rehearsal.app.world.settings.minutes == 25)
    #expect(rehearsal.outside.events.count == 1)
    rehearsal.press(.right, .enter, .down, .right, .right, .left, .up)
    #expect(rehearsal.app.world.settings.newCards == 5)
    #expect(rehearsal.app.world.settings.retention == 0.91)
    #expect(rehearsal.outside.events.count == 3)
    // There and back again is no change.
    rehearsal.press(.right, .left, .up)
    #expect(rehearsal.outside.events.count == 3)
    rehearsal.press(.up, .up, .character("x"))
    #expect(rehearsal.app.world.settings.exams.isEmpty)
  }

  @Test("Leaving the page saves a changed number, Esc on the line cancels it")
  func leavingSettings() {
    let world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world)
    rehearsal.press(.character(","), .down, .down, .right, .escape)
    #expect(rehearsal.outside.events.isEmpty)
    rehearsal.press(.right, .character("q"))
    #expect(rehearsal.app.page == .home(HomeScreen()))
    #expect(rehearsal.app.world.settings.minutes == 25)
  }

  @Test("Digits may be typed for minutes, new cards and retention; other numbers are refused")
  func typedSettings() {
    let world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world, page: .settings(SettingsScreen()))
    rehearsal.press(.down, .down)
    rehearsal.type("3")
    rehearsal.press(.down)
    #expect(rehearsal.text().contains("Write a number from 5 to 240"))
    #expect(rehearsal.text().contains("3_"))
    rehearsal.type("5")
    rehearsal.press(.down)
    rehearsal.type("12")
    rehearsal.press(.down)
    rehearsal.type("85")
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.settings.minutes == 35)
    #expect(rehearsal.app.world.settings.newCards == 12)
    #expect(rehearsal.app.world.settings.retention == 0.85)
    #expect(rehearsal.outside.events.count == 3)
    rehearsal.type("69")
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.settings.retention == 0.85)
    rehearsal.press(.backspace, .escape)
    #expect(rehearsal.text().contains("85 %"))
    #expect(rehearsal.text().contains("0-9 type"))
  }

  @Test("Switching another exam on stays on the one that was shown, and names Tab")
  func switchOn() {
    let world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world, page: .settings(SettingsScreen()))
    rehearsal.press(.down, .character("x"))
    #expect(rehearsal.app.world.settings.exams.count == 2)
    #expect(rehearsal.app.world.exam == "CPC")
    #expect(rehearsal.text().contains("Tab on the first page shows RHIT."))
    // Where no exam is on, the one that is switched on comes into view.
    rehearsal.press(.character("x"), .up, .character("x"), .down, .character("x"))
    #expect(rehearsal.app.world.exam == rehearsal.app.world.settings.exams.first?.exam)
  }

  @Test("The date field holds the date: Enter keeps it, an empty field asks once")
  func dateField() {
    let world = Sample.world(Sample.studied())
    var rehearsal = Rehearsal(world: world, page: .settings(SettingsScreen()))
    rehearsal.press(.enter)
    #expect(rehearsal.text().contains("2027-01-02_"))
    rehearsal.press(.enter)
    #expect(rehearsal.outside.events.isEmpty)
    rehearsal.press(.enter, .control("u"), .enter)
    #expect(rehearsal.outside.events.isEmpty)
    #expect(rehearsal.text().contains("Enter again removes the date 2027-01-02"))
    rehearsal.press(.escape, .enter, .control("u"), .enter)
    #expect(rehearsal.outside.events.isEmpty)
    rehearsal.press(.enter)
    #expect(rehearsal.app.world.settings.exams == [ExamPlan(exam: "CPC", date: nil)])
    // Where there is no date, there is nothing to ask.
    rehearsal.press(.enter, .enter)
    #expect(rehearsal.text().contains("no date yet"))
  }

  @Test("Weak domains are known without an exam date, from questions of this code year too")
  func weakWithoutDate() {
    let question = Question.choice(
      "cpc-em-009", valid: Question.Validity(from: CalendarDay(year: 2025, month: 10, day: 1)))
    var progress = Progress()
    for event in Sample.settings(date: nil) { progress.apply(event) }
    for sequence in 3...8 {
      progress.apply(
        .make(
          .review(Review(question: question.id, exam: "CPC", rating: .again)),
          at: .at(minute: 600 + sequence, day: -1), sequence: sequence))
    }
    let world = World(
      learner: "Ada", catalog: .make([question]), progress: progress, exam: "CPC", device: 42)
    var rehearsal = Rehearsal(world: world)
    #expect(rehearsal.text().contains("Drill weak domains"))
  }

  @Test("Browsing never shows what is kept for mock exams")
  func browseHidesMock() {
    var rehearsal = Rehearsal(world: Sample.world(), page: .browse(BrowseScreen()))
    rehearsal.press(.character("/"))
    rehearsal.type("cpc-em-mock")
    rehearsal.press(.enter)
    #expect(rehearsal.text().contains("Nothing matches."))
  }

  @Test("Tab shows the other exam")
  func otherExam() {
    var progress = Sample.studied()
    progress.apply(
      .make(.setting(key: "exam.RHIT", value: .text("2027-05-01")), sequence: 900))
    var rehearsal = Rehearsal(world: Sample.world(progress))
    rehearsal.press(.tab)
    #expect(rehearsal.app.world.exam == "RHIT")
  }

  @Test("No key means two things on any page")
  func duplicates() {
    let world = Sample.world(Sample.studied())
    #expect(HomeScreen().keys(in: world).duplicates.isEmpty)
    #expect(WelcomeScreen(name: "a").keys(in: world).duplicates.isEmpty)
    #expect(SettingsScreen().keys(in: world).duplicates.isEmpty)
    #expect(LearnersScreen().keys(in: world).duplicates.isEmpty)
    #expect(ProgressScreen().keys(in: world).duplicates.isEmpty)
    #expect(BrowseScreen().keys(in: world).duplicates.isEmpty)
  }
}
