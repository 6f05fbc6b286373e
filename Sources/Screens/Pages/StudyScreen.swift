import FSRS
import Study

/// One card after another: question, verdict, next.
package struct StudyScreen: Screen {
  package internal(set) var session: StudySession
  package internal(set) var phase: Phase
  /// The option under the cursor, as a position on screen; nil until the learner moves or chooses,
  /// so that a stray Enter answers nothing.
  package internal(set) var cursor: Int?
  /// Chosen options, as positions in the file's order.
  package internal(set) var chosen: [Int]
  /// What is typed into a code field, or into a note.
  package internal(set) var typed: String
  /// The first line of the body that is shown.
  package internal(set) var scroll: Int
  /// A sentence about the last command, until the next.
  package internal(set) var message: String
  /// The order in which the options are shown: positions in the file's order.
  package internal(set) var order: [Int]
  /// What a card of the plan is likely to take.
  private(set) var secondsPerCard: Double
  /// Due cards that the plan left out for lack of time.
  package internal(set) var leftOut: Int

  /// What the page is showing of the current card.
  package enum Phase: Equatable, Sendable {
    /// The exhibit alone; then on with the phase that lies below.
    indirect case exhibit(over: Phase)
    case question
    /// Typing a code; letters are text.
    case field
    /// A flashcard's back.
    case turned
    case verdict(Verdict)
    /// Typing a note or a report; then on with the phase that lies below.
    indirect case writing(Draft, over: Phase)
    /// Asking why it was missed.
    case reason(Verdict)
  }

  /// An answer and what became of it.
  package struct Verdict: Equatable, Sendable {
    package var event: EventID
    package var answer: Answer
    package var isCorrect: Bool
    package var isSure: Bool?
    package var rating: Rating
    package var intervals: PassingIntervals
    package var reason: MissReason?
    /// Whether the answer moved the card's schedule; in a drill it does not where nothing is due.
    package var movesSchedule = true
    package var showsSource = false
  }

  /// What is being written about the current card.
  package enum Draft: Equatable, Sendable {
    case note, report
  }

  package enum Command: Hashable, Sendable {
    case choose(Int), up, down, scrollUp, scrollDown
    case sure, guess, turn, rate(Rating), next, gradeUp, gradeDown
    case exhibit, source, askWhy, why(MissReason), dropWhy
    case goBack, mark, note, notToday, suspend, report, undo, leave
    case type(String), erase, clear, leaveField, enterField, saveText, dropText
  }

  /// Opens a session on a plan; the plan must hold at least one card.
  package init(
    plan: StudyPlan, deck: Deck, mode: Review.Mode = .study, in world: World, at now: Now
  ) {
    session = StudySession(
      exam: deck.exam, mode: mode, cards: plan.cards, load: deck.load(days: 400), now: now)
    phase = .question
    cursor = nil
    chosen = []
    typed = ""
    scroll = 0
    message = ""
    order = []
    leftOut = plan.dueLeftOut
    secondsPerCard = Pace(progress: world.progress).mean(of: plan.cards, in: world.catalog)
    present(in: world)
  }

  /// Goes on with a session that was over and whose last step was taken back.
  init(resuming session: StudySession, leftOut: Int, in world: World) {
    self.session = session
    phase = .question
    cursor = nil
    chosen = []
    typed = ""
    scroll = 0
    message = "Taken back."
    order = []
    self.leftOut = leftOut
    secondsPerCard = Pace(progress: world.progress).mean(
      of: session.answered.map(\.question), in: world.catalog)
    present(in: world)
  }

  /// The question on screen; nil when the session is over.
  func question(in world: World) -> Question? {
    session.current.flatMap { world.catalog.question($0) }
  }

  /// Makes the page ready for the session's current card.
  mutating func present(in world: World) {
    cursor = nil
    chosen = []
    typed = ""
    scroll = 0
    guard let question = question(in: world) else { return }
    order = session.optionOrder(of: question, answers: world.progress[question.id].answers)
    phase = .question
    if case .code = question.body { phase = .field }
    if world.catalog.exhibit(of: question) != nil, !StudyScreen.fitsExhibit(beside: world) {
      phase = .exhibit(over: phase)
    }
  }

  /// Whether the terminal is wide enough for an exhibit beside its question.
  static func fitsExhibit(beside world: World) -> Bool { world.width >= 110 }
}
