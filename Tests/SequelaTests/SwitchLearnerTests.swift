import Screens
import Storage
import Study
import TestSupport
import Testing

@testable import sequela

/// Going from one learner to another and back, on real folders.
@Suite struct SwitchLearnerTests {
  /// Ada's folder is open, as the full screen opens it, and Grace has one too.
  private func opened(
    in folder: TemporaryFolder
  ) throws -> (store: LearnerStore, outside: FileOutside, world: World, workplace: Workplace) {
    var options = GlobalOptions()
    (options.data, options.banks) = (folder("data"), folder("banks"))
    let workplace = Workplace(options, environment: ["HOME": folder.path])
    for name in ["Ada", "Grace"] {
      try LearnerFolder.create(try LearnerName(name), workplace.locations)
    }
    var progress = Progress()
    let store = try workplace.open(try LearnerName("Ada"), progress: &progress)
    let world = World(
      learner: "Ada", learners: ["Ada", "Grace"], catalog: .make([]), exam: "",
      device: store.device, nextSequence: store.nextSequence)
    return (store, FileOutside(workplace: workplace, store: store), world, workplace)
  }

  @Test("Another learner and back: both folders open, whoever still holds the first one")
  func andBack() throws {
    let folder = try TemporaryFolder()
    let (store, program, before, _) = try opened(in: folder)
    var (outside, world) = (program, before)
    for name in ["Grace", "Ada", "Ada", "Grace"] {
      try outside.perform(.openLearner(name: name), on: &world, at: .evening)
      #expect(world.learner == name)
      try outside.perform(
        .record([world.event(.setting(key: "minutes", value: .number(25)), at: .evening)]),
        on: &world, at: .evening)
    }
    // The store of the start is alive to here: only its lock has ended.
    #expect(store.isReadOnly)
  }

  @Test("A learner who is open elsewhere is refused, and the one on show goes on")
  func elsewhere() throws {
    let folder = try TemporaryFolder()
    let (_, program, before, workplace) = try opened(in: folder)
    var (outside, world) = (program, before)
    var progress = Progress()
    let other = try workplace.open(try LearnerName("Grace"), progress: &progress)
    #expect(throws: OutsideError.self) {
      try outside.perform(.openLearner(name: "Grace"), on: &world, at: .evening)
    }
    #expect(world.learner == "Ada")
    try outside.perform(
      .record([world.event(.setting(key: "minutes", value: .number(25)), at: .evening)]),
      on: &world, at: .evening)
    #expect(world.settings.minutes == 25)
    #expect(!other.isReadOnly)
  }
}
