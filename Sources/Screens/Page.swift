import Study

/// Every page that there is.
package enum Page: Equatable, Sendable {
  case welcome(WelcomeScreen)
  case home(HomeScreen)
  case study(StudyScreen)
  case summary(SummaryScreen)
  case progress(ProgressScreen)
  case browse(BrowseScreen)
  case settings(SettingsScreen)
  case learners(LearnersScreen)
  case examStart(ExamStartScreen)
  case exam(ExamScreen)
  case report(ReportScreen)
  case reports(ReportListScreen)
}

extension Page {
  /// Runs `body` on the screen of the page, and keeps what it changed.
  mutating func visit<Result>(_ body: (inout any Screen) -> Result) -> Result {
    switch self {
    case .welcome(let screen): open(screen, body, Page.welcome)
    case .home(let screen): open(screen, body, Page.home)
    case .study(let screen): open(screen, body, Page.study)
    case .summary(let screen): open(screen, body, Page.summary)
    case .progress(let screen): open(screen, body, Page.progress)
    case .browse(let screen): open(screen, body, Page.browse)
    case .settings(let screen): open(screen, body, Page.settings)
    case .learners(let screen): open(screen, body, Page.learners)
    case .examStart(let screen): open(screen, body, Page.examStart)
    case .exam(let screen): open(screen, body, Page.exam)
    case .report(let screen): open(screen, body, Page.report)
    case .reports(let screen): open(screen, body, Page.reports)
    }
  }

  private mutating func open<Content: Screen, Result>(
    _ screen: Content, _ body: (inout any Screen) -> Result, _ make: (Content) -> Page
  ) -> Result {
    var erased: any Screen = screen
    let result = body(&erased)
    if let changed = erased as? Content { self = make(changed) }
    return result
  }

  /// The screen of the page.
  package var screen: any Screen {
    switch self {
    case .welcome(let screen): screen
    case .home(let screen): screen
    case .study(let screen): screen
    case .summary(let screen): screen
    case .progress(let screen): screen
    case .browse(let screen): screen
    case .settings(let screen): screen
    case .learners(let screen): screen
    case .examStart(let screen): screen
    case .exam(let screen): screen
    case .report(let screen): screen
    case .reports(let screen): screen
    }
  }
}

extension Screen {
  /// Hands a key to the screen; nil where it means nothing there.
  mutating func press(_ key: Key, in world: World, at now: Now) -> Outcome? {
    guard let command = keys(in: world).command(for: key) else { return nil }
    return update(command, in: world, at: now)
  }

  func helpLine(in world: World, width: Int, ascii: Bool) -> String {
    keys(in: world).helpLine(width: width, ascii: ascii)
  }

  func helpEntries(in world: World, ascii: Bool) -> [(keys: String, help: String)] {
    keys(in: world).helpEntries(ascii: ascii)
  }

  func offersHelp(in world: World) -> Bool { keys(in: world).offersHelp }
}
