import Screens
import Study
import TestSupport
import Testing

/// Every state of a mock exam in three sizes.
@Suite struct GoldenExamTests {
  private func expect(_ rehearsal: Rehearsal, _ name: String) {
    var rehearsal = rehearsal
    for (width, height) in [(80, 24), (60, 16), (120, 40)] {
      expectFrame(rehearsal.frame(width, height), named: "\(name)-\(width)x\(height)")
    }
  }

  /// The exam with a question on the long record on screen.
  private func onCase(_ keys: String = "") -> Rehearsal {
    var rehearsal = ExamSample.sitting()
    while ExamSample.exam(rehearsal)?.item.question.domain != "cases" { rehearsal.press(.right) }
    rehearsal.type(keys)
    return rehearsal
  }

  @Test("Before the exam: the whole, a small bank, old facts, one to go on with, throwing away")
  func start() {
    expect(ExamSample.start(), "exam-start")
    var profile = ExamSample.profile
    profile.questions = 100
    profile.domains = [
      .init(id: "em", title: "Evaluation and Management", questions: 60),
      .init(id: "anatomy", title: "Anatomy", questions: 40),
    ]
    profile.facts[0].checked = CalendarDay(year: 2025, month: 1, day: 1)
    expect(ExamSample.start(ExamSample.world(profile: profile)), "exam-start-small")
    let open = ExamSample.sitting("2m")
    var again = ExamSample.start(open.app.world)
    expect(again, "exam-start-open")
    again.press(.down, .enter)
    expect(again, "exam-start-discard")
    expect(ExamSample.start(ExamSample.report().app.world), "exam-start-again")
  }

  @Test("A question: asked, answered with marks, with a note, late, with a hidden clock")
  func question() {
    expect(ExamSample.sitting(), "exam-asked")
    var marked = ExamSample.sitting("2gm")
    marked.press(.down, .character("x"))
    expect(marked, "exam-marked")
    marked.type("nlook at the guideline again")
    expect(marked, "exam-note")
    marked.press(.enter)
    marked.type("o")
    expect(marked, "exam-book-open")
    marked.type(".")
    expect(marked, "exam-clock-hidden")
    var late = ExamSample.sitting("1")
    late.now = late.now.adding(seconds: 90 * 60 - 1790)
    expect(late, "exam-30-minutes")
    late.now = late.now.adding(seconds: 1500)
    expect(late, "exam-5-minutes")
    expect(ExamSample.sitting("=(2+3)*7.5"), "exam-calculator")
    expect(ExamSample.sitting("x"), "exam-strike-nothing")
  }

  @Test("A question on a long record: both, the record alone, the question alone, scrolled")
  func exhibit() {
    expect(onCase(), "exam-record-both")
    expect(onCase("2"), "exam-record-answered")
    expect(onCase("t"), "exam-record-alone")
    expect(onCase("tt"), "exam-record-question")
    var scrolled = onCase()
    _ = scrolled.frame(80, 24)
    scrolled.press(.pageDown, .pageDown, .pageDown, .pageDown, .pageDown, .pageDown)
    expect(scrolled, "exam-record-scrolled")
  }

  @Test("The review screen, its filters, leaving, submitting, throwing away")
  func review() {
    var rehearsal = ExamSample.sitting("1m")
    rehearsal.press(.enter)
    rehearsal.type("2g")
    rehearsal.press(.enter)
    rehearsal.type("v")
    expect(rehearsal, "exam-review")
    var typed = rehearsal
    typed.type("1")
    expect(typed, "exam-review-typed")
    rehearsal.press(.tab, .tab)
    expect(rehearsal, "exam-review-flagged")
    rehearsal.press(.character("S"))
    expect(rehearsal, "exam-submit")
    rehearsal.press(.escape, .character("q"))
    expect(rehearsal, "exam-leave")
    rehearsal.press(.character("d"))
    expect(rehearsal, "exam-discard")
  }

  @Test("The report: each page, a question, why missed, drills, the list")
  func report() {
    var rehearsal = ExamSample.report(world: ExamSample.report().app.world)
    expect(rehearsal, "report-result")
    rehearsal.press(.right)
    expect(rehearsal, "report-domains")
    rehearsal.press(.right)
    expect(rehearsal, "report-time")
    rehearsal.press(.right)
    expect(rehearsal, "report-answers")
    rehearsal.press(.enter)
    expect(rehearsal, "report-drill")
    rehearsal.press(.escape, .character(" "))
    expect(rehearsal, "report-question")
    rehearsal.press(.character("r"))
    expect(rehearsal, "report-why")
    rehearsal.press(.character("2"), .character("w"))
    expect(rehearsal, "report-written")
    var list = ExamSample.start(rehearsal.app.world)
    list.press(.down, .down, .down, .enter)
    expect(list, "report-list")
  }

  @Test("Verdicts of a secret cut, passed and not passed")
  func verdicts() {
    var profile = ExamSample.profile
    profile.questions = 60
    profile.domains = [.init(id: "em", title: "Evaluation and Management", questions: 60)]
    let bank = (0..<60).map { Question.choice("q\($0)", domain: "em") }
    expect(
      ExamSample.report(world: ExamSample.world(profile: profile, questions: bank)),
      "report-passed")
    var failed = ExamSample.sitting(
      "1vS", world: ExamSample.world(profile: profile, questions: bank))
    failed.press(.enter)
    expect(failed, "report-failed")
    profile.score = .scaled(
      low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.7...0.8)
    expect(
      ExamSample.report(world: ExamSample.world(profile: profile, questions: bank)),
      "report-likely")
  }
}
