import Study

/// Performs effects: the program has one on real files, tests one in memory.
package protocol Outside {
  /// Does what is asked and brings the world up to date, or says in one sentence why not.
  mutating func perform(
    _ effect: Effect, on world: inout World, at now: Now
  ) throws(OutsideError)
}

/// Why the outside did not do what was asked, as one plain sentence.
package struct OutsideError: Error, Equatable, Sendable {
  package var sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

/// The program as a value: the world, the pages that lie on one another, and what is over them.
package struct App: Sendable {
  package private(set) var world: World
  /// From the bottom to the top; never empty until the program ends.
  package private(set) var pages: [Page]
  /// Whether the program is over.
  package private(set) var isOver = false
  /// A sentence about an effect that failed; Enter tries again.
  package private(set) var failure: Failure?
  /// The first row of the help overlay; nil where it is closed.
  package private(set) var helpScroll: Int?

  /// A step that could not be taken.
  package struct Failure: Equatable, Sendable {
    package var sentence: String
    var page: Page
    var outcome: Outcome
  }

  package init(world: World, page: Page) {
    self.world = world
    pages = [page]
  }

  package var page: Page { pages[pages.count - 1] }

  package mutating func resize(width: Int, height: Int) {
    world.width = width
    world.height = height
  }

  /// Handles one key press.
  package mutating func press(_ key: Key, at now: Now, outside: inout some Outside) {
    if let failure {
      answer(failure, key, at: now, outside: &outside)
      return
    }
    if helpScroll != nil {
      scrollHelp(key)
      return
    }
    if key == .character("?"), page.screen.offersHelp(in: world) {
      helpScroll = 0
      return
    }
    var changed = page
    guard let outcome = outcome(of: key, on: &changed, at: now) else { return }
    take(outcome, page: changed, at: now, outside: &outside)
  }

  /// Lets time pass, for what happens without a key.
  package mutating func tick(at now: Now, outside: inout some Outside) {
    guard failure == nil else { return }
    var changed = page
    let outcome = passTime(on: &changed, to: now)
    guard outcome != .stay || changed != page else { return }
    take(outcome, page: changed, at: now, outside: &outside)
  }

  // These two only read the world: a copy of it that lived on would make the next change of the
  // progress copy every card.
  private func outcome(of key: Key, on page: inout Page, at now: Now) -> Outcome? {
    page.visit { $0.press(key, in: world, at: now) }
  }

  private func passTime(on page: inout Page, to now: Now) -> Outcome {
    page.visit { $0.timePassed(in: world, to: now) }
  }

  /// Performs the effects; only when all have succeeded the new page counts.
  private mutating func take(
    _ outcome: Outcome, page changed: Page, at now: Now, outside: inout some Outside
  ) {
    for (index, effect) in outcome.effects.enumerated() {
      do throws(OutsideError) {
        try outside.perform(effect, on: &world, at: now)
      } catch {
        // What was done is done: only the rest is tried again.
        var rest = outcome
        rest.effects.removeFirst(index)
        failure = Failure(sentence: error.sentence, page: changed, outcome: rest)
        return
      }
    }
    failure = nil
    pages[pages.count - 1] = changed
    switch outcome.next {
    case .stay: break
    case .open(let page): pages.append(page)
    case .replace(let page): pages[pages.count - 1] = page
    case .back:
      if pages.count == 1 {
        isOver = true
      } else {
        pages.removeLast()
        let world = world
        pages[pages.count - 1].visit { $0.returned(in: world, at: now) }
      }
    case .home: pages = [.home(HomeScreen())]
    case .quit: isOver = true
    }
  }

  private mutating func answer(
    _ failure: Failure, _ key: Key, at now: Now, outside: inout some Outside
  ) {
    switch key {
    case .enter: take(failure.outcome, page: failure.page, at: now, outside: &outside)
    case .escape:
      self.failure = nil
      pages[pages.count - 1].visit { $0.gaveUp() }
    case .character("q"):
      self.failure = nil
      isOver = true
    default: break
    }
  }

  private mutating func scrollHelp(_ key: Key) {
    guard let scroll = helpScroll else { return }
    switch key {
    case .down, .character("j"), .pageDown, .character(" "): helpScroll = scroll + 1
    case .up, .character("k"), .pageUp: helpScroll = max(0, scroll - 1)
    default: helpScroll = nil
    }
  }
}
