import FSRS
import Screens
import Study
import TestSupport
import Testing

/// The fit of the memory model that runs while the learner reads the result of a session.
@Suite struct BackgroundFitTests {
  private static let questions = (0..<240).map { "cpc-sim-\($0)" }

  private static let learned = try? SimulatedHistory(questions, days: 120, perDay: 2)
  /// A learner as the default weights have it: there is nothing to win.
  private static let ordinary = try? SimulatedHistory(
    questions, weights: FSRS6Weights.defaults, days: 110, perDay: 2, seed: 3)
  /// So much that it takes several slices.
  private static let long = try? SimulatedHistory(
    (0..<1_500).map { "cpc-sim-\($0)" }, days: 500, perDay: 3)
  /// Much in three days: hardly an answer came on a later day.
  private static let crammed = try? SimulatedHistory(
    (0..<330).map { "cpc-sim-\($0)" }, days: 3, perDay: 110)

  /// A learner with this history who has just ended a session of two cards.
  private func atTheEnd(
    of simulated: SimulatedHistory?, more: [HistoryEvent] = [], isReadOnly: Bool = false
  ) throws -> Rehearsal {
    let events = Sample.settings() + (try #require(simulated).events) + more
    let history = History.make(events)
    var world = Sample.world(Progress(replaying: history))
    world.catalog = .make(Sample.questions + Self.questions.map { .choice($0) })
    world.nextSequence = 50_000
    var rehearsal = Sample.study(["cpc-term-c001", "cpc-em-001"], world: world)
    rehearsal.outside.history = history
    rehearsal.press(.character(" "), .enter, .character("q"))
    if isReadOnly {
      // A read-only session records nothing and has no result; the page is asked all the same.
      var world = rehearsal.app.world
      world.isReadOnly = true
      let outside = rehearsal.outside
      rehearsal = Rehearsal(world: world, page: rehearsal.app.page)
      rehearsal.outside = outside
    }
    return rehearsal
  }

  private func fit(_ rehearsal: Rehearsal) throws -> BackgroundFit {
    guard case .summary(let screen) = rehearsal.app.page else {
      Issue.record("not on the result page")
      return .off
    }
    return screen.fit
  }

  /// Lets ticks go by until nothing is under way any more.
  private func finish(_ rehearsal: inout Rehearsal) {
    for _ in 0..<10_000 where rehearsal.app.page.screen.tickMilliseconds < 30 { rehearsal.tick() }
  }

  private func settings(_ rehearsal: Rehearsal) -> [String] {
    rehearsal.outside.events.compactMap { event in
      if case .setting(let key, _) = event.action { key } else { nil }
    }
  }

  @Test("New weights are found in slices, recorded once, and used at once")
  func taken() throws {
    var rehearsal = try atTheEnd(of: Self.learned)
    #expect(try fit(rehearsal) == .waiting)
    #expect(rehearsal.text().contains("Learning from your answers"))
    #expect(!rehearsal.outside.effects.contains(.readReviews))
    rehearsal.tick()
    #expect(rehearsal.outside.effects.last == .readReviews)
    #expect(try fit(rehearsal) == .reading)
    let answers = rehearsal.app.world.progress.answerCount
    finish(&rehearsal)
    guard case .taken(let taken) = try fit(rehearsal) else {
      Issue.record("\(try fit(rehearsal))")
      return
    }
    #expect(rehearsal.outside.effects.count { $0 == .readReviews } == 1)
    #expect(settings(rehearsal) == ["weights", "fitted"])
    #expect(rehearsal.outside.effects.last == .saveSnapshot)
    let progress = rehearsal.app.world.progress
    #expect(progress.model.weights == taken.outcome.weights)
    #expect(progress.model != .standard)
    #expect(progress.settings.fitted == answers)
    #expect(!progress.isFitDue)
    #expect(progress == Progress(replaying: rehearsal.outside.history))
    #expect(rehearsal.app.world.reviews == nil)
    #expect(rehearsal.app.page.screen.tickMilliseconds == 30_000)
  }

  @Test("The days that were granted stay, and the page shows what the weights would set")
  func counts() throws {
    var rehearsal = try atTheEnd(of: Self.learned)
    let before = rehearsal.app.world
    let calendar = DueCounts(before.deck(at: rehearsal.now))
    let old = DueCounts(before.deck(at: rehearsal.now), asSetBy: before.progress)
    finish(&rehearsal)
    let after = rehearsal.app.world
    #expect(DueCounts(after.deck(at: rehearsal.now)) == calendar)
    let new = DueCounts(after.deck(at: rehearsal.now), asSetBy: after.progress)
    #expect(new != old)
    for _ in 0..<30 { rehearsal.press(.down) }
    let rows = rehearsal.frame().text.map { $0.split(separator: " ").map(String.init) }
    func row(_ label: String, _ counts: DueCounts) -> [String] {
      label.split(separator: " ").map(String.init)
        + [counts.today, counts.week, counts.month].map(String.init)
    }
    #expect(rows.contains(row("calendar", calendar)))
    #expect(rows.contains(row("old weights", old)))
    #expect(rows.contains(row("new weights", new)))
  }

  @Test("One key takes the new weights back, once")
  func takenBack() throws {
    var rehearsal = try atTheEnd(of: Self.learned)
    #expect(settings(rehearsal).isEmpty)
    let before = rehearsal.app.world.progress
    finish(&rehearsal)
    guard case .summary(let screen) = rehearsal.app.page, case .taken(let taken) = screen.fit
    else {
      Issue.record("no new weights")
      return
    }
    #expect(screen.keys(in: rehearsal.app.world).duplicates.isEmpty)
    #expect(rehearsal.text(60, 16).contains("u old weights"))
    rehearsal.press(.character("u"))
    #expect(rehearsal.outside.events.last?.action == .undo(of: taken.event))
    #expect(try fit(rehearsal) == .takenBack)
    let progress = rehearsal.app.world.progress
    #expect(progress.model == .standard)
    #expect(progress.cards == before.cards)
    #expect(!progress.isFitDue)
    let count = rehearsal.outside.events.count
    rehearsal.press(.character("u"))
    rehearsal.tick()
    #expect(rehearsal.outside.events.count == count)
  }

  @Test("Where new weights do not win, only the try is remembered, and the reason is told")
  func kept() throws {
    for (simulated, reason) in [
      (Self.ordinary, "did not foretell"), (Self.crammed, "Too few answers tell"),
    ] {
      var rehearsal = try atTheEnd(of: simulated)
      let before = rehearsal.app.world.progress
      finish(&rehearsal)
      #expect(settings(rehearsal) == ["fitted"])
      #expect(rehearsal.app.world.progress.model == .standard)
      #expect(rehearsal.app.world.progress.cards == before.cards)
      let text = rehearsal.text(120, 40)
      #expect(text.contains(reason))
      #expect(text.contains("It learns again after"))
      #expect(!text.contains("u old weights"))
    }
  }

  @Test("Weights that are already the best stay")
  func alreadyBest() throws {
    let first = try atTheEnd(of: Self.learned)
    var best = WeightsFit(ReviewHistories(first.outside.history.timedReviews))
    let outcome = best.finish()
    let weights = HistoryEvent.make(
      .setting(key: LearnerSettings.Key.weights, value: .numbers(outcome.weights)),
      at: .at(minute: 10), sequence: 40_000)
    var rehearsal = try atTheEnd(of: Self.learned, more: [weights])
    finish(&rehearsal)
    #expect(settings(rehearsal) == ["fitted"])
    #expect(rehearsal.app.world.progress.model.weights == outcome.weights)
    #expect(rehearsal.text(120, 40).contains("at least as well as"))
  }

  @Test("Nothing runs without enough answers, or in a folder that may only be read")
  func notDue() throws {
    var few = Sample.study(["cpc-term-c001", "cpc-em-001"])
    few.press(.character(" "), .enter, .character("q"))
    var readOnly = try atTheEnd(of: Self.learned, isReadOnly: true)
    for rehearsal in [few, readOnly] {
      var rehearsal = rehearsal
      #expect(!rehearsal.text().contains("Learning"))
      rehearsal.tick()
      #expect(try fit(rehearsal) == .off)
      #expect(rehearsal.app.page.screen.tickMilliseconds == 30_000)
      #expect(!rehearsal.outside.effects.contains(.readReviews))
    }
    finish(&readOnly)
    #expect(settings(readOnly).isEmpty)
  }

  @Test("Leaving the page stops it, and the next session tries again")
  func left() throws {
    var rehearsal = try atTheEnd(of: Self.learned)
    rehearsal.tick()
    rehearsal.tick()
    #expect(rehearsal.app.page.screen.tickMilliseconds < 30)
    let count = rehearsal.outside.events.count
    rehearsal.press(.character("n"))
    for _ in 0..<20 { rehearsal.tick() }
    #expect(rehearsal.outside.events.count == count)
    #expect(rehearsal.app.world.progress.isFitDue)
    rehearsal.press(.character("1"), .enter, .character("q"))
    finish(&rehearsal)
    #expect(settings(rehearsal) == ["weights", "fitted"])
  }

  @Test("A disk that is full is told; Enter tries again, Esc goes on without new weights")
  func failure() throws {
    var rehearsal = try atTheEnd(of: Self.learned)
    rehearsal.tick()
    rehearsal.tick()
    rehearsal.outside.failure = "The disk is full."
    for _ in 0..<10_000 where rehearsal.app.failure == nil { rehearsal.tick() }
    #expect(rehearsal.text().contains("The disk is full."))
    var again = rehearsal
    again.outside.failure = nil
    again.press(.enter)
    #expect(settings(again) == ["weights", "fitted"])
    #expect(again.text().contains("New memory weights in use"))
    rehearsal.press(.escape)
    rehearsal.outside.failure = nil
    finish(&rehearsal)
    #expect(try fit(rehearsal) == .off)
    #expect(settings(rehearsal).isEmpty)
    #expect(rehearsal.app.world.progress.model == .standard)
  }

  @Test("Each state, as a learner sees it")
  func frames() throws {
    func expect(_ rehearsal: Rehearsal, _ name: String, below: Bool = false) {
      var rehearsal = rehearsal
      expectFrame(rehearsal.frame(80, 24), named: "fit-\(name)-80x24")
      expectFrame(rehearsal.frame(60, 16), named: "fit-\(name)-60x16")
      guard below else { return }
      for _ in 0..<30 { rehearsal.press(.down) }
      expectFrame(rehearsal.frame(60, 16), named: "fit-\(name)-below-60x16")
    }
    var rehearsal = try atTheEnd(of: Self.learned)
    expect(rehearsal, "waiting")
    finish(&rehearsal)
    expect(rehearsal, "taken", below: true)
    rehearsal.press(.character("u"))
    expect(rehearsal, "taken-back")
    expectFrame(rehearsal.frame(40, 12), named: "fit-taken-back-40x12")
    var long = try atTheEnd(of: Self.long)
    for _ in 0..<3 { long.tick() }
    expect(long, "running")
    var kept = try atTheEnd(of: Self.ordinary)
    finish(&kept)
    expect(kept, "no-better", below: true)
    var few = try atTheEnd(of: Self.crammed)
    finish(&few)
    expect(few, "too-few", below: true)
  }
}
