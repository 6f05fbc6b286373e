import Screens
import Study
import TestSupport
import Testing

/// Every tab of the progress page for three learners, in three sizes.
@Suite struct GoldenProgressTests {
  private static let twoYears = world(LongHistory(days: 730))
  private static let oneDay = world(LongHistory(days: 1))
  private static let empty = World(
    learner: "Ada", learners: ["Ada"], catalog: LongHistory(days: 1).catalog, exam: "CPC",
    device: 42)

  private static func world(_ learner: LongHistory) -> World {
    World(
      learner: "Ada", learners: ["Ada"], catalog: learner.catalog, progress: learner.progress,
      statistics: learner.statistics, exam: "CPC", device: 42, nextSequence: 100_000)
  }

  private func expect(_ world: World, _ tab: ProgressTab, _ name: String) {
    var rehearsal = Rehearsal(world: world, page: .progress(ProgressScreen(tab: tab)))
    for (width, height) in [(80, 24), (60, 16), (120, 40)] {
      expectFrame(
        rehearsal.frame(width, height), named: "progress-\(tab)-\(name)-\(width)x\(height)")
    }
  }

  @Test("A learner of two years", arguments: ProgressTab.allCases)
  func twoYears(tab: ProgressTab) { expect(Self.twoYears, tab, "two-years") }

  @Test("A learner on the first day", arguments: ProgressTab.allCases)
  func oneDay(tab: ProgressTab) { expect(Self.oneDay, tab, "one-day") }

  @Test("A learner who has not begun", arguments: ProgressTab.allCases)
  func empty(tab: ProgressTab) { expect(Self.empty, tab, "empty") }

  @Test("In ASCII", arguments: [ProgressTab.calendar, .domains, .exams])
  func ascii(tab: ProgressTab) {
    var rehearsal = Rehearsal(world: Self.twoYears, page: .progress(ProgressScreen(tab: tab)))
    expectFrame(rehearsal.frame(80, 24, ascii: true), named: "ascii-progress-\(tab)-80x24")
  }

  @Test("An exam whose domains cannot all be seen at once keeps the cursor in sight")
  func cursor() throws {
    var rehearsal = Rehearsal(
      world: Self.twoYears, page: .progress(ProgressScreen(tab: .domains)))
    rehearsal.app.resize(width: 60, height: 12)
    rehearsal.press(.down, .down, .down)
    let text = rehearsal.frame(60, 12).text
    #expect(text.contains { $0.contains("▸ Cases") })
  }
}
