import FSRS
import Study

/// Everything that a screen may look at; only the outside changes it, when an effect has succeeded.
package struct World: Equatable, Sendable {
  /// The learner's name; empty before there is one.
  package var learner: String
  /// Everyone who studies here.
  package var learners: [String]
  /// Every exam's profile, and the questions of the exam on show.
  package var catalog: Catalog
  package var progress: Progress
  /// What only the whole history tells; nil until the progress page has asked for it.
  package var statistics: LearnerStatistics?
  /// The exam on show; empty before one was chosen.
  package var exam: String
  package var device: UInt32
  /// The number of the next event of this device.
  package var nextSequence: Int
  /// What the learner should know about files that could not be read or written.
  package var notices: [String]
  package var isReadOnly: Bool
  /// How far the clock of the last mock exam had come, for one that ended without a pause.
  package var examClock: ExamClock?
  /// Finished exams' reports, once they were asked for, the latest first.
  package var reports: [ScoreReport] = []
  /// Where the last file for the learner's own use was written.
  package var writtenFile = ""
  /// The answers of the whole history, packed for a fit of the weights; nil until they were asked
  /// for, and again as soon as something new is recorded.
  package var reviews: ReviewHistories?
  /// Columns and rows of the terminal.
  package var width: Int
  package var height: Int

  package init(
    learner: String, learners: [String] = [], catalog: Catalog, progress: Progress = Progress(),
    statistics: LearnerStatistics? = nil, exam: String,
    device: UInt32 = 0, nextSequence: Int = 1, notices: [String] = [], isReadOnly: Bool = false,
    width: Int = 80, height: Int = 24
  ) {
    self.learner = learner
    self.learners = learners
    self.catalog = catalog
    self.progress = progress
    self.statistics = statistics
    self.exam = exam
    self.device = device
    self.nextSequence = nextSequence
    self.notices = notices
    self.isReadOnly = isReadOnly
    self.width = width
    self.height = height
  }

  package var settings: LearnerSettings { progress.settings }

  /// The profile of the exam on show.
  package var profile: ExamProfile? { catalog.profile(exam) }

  /// The plan for the exam on show.
  package var plan: ExamPlan { settings.plan(for: exam) }

  /// The cards of the exam on show.
  package func deck(at now: Now) -> Deck {
    Deck(catalog: catalog, progress: progress, exam: exam, today: now.studyDay)
  }

  /// Every figure of the exam on show.
  package func report(at now: Now) -> ProgressReport {
    ProgressReport(
      catalog: catalog, progress: progress, statistics: statistics, exam: exam,
      today: now.studyDay)
  }

  /// The id that an event gets: the next one, or so many later.
  package func eventID(_ offset: Int = 0) -> EventID {
    EventID(device: device, sequence: nextSequence + offset)
  }

  /// An event of this moment.
  package func event(
    _ action: HistoryEvent.Action, at now: Now, offset: Int = 0
  ) -> HistoryEvent {
    HistoryEvent(
      id: eventID(offset), milliseconds: now.milliseconds, zoneMinutes: now.zoneMinutes,
      action: action)
  }

  /// The seed of a day's order of new cards: the same all day for one learner and exam.
  package func daySeed(at now: Now) -> UInt64 {
    Scheduler.seed(question: learner + "/" + exam, answers: now.studyDay.number)
  }
}
