import Storage
import Study

/// Measures reading a long history: whole, by the snapshot, and the statistics over it.
enum ReplayBenchmark {
  static func rows() throws -> [FSRSModelBenchmark.Row] {
    let count = 500_000
    let folder = try SampleFolder(questionsPerExam: 1000, reviews: count)
    defer { folder.remove() }
    var progress = Progress()
    let store = try folder.open(&progress)
    var replay = Timing()
    for _ in 0..<5 { try replay.measure { progress = try store.replayed() } }
    let today = progress.tallies.keys.map(\.day).max() ?? CalendarDay(number: 0)
    let loaded = BankLibrary(folders: [BankFolder(folder.banks)]).load(exam: "CPC")
    let catalog = Catalog(profiles: loaded.profiles, banks: loaded.banks)
    var figures = Timing()
    var sum = 0
    for _ in 0..<20 {
      figures.measure {
        sum += Overview(progress: progress, exam: "CPC", today: today).answers
        sum +=
          DomainStanding.all(
            catalog: catalog, progress: progress, exam: "CPC", today: today
          ).count
      }
    }
    var banks = Timing()
    for _ in 0..<9 {
      banks.measure {
        sum += BankLibrary(folders: [BankFolder(folder.banks)]).load(exam: "CPC").questions.count
      }
    }
    precondition(sum > 0)
    let perSecond = Double(count) / (replay.median / 1000) / 1e6
    return [
      .init(
        what: "full replay of a history from disk", goal: "2 M events/s",
        ours: "\(Timing.text(perSecond)) M events/s"),
      .init(
        what: "overview and domains over \(count) reviews", goal: "-",
        ours: "\(Timing.text(figures.median)) ms"),
      .init(
        what: "read one exam's bank, 1,000 questions", goal: "-",
        ours: "\(Timing.text(banks.median)) ms"),
    ]
  }
}
