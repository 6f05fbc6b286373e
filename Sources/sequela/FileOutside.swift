import FSRS
import Screens
import Storage
import Study

/// Performs effects on the real files.
struct FileOutside: Outside {
  let workplace: Workplace
  private(set) var store: LearnerStore?
  /// Whether events were recorded since the last snapshot.
  private var isSnapshotOld = false
  private var bankNotices: [String]

  init(workplace: Workplace, store: LearnerStore?, bankNotices: [String] = []) {
    self.workplace = workplace
    self.store = store
    self.bankNotices = bankNotices
  }

  mutating func perform(
    _ effect: Effect, on world: inout World, at now: Now
  ) throws(OutsideError) {
    do throws(StorageError) {
      switch effect {
      case .record(let events): try record(events, on: &world)
      case .show(let exam): show(exam, on: &world)
      case .addLearner(let name, let settings):
        try add(name, settings, on: &world, at: now)
      case .openLearner(let name): try open(LearnerName(name), on: &world)
      case .readReviews:
        world.reviews = try store.map { store throws(StorageError) in
          ReviewHistories(try store.history().timedReviews)
        }
      case .saveSnapshot: try? saveSnapshot(world.progress)
      case .keepClock(let clock):
        try? store?.keepClock(clock)
        world.examClock = clock
      case .saveReport(let report): try saveReport(report, on: &world)
      case .readReports: world.reports = store?.reports() ?? []
      case .writeText(let text, let report):
        guard let store else { throw FileOutside.nobody }
        world.writtenFile = try store.saveText(text, named: report.fileName + ".md")
      case .loadStatistics: try loadStatistics(of: &world, at: now)
      case .writeProgress(let file):
        let page = ProgressPage(
          world.report(at: now), learner: world.learner, catalog: world.catalog)
        try Files.replace(file, with: Array(page.html.utf8))
      }
    } catch {
      throw OutsideError(error.description)
    }
  }

  /// Writes the snapshot where something was recorded since the last one.
  mutating func saveSnapshot(_ progress: Progress) throws(StorageError) {
    guard let store, isSnapshotOld else { return }
    try store.saveSnapshot(progress)
    isSnapshotOld = false
  }

  private mutating func record(
    _ events: [HistoryEvent], on world: inout World
  ) throws(StorageError) {
    guard let store else { throw FileOutside.nobody }
    let last = store.last
    try store.append(events)
    isSnapshotOld = true
    world.reviews = nil
    world.nextSequence = store.nextSequence
    var needsReplay = false
    for event in events {
      // A clock that was set back puts an event before others: only a replay gets that right.
      if let last, event.position < last { needsReplay = true }
      if !needsReplay, !world.progress.apply(event) { needsReplay = true }
    }
    if needsReplay { world.progress = try store.replayed() }
    if needsReplay || world.progress.model != world.statistics?.model { world.statistics = nil }
    for event in events where world.statistics?.take(event) == false { world.statistics = nil }
  }

  /// Reads the history, unless the statistics of this study day are there already.
  private func loadStatistics(of world: inout World, at now: Now) throws(StorageError) {
    guard world.statistics?.day != now.studyDay, let store else { return }
    world.statistics = LearnerStatistics(
      try store.history(), model: world.progress.model, day: now.studyDay)
  }

  private static let nobody = StorageError(
    .missing, "There is no learner to keep this for. Add one first.")

  private func saveReport(
    _ report: ScoreReport, on world: inout World
  ) throws(StorageError) {
    guard let store else { throw FileOutside.nobody }
    try store.saveReport(report)
    world.reports.removeAll { $0.sitting == report.sitting }
    world.reports.insert(report, at: 0)
  }

  private mutating func show(_ exam: String, on world: inout World) {
    let (catalog, notices) = workplace.load(exam: exam)
    bankNotices = notices
    world.catalog = catalog
    world.exam = exam
    world.notices = bankNotices + (store?.notices ?? [])
  }

  private mutating func add(
    _ name: String, _ settings: [Setting], on world: inout World, at now: Now
  ) throws(StorageError) {
    let learner = try LearnerName(name)
    if !LearnerFolder.exists(learner, workplace.locations) {
      try LearnerFolder.create(learner, workplace.locations)
    } else if store?.name == learner, store?.last == nil {
      // Made a moment ago, and its first settings could not be written: they are tried again.
    } else if world.learners.contains(learner.text) {
      throw StorageError(
        .badName, "There is already a learner \(learner). Choose another name.")
    }
    if store?.name != learner { try open(learner, on: &world) }
    let events = settings.enumerated().map { place, setting in
      world.event(.setting(key: setting.key, value: setting.value), at: now, offset: place)
    }
    if !events.isEmpty { try record(events, on: &world) }
    if let exam = world.settings.exams.first?.exam, exam != world.exam { show(exam, on: &world) }
  }

  private mutating func open(_ name: LearnerName, on world: inout World) throws(StorageError) {
    if world.learner != name.text { try? saveSnapshot(world.progress) }
    let left = store
    // A folder that is open here must not stand in its own way. Another's is given up only when the
    // next one is open: where that fails, the learner goes on.
    if left?.name == name { left?.close() }
    var progress = Progress()
    let opened = try workplace.open(name, progress: &progress)
    left?.close()
    store = opened
    isSnapshotOld = false
    try? LearnerFolder.remember(name, workplace.locations)
    world.learner = name.text
    world.learners = ((try? LearnerFolder.names(workplace.locations)) ?? []).map(\.text)
    world.progress = progress
    world.reviews = nil
    world.statistics = nil
    world.device = opened.device
    world.nextSequence = opened.nextSequence
    world.isReadOnly = opened.isReadOnly
    world.examClock = opened.examClock()
    world.notices = bankNotices + opened.notices
    if let exam = progress.settings.exams.first?.exam, exam != world.exam {
      show(exam, on: &world)
    }
  }
}
