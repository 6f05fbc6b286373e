import Screens
import Study
import TestSupport
import Testing

@Suite struct BrowseScreenTests {
  /// Browse on a learner of nine days who has a note on the second question.
  private func rehearsal() -> Rehearsal {
    var progress = Sample.studied()
    progress.apply(
      .make(.note(question: "cpc-em-002", text: "look at the side"), sequence: 900))
    return Rehearsal(world: Sample.world(progress), page: .browse(BrowseScreen()))
  }

  private func header(_ rehearsal: inout Rehearsal) -> String {
    String(rehearsal.frame().text[0])
  }

  @Test("The reading page shows the note and what m and s have done")
  func decisions() {
    var browse = rehearsal()
    browse.press(.down, .enter)
    #expect(browse.text().contains("look at the side"))
    #expect(header(&browse).contains("note"))
    browse.press(.character("m"))
    #expect(browse.text().contains("Marked."))
    #expect(header(&browse).contains("marked · note"))
    browse.press(.character("m"))
    #expect(browse.text().contains("The mark is gone."))
    browse.press(.character("s"))
    #expect(browse.text().contains("Suspended: "))
    #expect(header(&browse).contains("suspended"))
    browse.press(.character("s"))
    #expect(browse.text().contains("It is asked again."))
    #expect(!header(&browse).contains("suspended"))
  }

  @Test("Right and left read the next question and the one before; the list follows")
  func neighbours() {
    var browse = rehearsal()
    browse.press(.enter, .left)
    #expect(browse.text().contains("This is the first question."))
    browse.press(.right, .right)
    guard case .browse(let screen) = browse.app.page else { return }
    #expect(screen.open == "cpc-em-003")
    browse.press(.escape)
    guard case .browse(let list) = browse.app.page else { return }
    #expect(list.open == nil)
    #expect(list.cursor == 2)
  }

  @Test("The reading page has a help line of its own")
  func helpLine() {
    var browse = rehearsal()
    browse.press(.enter)
    #expect(browse.frame().text.last?.contains("scroll") == true)
    #expect(browse.frame().text.last?.contains("read") == false)
    #expect(BrowseScreen().keys(in: browse.app.world).duplicates.isEmpty)
  }

  @Test("The answer of a card not met yet stays hidden until it is asked for", arguments: 0..<2)
  func hidden(key: Int) {
    var browse = Rehearsal(world: Sample.world(), page: .browse(BrowseScreen()))
    browse.press(.enter)
    #expect(browse.text().contains("The right one"))
    #expect(!browse.text().contains("✓"))
    #expect(!browse.text().contains("Because it is right."))
    browse.press(key == 0 ? .enter : .character(" "))
    #expect(browse.text().contains("✓ The right one"))
    // The next one is hidden again, and a card that was met never is.
    browse.press(.right)
    #expect(!browse.text().contains("✓"))
    var met = rehearsal()
    met.press(.enter)
    #expect(met.text().contains("✓ The right one"))
  }

  @Test("Neither a code nor the back of a flashcard shows before it was met")
  func hiddenKinds() {
    var browse = Rehearsal(world: Sample.world(), page: .browse(BrowseScreen()))
    browse.press(.character("/"))
    browse.type("k01")
    browse.press(.enter, .enter)
    #expect(!browse.text().contains("✓"))
    browse.press(.enter)
    #expect(browse.text().contains("✓"))
  }

  @Test("Tab shows only marked, noted, suspended, missed, due or new questions, and all again")
  func filters() {
    var browse = rehearsal()
    browse.press(.character("m"), .down, .down, .character("s"))
    let world = browse.app.world
    let ids = Sample.questions.map(\.id).filter { $0 != "cpc-em-mock" }
    let expected: [(BrowseFilter, [String])] = [
      (.marked, ["cpc-em-001"]), (.noted, ["cpc-em-002"]), (.suspended, ["cpc-em-003"]),
      (.missed, ids.filter { world.progress[$0].answers > world.progress[$0].passes }),
      (
        .due,
        ids.filter {
          world.progress[$0].isDue(on: Now.evening.studyDay) && !world.progress[$0].isSuspended
        }
      ),
      (.new, ids.filter { world.progress[$0].answers == 0 }), (.all, ids),
    ]
    for (filter, ids) in expected {
      browse.press(.tab)
      guard case .browse(let screen) = browse.app.page else { return }
      #expect(screen.filter == filter)
      #expect(!ids.isEmpty)
      #expect(header(&browse).hasSuffix(" \(ids.count) question\(ids.count == 1 ? "" : "s")"))
      browse.press(.enter)
      guard case .browse(let reading) = browse.app.page else { return }
      #expect(reading.open == ids.first)
      browse.press(.escape)
    }
    browse.press(.tab, .backTab, .backTab)
    #expect(browse.text().contains("Only: not met yet"))
  }

  @Test("A word of the learner's own note finds the question")
  func searchNote() {
    var browse = rehearsal()
    browse.press(.character("/"))
    browse.type("side look")
    browse.press(.enter, .enter)
    guard case .browse(let screen) = browse.app.page else { return }
    #expect(screen.open == "cpc-em-002")
  }

  @Test(
    "A search looks into options, accepted codes, backs of cards and ids",
    arguments: [
      ("i69.354", "cpc-icd-001"), ("E11.65", "cpc-icd-k01"), ("e1165", "cpc-icd-k01"),
      ("EM-004", "cpc-em-004"), ("surgical fix", "cpc-term-c001"),
    ])
  func searchAll(words: String, found: String) {
    var browse = rehearsal()
    browse.press(.character("/"))
    browse.type(words)
    browse.press(.enter, .enter)
    guard case .browse(let screen) = browse.app.page else { return }
    #expect(screen.open == found)
    #expect(browse.app.failure == nil)
  }
}
