import Screens
import Study
import TestSupport
import Testing

/// Every page in three sizes, as a learner sees it.
@Suite struct GoldenPageTests {
  private static let sizes = [(80, 24), (60, 16), (120, 40)]

  private func expect(_ rehearsal: Rehearsal, _ name: String) {
    var rehearsal = rehearsal
    for (width, height) in Self.sizes {
      expectFrame(rehearsal.frame(width, height), named: "\(name)-\(width)x\(height)")
    }
  }

  @Test("The first run, step by step")
  func welcome() {
    let world = World(learner: "", catalog: .make([]), exam: "")
    var rehearsal = Rehearsal(world: world, page: .welcome(WelcomeScreen(name: "ada")))
    expect(rehearsal, "welcome-exam")
    rehearsal.press(.enter)
    rehearsal.type("tomorrow")
    rehearsal.press(.enter)
    expect(rehearsal, "welcome-date-wrong")
    rehearsal.press(.control("u"), .enter)
    expect(rehearsal, "welcome-minutes")
    rehearsal.press(.enter)
    expect(rehearsal, "welcome-name")
  }

  @Test("Home on the first day, in the middle, with nothing due, after the exam, without banks")
  func home() {
    var first = Progress()
    for event in Sample.settings() { first.apply(event) }
    expect(Rehearsal(world: Sample.world(first)), "home-first-day")
    expect(Rehearsal(world: Sample.world(Sample.studied())), "home-studied")
    expect(
      Rehearsal(world: Sample.world(Sample.studied(date: "2026-11-20"))), "home-after-exam")
    var world = Sample.world(
      Sample.studied(), notices: ["Left out: em.json, cpc-em-007: two options are equal."])
    expect(Rehearsal(world: world), "home-notice")
    world.catalog = .make([])
    world.notices = []
    expect(Rehearsal(world: world), "home-no-questions")
  }

  @Test("A question with options: asked, chosen, right, wrong, with its sources")
  func choice() {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002", "cpc-em-003"])
    expect(rehearsal, "choice-asked")
    rehearsal.press(.character("2"))
    expect(rehearsal, "choice-chosen")
    var right = Sample.study(["cpc-em-001", "cpc-em-002"])
    choose(right: true, "cpc-em-001", in: &right)
    right.press(.enter, .right)
    expect(right, "choice-right-easy")
    choose(right: false, "cpc-em-001", in: &rehearsal)
    rehearsal.press(.enter, .character("o"))
    expect(rehearsal, "choice-wrong-sources")
    rehearsal.press(.character("r"))
    expect(rehearsal, "choice-why-missed")
    rehearsal.press(.character("3"), .character("n"))
    rehearsal.type("look at the side")
    expect(rehearsal, "choice-note")
  }

  @Test("A long question keeps the option under the cursor in sight")
  func long() {
    var rehearsal = Sample.study(["cpc-icd-001", "cpc-em-001"])
    expect(rehearsal, "long-asked")
    rehearsal.press(.character("4"))
    expect(rehearsal, "long-chosen")
    rehearsal.press(.character("g"))
    expect(rehearsal, "long-verdict")
  }

  @Test("A question on a record: the record first, or beside it where there is room")
  func exhibit() {
    var rehearsal = Sample.study(["cpc-case-001", "cpc-em-001"])
    expect(rehearsal, "exhibit-record")
    rehearsal.press(.enter)
    expect(rehearsal, "exhibit-question")
  }

  @Test("Several options, a code, a flashcard")
  func otherKinds() {
    var multiple = Sample.study(["cpc-em-m01", "cpc-em-001"])
    multiple.press(.character("1"), .down, .character(" "), .character("5"), .enter)
    expect(multiple, "multiple-too-many")
    var code = Sample.study(["cpc-icd-k01", "cpc-em-001"])
    code.type("e11.9")
    expect(code, "code-typed")
    code.press(.enter)
    expect(code, "code-wrong")
    var card = Sample.study(["cpc-term-c001", "cpc-em-001"])
    expect(card, "flashcard-front")
    card.press(.character(" "))
    expect(card, "flashcard-back")
  }

  @Test("The end of a session")
  func summary() {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002", "cpc-term-c001"])
    choose(right: false, "cpc-em-001", in: &rehearsal)
    rehearsal.press(.enter, .enter)
    choose(right: true, "cpc-em-002", in: &rehearsal)
    rehearsal.press(.enter, .enter, .enter, .enter)
    choose(right: true, "cpc-em-001", in: &rehearsal)
    rehearsal.press(.enter, .enter)
    expect(rehearsal, "summary")
  }

  @Test("Browse, settings, learners")
  func others() {
    let world = Sample.world(Sample.studied())
    var browse = Rehearsal(world: world, page: .browse(BrowseScreen()))
    browse.press(.down)
    expect(browse, "browse")
    browse.press(.enter)
    expect(browse, "browse-reading")
    browse.press(.escape, .backTab)
    expect(browse, "browse-filter")
    var unmet = Rehearsal(world: Sample.world(), page: .browse(BrowseScreen()))
    unmet.press(.enter)
    expect(unmet, "browse-reading-unmet")
    var settings = Rehearsal(world: world, page: .settings(SettingsScreen()))
    expect(settings, "settings")
    settings.press(.enter, .control("u"))
    settings.type("2/30")
    settings.press(.enter)
    expect(settings, "settings-wrong-date")
    expect(Rehearsal(world: world, page: .learners(LearnersScreen())), "learners")
  }

  @Test("Help, a failure, ASCII, and a window that is too small")
  func overlays() {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    rehearsal.press(.character("?"))
    expect(rehearsal, "help-question")
    rehearsal.press(.escape, .character("1"))
    rehearsal.outside.failure =
      "Cannot save to /home/ada/.local/share/sequela/learners/Ada/history/0000002a.jsonl: the disk is full. Free some space and try again."
    rehearsal.press(.enter)
    expect(rehearsal, "failure")
    var ascii = Sample.study(["cpc-em-001", "cpc-em-002"])
    choose(right: true, "cpc-em-001", in: &ascii)
    ascii.press(.enter)
    expectFrame(ascii.frame(ascii: true), named: "ascii-verdict-80x24")
    expectFrame(ascii.frame(30, 8), named: "too-small-30x8")
  }

  /// Presses the digit of the right option, or of a wrong one.
  private func choose(right: Bool, _ id: String, in rehearsal: inout Rehearsal) {
    guard case .study(let screen) = rehearsal.app.page,
      let question = rehearsal.app.world.catalog.question(id), let set = question.optionSet,
      let place = screen.order.firstIndex(where: { set.options[$0].isCorrect == right })
    else {
      Issue.record("no such question on the page")
      return
    }
    rehearsal.press(.character(Character("\(place + 1)")))
  }
}
