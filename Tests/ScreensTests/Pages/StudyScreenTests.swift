import FSRS
import Screens
import Study
import TestSupport
import Testing

@Suite struct StudyScreenTests {
  private func actions(_ rehearsal: Rehearsal) -> [HistoryEvent.Action] {
    rehearsal.outside.events.map(\.action)
  }

  private func study(_ rehearsal: Rehearsal) throws -> StudyScreen {
    guard case .study(let screen) = rehearsal.app.page else {
      throw PageError()
    }
    return screen
  }

  struct PageError: Error {}

  @Test("Esc goes back from the record to the question")
  func escapeFromRecord() {
    var rehearsal = Sample.study(["cpc-case-001"])
    #expect(rehearsal.text().contains("to the question"))
    rehearsal.press(.escape)
    #expect(rehearsal.text().contains("Enter sure"))
  }

  @Test("The last answer of a session can be taken back from its end")
  func undoFromSummary() {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-term-c001"])
    rehearsal.press(.character("1"), .enter, .enter)
    rehearsal.press(.enter, .character("4"))
    // A miss of the first card comes back at the end; leave it.
    if case .study = rehearsal.app.page { rehearsal.press(.character("q")) }
    #expect(rehearsal.text().contains("Everything is saved."))
    #expect(rehearsal.app.world.progress["cpc-term-c001"].answers == 1)
    rehearsal.press(.character("u"))
    #expect(rehearsal.app.world.progress["cpc-term-c001"].answers == 0)
    #expect(rehearsal.text().contains("What does -pexy mean?"))
    rehearsal.press(.enter, .character("3"))
    #expect(rehearsal.app.world.progress["cpc-term-c001"].answers == 1)
  }

  @Test("Space pages through a long question")
  func spacePages() {
    var rehearsal = Sample.study(["cpc-icd-001"])
    _ = rehearsal.text(60, 16)
    let first = rehearsal.text(60, 16)
    rehearsal.press(.character(" "))
    #expect(rehearsal.text(60, 16) != first)
    #expect(rehearsal.outside.events.isEmpty)
  }

  @Test("A drill says that the schedule stays, and leaves it as it is")
  func drillVerdict() throws {
    let world = Sample.world(Sample.studied())
    let later = world.deck(at: .evening).later.first {
      $0.domain == "em" && $0.kind == .choice
    }
    let (card, due) = (try #require(later?.id), try #require(later?.due))
    var rehearsal = Sample.study([card], world: world, mode: .drill)
    guard case .study(let screen) = rehearsal.app.page,
      let right = screen.order.firstIndex(of: 0)
    else { return }
    rehearsal.type("\(right + 1)")
    rehearsal.press(.enter)
    let days = due - Now.evening.studyDay
    #expect(
      rehearsal.text().contains(
        "A drill leaves the schedule as it is: due \(days == 1 ? "tomorrow" : "in \(days) days")"))
    #expect(rehearsal.app.world.progress[card].phase == .review(due: due))
    rehearsal.press(.right)
    #expect(rehearsal.outside.events.count == 1)
  }

  @Test("A stray Enter answers nothing")
  func strayEnter() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    rehearsal.press(.enter, .enter)
    #expect(rehearsal.outside.events.isEmpty)
    #expect(try study(rehearsal).phase == .question)
    #expect(rehearsal.text().contains("Choose an option first."))
  }

  @Test("The answer is recorded before the verdict is shown")
  func recordedFirst() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    rehearsal.press(.character("1"))
    rehearsal.outside.failure = "The disk is full."
    rehearsal.press(.enter)
    #expect(try study(rehearsal).phase == .question)
    #expect(rehearsal.text().contains("The disk is full."))
    rehearsal.outside.failure = nil
    rehearsal.press(.enter)
    #expect(rehearsal.outside.events.count == 1)
    #expect(try study(rehearsal).isAnsweredForTest)
    #expect(!rehearsal.text().contains("The disk is full."))
  }

  @Test("A failure can be left with the page as it was")
  func leaveFailure() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    rehearsal.press(.character("2"))
    let before = try study(rehearsal)
    rehearsal.outside.failure = "No permission."
    rehearsal.press(.enter, .escape)
    rehearsal.outside.failure = nil
    #expect(try study(rehearsal) == before)
    #expect(rehearsal.outside.events.isEmpty)
  }

  @Test("Enter is sure, g a guess; right and left overrule the grade with an event each")
  func grades() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    let order = try study(rehearsal).order
    let key = try #require(order.firstIndex(of: 0))
    rehearsal.press(.character(Character("\(key + 1)")), .character("g"))
    guard case .review(let review)? = actions(rehearsal).first else { throw PageError() }
    #expect(review.rating == .hard)
    #expect(review.isSure == false)
    #expect(review.isCorrect == true)
    #expect(review.chosen == [0])
    rehearsal.press(.right, .right, .right, .left)
    let grades = actions(rehearsal).dropFirst().compactMap { action -> Rating? in
      if case .grade(_, let rating, _) = action { rating } else { nil }
    }
    #expect(grades == [.good, .easy, .good])
    let due = rehearsal.app.world.progress["cpc-em-001"].grantedDays
    guard case .grade(_, _, let days)? = actions(rehearsal).last else { throw PageError() }
    #expect(days == due)
  }

  @Test("A miss has no grade to move, and may be given a reason")
  func miss() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    let order = try study(rehearsal).order
    let wrong = try #require(order.firstIndex(of: 3))
    rehearsal.press(.character(Character("\(wrong + 1)")), .enter, .right, .left)
    #expect(rehearsal.outside.events.count == 1)
    rehearsal.press(.character("r"), .character("2"))
    let id = rehearsal.outside.events[0].id
    #expect(actions(rehearsal).last == .why(of: id, reason: .misread))
  }

  @Test("Every command on a card is an event, and undo withdraws the last step")
  func cardCommands() throws {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002", "cpc-em-003"])
    rehearsal.press(.character("m"))
    #expect(actions(rehearsal).last == .mark(question: "cpc-em-001", isOn: true))
    rehearsal.press(.character("m"))
    #expect(actions(rehearsal).last == .mark(question: "cpc-em-001", isOn: false))
    rehearsal.press(.character("n"))
    rehearsal.type("mind q and ?")
    rehearsal.press(.enter)
    #expect(actions(rehearsal).last == .note(question: "cpc-em-001", text: "mind q and ?"))
    rehearsal.press(.character("!"))
    rehearsal.type("typo")
    rehearsal.press(.enter)
    #expect(actions(rehearsal).last == .report(question: "cpc-em-001", text: "typo"))
    rehearsal.press(.character("z"))
    #expect(actions(rehearsal).last == .bury(question: "cpc-em-001"))
    #expect(try study(rehearsal).session.current == "cpc-em-002")
    rehearsal.press(.character("s"))
    #expect(actions(rehearsal).last == .suspend(question: "cpc-em-002"))
    let suspension = try #require(rehearsal.outside.events.last)
    rehearsal.press(.character("u"))
    #expect(actions(rehearsal).last == .undo(of: suspension.id))
    #expect(try study(rehearsal).session.current == "cpc-em-002")
    #expect(!rehearsal.app.world.progress["cpc-em-002"].isSuspended)
    rehearsal.press(.character("u"))
    #expect(try study(rehearsal).session.current == "cpc-em-001")
    #expect(rehearsal.app.world.progress["cpc-em-001"].buriedOn == nil)
  }

  @Test("In a code field every printable key is text, and Escape makes letters commands")
  func codeField() throws {
    var rehearsal = Sample.study(["cpc-icd-k01", "cpc-em-001"])
    rehearsal.type("q?m")
    #expect(try study(rehearsal).typed == "q?m")
    rehearsal.press(.control("u"))
    rehearsal.type("e11 65")
    rehearsal.press(.escape, .character("m"))
    #expect(actions(rehearsal) == [.mark(question: "cpc-icd-k01", isOn: true)])
    rehearsal.press(.character("i"), .backspace)
    #expect(try study(rehearsal).typed == "e11 6")
    rehearsal.press(.character("5"), .control("g"))
    guard case .review(let review)? = actions(rehearsal).last else { throw PageError() }
    #expect(review.isCorrect == true)
    #expect(review.typed == "e11 65")
    #expect(review.rating == .hard)
  }

  @Test("A flashcard is turned and rated, each rating with its interval in sight")
  func flashcard() throws {
    var rehearsal = Sample.study(["cpc-term-c001", "cpc-em-001"])
    #expect(!rehearsal.text().contains("Surgical fixation"))
    rehearsal.press(.character(" "))
    #expect(rehearsal.text().contains("1 Again (10 min)"))
    rehearsal.press(.character("4"))
    guard case .review(let review)? = actions(rehearsal).first else { throw PageError() }
    #expect(review.rating == .easy)
    #expect(review.isSure == nil)
    #expect(try study(rehearsal).session.current == "cpc-em-001")
  }

  @Test("A question with several answers takes exactly as many as the stem says")
  func multiple() throws {
    var rehearsal = Sample.study(["cpc-em-m01", "cpc-em-001"])
    rehearsal.press(.character("1"), .enter)
    #expect(rehearsal.outside.events.isEmpty)
    #expect(rehearsal.text().contains("Choose 2 options; 1 chosen."))
    rehearsal.press(.character("1"))
    #expect(try study(rehearsal).chosen.isEmpty)
    let order = try study(rehearsal).order
    for option in [0, 2] {
      let place = try #require(order.firstIndex(of: option))
      rehearsal.press(.character(Character("\(place + 1)")))
    }
    rehearsal.press(.enter)
    guard case .review(let review)? = actions(rehearsal).last else { throw PageError() }
    #expect(review.isCorrect == true)
    #expect(review.chosen == [0, 2])
  }

  @Test("Leaving with answers shows the summary, without any goes straight back")
  func leaving() {
    var rehearsal = Sample.study(["cpc-em-001", "cpc-em-002"])
    rehearsal.press(.character("1"), .enter, .character("q"))
    guard case .summary = rehearsal.app.page else {
      Issue.record("no summary")
      return
    }
    #expect(rehearsal.outside.effects.last == .saveSnapshot)
  }

  @Test("A card that no bank holds any more is passed over")
  func missingCard() throws {
    var rehearsal = Sample.study(["cpc-em-001", "gone-from-the-bank", "cpc-em-002"])
    rehearsal.press(.character("1"), .enter, .enter)
    #expect(try study(rehearsal).session.current == "cpc-em-002")
  }

  @Test("No key means two things on any page of a session")
  func duplicates() throws {
    var rehearsals = [
      Sample.study(["cpc-em-001"]), Sample.study(["cpc-icd-k01"]), Sample.study(["cpc-em-m01"]),
      Sample.study(["cpc-term-c001"]), Sample.study(["cpc-case-001"]),
    ]
    for index in rehearsals.indices {
      for keys in [[], [Key.enter], [.escape], [.character(" ")], [.character("1"), .enter]] {
        rehearsals[index].press()
        for key in keys { rehearsals[index].press(key) }
        guard case .study(let screen) = rehearsals[index].app.page else { continue }
        let duplicates = screen.keys(in: rehearsals[index].app.world).duplicates
        #expect(duplicates.isEmpty)
      }
    }
  }
}

extension StudyScreen {
  /// Whether the page shows a verdict.
  fileprivate var isAnsweredForTest: Bool {
    if case .verdict = phase { true } else { false }
  }
}
