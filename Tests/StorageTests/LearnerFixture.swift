import FSRS
import Study
import TestSupport

@testable import Storage

/// A learner's folder in a temporary place.
struct LearnerFixture {
  let folder: TemporaryFolder
  let locations: Locations
  let name: LearnerName

  init() throws {
    folder = try TemporaryFolder()
    locations = Locations(
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder("state")],
      dataFolder: folder("data"))
    name = try LearnerName("Ada")
    try LearnerFolder.create(name, locations)
  }
}

/// Tests that open such a folder, append to it and look at its files.
protocol LearnerFolderTests {
  var fixture: LearnerFixture { get }
}

extension LearnerFolderTests {
  var folder: TemporaryFolder { fixture.folder }
  var locations: Locations { fixture.locations }
  var name: LearnerName { fixture.name }
  var history: String { "data/learners/Ada/history/0000002a.jsonl" }

  func open(
    device: UInt32 = 0x2a, readOnly: Bool = false
  ) throws -> (LearnerStore, Progress) {
    var progress = Progress()
    let store = try LearnerStore(
      name, locations, readOnly: readOnly, newDevice: { device }, progress: &progress)
    return (store, progress)
  }

  func review(
    _ store: LearnerStore, _ question: String, _ rating: Rating = .good, minute: Int = 600,
    day: Int = 0
  ) -> HistoryEvent {
    .make(
      .review(
        Review(
          question: question, exam: "CPC", rating: rating, isCorrect: rating.isPass,
          milliseconds: 4000, days: rating.isPass ? 3 : nil)),
      at: .at(minute: minute, day: day), sequence: store.nextSequence, device: store.device)
  }
}
