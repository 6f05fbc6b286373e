import FSRS
import Screens
import Study
import TestSupport
import Testing

@Suite struct ProgressScreenTests {
  private static let learner = LongHistory(days: 200)

  private func rehearsal(_ tab: ProgressTab = .overview, loaded: Bool = true) -> Rehearsal {
    let learner = Self.learner
    return Rehearsal(
      world: World(
        learner: "Ada", catalog: learner.catalog, progress: learner.progress,
        statistics: loaded ? learner.statistics : nil, exam: "CPC", device: 42,
        nextSequence: 100_000), page: .progress(ProgressScreen(tab: tab)))
  }

  private func tab(_ rehearsal: Rehearsal) -> ProgressTab? {
    guard case .progress(let screen) = rehearsal.app.page else { return nil }
    return screen.tab
  }

  @Test("Arrows go round the tabs; a digit goes to its tab")
  func tabs() {
    var rehearsal = rehearsal()
    rehearsal.press(.left)
    #expect(tab(rehearsal) == .confidence)
    rehearsal.press(.right, .tab)
    #expect(tab(rehearsal) == .calendar)
    rehearsal.press(.character("6"))
    #expect(tab(rehearsal) == .readiness)
  }

  @Test("Each tab asks its question and answers it in the first line")
  func questions() {
    for tab in ProgressTab.allCases {
      var rehearsal = rehearsal(tab)
      let lines = rehearsal.frame(80, 24).text
      #expect(lines[0].contains(tab.question))
      #expect(lines[3].hasSuffix(".") || lines[4].hasSuffix("."))
      #expect(lines[3].count > 20)
    }
  }

  @Test("Home asks for the history before the page opens")
  func loading() {
    var rehearsal = rehearsal(loaded: false)
    rehearsal.app = App(world: rehearsal.app.world, page: .home(HomeScreen()))
    rehearsal.press(.character("p"))
    #expect(rehearsal.outside.effects == [.loadStatistics])
    #expect(rehearsal.app.world.statistics != nil)
  }

  @Test("Back from a drill the page asks for the statistics that an undo cost")
  func reloading() {
    var rehearsal = rehearsal(.domains)
    rehearsal.press(.enter)
    guard case .study = rehearsal.app.page else {
      Issue.record("no drill")
      return
    }
    rehearsal.app = App(
      world: World(
        learner: "Ada", catalog: Self.learner.catalog, progress: Self.learner.progress,
        exam: "CPC"), page: .progress(ProgressScreen()))
    rehearsal.app.tick(at: rehearsal.now, outside: &rehearsal.outside)
    #expect(rehearsal.outside.effects.last == .loadStatistics)
  }

  @Test("Enter drills the domain at the cursor, the best advice, or what was sure and wrong")
  func drills() {
    var world = rehearsal().app.world
    let mistake = Review(
      question: "cpc-em-1", exam: "CPC", rating: .again, isCorrect: false, isSure: true)
    _ = world.statistics?.take(.make(.review(mistake), sequence: 99_000))
    for tab in [ProgressTab.domains, .readiness, .confidence] {
      var rehearsal = Rehearsal(world: world, page: .progress(ProgressScreen(tab: tab)))
      rehearsal.press(.enter)
      guard case .study(let screen) = rehearsal.app.page else {
        Issue.record("no drill from \(tab)")
        continue
      }
      #expect(screen.session.mode == .drill)
    }
    var rehearsal = rehearsal(.calendar)
    rehearsal.press(.enter)
    #expect(tab(rehearsal) == .calendar)
  }

  @Test("Enter on the exams opens their reports")
  func reports() {
    var rehearsal = rehearsal(.exams)
    rehearsal.press(.enter)
    #expect(rehearsal.outside.effects == [.readReports])
    guard case .reports = rehearsal.app.page else {
      Issue.record("no reports")
      return
    }
  }

  @Test("w writes a file named for the exam and the day, and says so until the next key")
  func write() {
    var rehearsal = rehearsal()
    rehearsal.press(.character("w"))
    #expect(rehearsal.outside.effects == [.writeProgress(file: "sequela-CPC-2026-11-22.html")])
    #expect(rehearsal.text().contains("Written to sequela-CPC-2026-11-22.html"))
    rehearsal.press(.right)
    #expect(!rehearsal.text().contains("Written to"))
  }

  @Test("Scrolling ends at the last line, and goes up again at once")
  func scrolling() {
    var rehearsal = rehearsal(.memory)
    rehearsal.app.resize(width: 60, height: 16)
    for _ in 0..<80 { rehearsal.press(.down) }
    let end = rehearsal.text(60, 16)
    rehearsal.press(.down)
    #expect(rehearsal.text(60, 16) == end)
    rehearsal.press(.up)
    #expect(rehearsal.text(60, 16) != end)
  }
}
