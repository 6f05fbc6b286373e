import FSRS
import Screens
import Study
import TestSupport
import Testing

@Suite struct ReportScreenTests {
  private func screen(_ rehearsal: Rehearsal) -> ReportScreen? {
    guard case .report(let screen) = rehearsal.app.page else { return nil }
    return screen
  }

  @Test("Arrows change the page of figures, Space goes through the missed questions")
  func tabs() {
    var rehearsal = ExamSample.report()
    #expect(rehearsal.text().contains("9 of 12 right (75 %)"))
    #expect(rehearsal.text().contains("[Result] Domains"))
    rehearsal.press(.right)
    #expect(rehearsal.text().contains("Evaluation and Management"))
    rehearsal.press(.right)
    #expect(rehearsal.text().contains("1 look-up"))
    rehearsal.press(.right)
    #expect(rehearsal.text().contains("1 from right to wrong"))
    #expect(rehearsal.text().contains("Guessed 1: 1 right."))
    rehearsal.press(.character(" "))
    #expect(rehearsal.text().contains("missed: 1 of 3"))
    #expect(rehearsal.text().contains("Question 1: wrong, and sure"))
    rehearsal.press(.right)
    #expect(rehearsal.text().contains("Question 3: wrong"))
    rehearsal.press(.tab, .tab)
    #expect(screen(rehearsal)?.filter == .guessed)
    rehearsal.press(.escape, .escape)
    #expect(rehearsal.app.isOver)
  }

  @Test("A why-missed tag is an event on the answer, and kept in the report")
  func why() throws {
    var rehearsal = ExamSample.report()
    rehearsal.press(.character(" "), .character("r"), .character("3"))
    let item = try #require(screen(rehearsal)?.report.items[0])
    #expect(item.why == .rule)
    let event = try #require(rehearsal.outside.events.last)
    #expect(event.action == .why(of: try #require(item.event), reason: .rule))
    #expect(rehearsal.app.world.reports.first?.items[0].why == .rule)
  }

  @Test("Drills ask the missed, the weakest domain, or what was sure but wrong")
  func drills() throws {
    for (place, drill) in [ReportScreen.Drill.missed, .sureButWrong].enumerated() {
      var rehearsal = ExamSample.report()
      rehearsal.press(.enter)
      #expect(rehearsal.text().contains("the missed ones, 3 cards"))
      // Twelve answers are too few for a weakest domain.
      #expect(!rehearsal.text().contains("weakest domain:"))
      rehearsal.type("\(place + 1)")
      guard case .study(let study) = rehearsal.app.page else {
        Issue.record("no drill of \(drill)")
        return
      }
      #expect(study.session.mode == .drill)
      #expect(study.session.remaining == (drill == .missed ? 3 : 2))
    }
  }

  @Test("w writes the report with every question as Markdown, and names the file")
  func write() {
    var rehearsal = ExamSample.report()
    rehearsal.press(.character("w"))
    #expect(rehearsal.text().contains("Written to /home/ada/report.md"))
    let text = rehearsal.outside.written
    #expect(text.hasPrefix("# Mock exam CPC, 2026-11-22\n"))
    #expect(text.contains("### 12. "))
    #expect(text.contains("(**right**)"))
    #expect(text.contains("Because it is right."))
  }

  @Test("Reports of earlier exams open from the page before the exam")
  func list() throws {
    let done = ExamSample.report()
    var rehearsal = ExamSample.start(done.app.world)
    rehearsal.press(.up, .down, .down, .down, .enter)
    #expect(rehearsal.text().contains("9 of 12 right"))
    rehearsal.press(.enter)
    #expect(screen(rehearsal)?.report == screen(done)?.report)
    rehearsal.press(.escape, .escape)
    guard case .examStart = rehearsal.app.page else {
      Issue.record("\(rehearsal.app.page)")
      return
    }
  }

  @Test("AHIMA's exams are never passed, by any word of the report")
  func neverPassed() {
    var profile = ExamSample.profile
    profile.score = .scaled(
      low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.7...0.8)
    profile.questions = 60
    profile.domains = [.init(id: "em", title: "Evaluation and Management", questions: 60)]
    let bank = (0..<60).map { Question.choice("q\($0)", domain: "em") }
    let world = ExamSample.world(profile: profile, questions: bank)
    var rehearsal = ExamSample.report(world: world)
    var text = rehearsal.text(120, 60)
    rehearsal.press(.character("w"))
    text += rehearsal.outside.written
    #expect(text.contains("Likely above the cut."))
    #expect(text.contains("Estimated scaled score"))
    #expect(!text.lowercased().contains("passed"))
  }
}
