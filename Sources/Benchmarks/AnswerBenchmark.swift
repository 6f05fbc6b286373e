import FSRS
import Glibc
import Screens
import Storage
import Study

/// Measures the daily work: an answer, on disk, next card drawn.
enum AnswerBenchmark {
  /// Effects on real files, as the program performs them.
  private struct FileOutside: Outside {
    /// Nil: nothing is written, to tell the disk's part from the program's.
    let store: LearnerStore?

    mutating func perform(
      _ effect: Effect, on world: inout World, at now: Now
    ) throws(OutsideError) {
      guard case .record(let events) = effect else { return }
      do throws(StorageError) {
        try store?.append(events)
      } catch {
        throw OutsideError(error.description)
      }
      for event in events { world.progress.apply(event) }
      world.nextSequence += events.count
    }
  }

  static func rows(_ folder: SampleFolder) throws -> [FSRSModelBenchmark.Row] {
    var progress = Progress()
    let store = try folder.open(&progress)
    let loaded = BankLibrary(folders: [BankFolder(folder.banks)]).load(exam: "CPC")
    let catalog = Catalog(profiles: loaded.profiles, banks: loaded.banks)
    let world = World(
      learner: "bench", catalog: catalog, progress: progress, exam: "CPC", device: store.device,
      nextSequence: store.nextSequence)
    let written = answers(in: world, store: store)
    let unwritten = answers(in: world, store: nil)
    let fsync = try bareFsync(folder)
    return [
      .init(
        what: "answer, on disk (fsync), verdict and next card drawn", goal: "5,000/s, 0.2 ms",
        ours: "\(Int(1000 / written.mean))/s, median \(Timing.text(written.median)) ms"),
      .init(
        what: "of it without the disk; a bare line with fsync", goal: "-",
        ours: "\(Timing.text(unwritten.median)) ms; \(Timing.text(fsync)) ms"),
    ]
  }

  /// Answers 1,500 cards as keys do, each with its three frames.
  private static func answers(in start: World, store: LearnerStore?) -> Timing {
    var now = Now(milliseconds: Int64(time(nil)) * 1000, zoneMinutes: 0, elapsed: 0)
    let deck = start.deck(at: now)
    let cards = (deck.due + deck.later).map(\.id)
    let plan = StudyPlan(
      cards: Array((cards + cards + cards).prefix(2000)), dueCount: 0, newCount: 0, dueLeftOut: 0,
      minutes: 60)
    var app = App(
      world: start, page: .study(StudyScreen(plan: plan, deck: deck, in: start, at: now)))
    var outside = FileOutside(store: store)
    var timing = Timing()
    var cells = 0
    for _ in 0..<1500 {
      timing.measure {
        now.milliseconds += 5000
        now.elapsed += 5000
        for key in [Key.character("1"), .enter, .enter] {
          app.press(key, at: now, outside: &outside)
          cells += app.frame(displayWidth: .standard, ascii: false, at: now).cells.count
        }
      }
    }
    precondition(cells > 0)
    return timing
  }

  /// What the disk itself takes for a line and its fsync.
  private static func bareFsync(_ folder: SampleFolder) throws -> Double {
    let log = try HistoryLog(path: folder.path + "/fsync.jsonl")
    var times: [Double] = []
    for number in 1...300 {
      let event = HistoryEvent(
        id: EventID(device: 1, sequence: number), milliseconds: 0, zoneMinutes: 0,
        action: .mark(question: "q", isOn: true))
      var timing = Timing()
      try timing.measure { try log.append([event]) }
      times.append(timing.median)
    }
    return times.sorted()[150]
  }
}
