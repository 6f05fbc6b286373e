import Screens
import Storage
import Study
import TestSupport
import Testing

@testable import sequela

@Suite struct AddLearnerTests {
  @Test("Enter after settings that could not be written tries them again")
  func again() throws {
    let folder = try TemporaryFolder()
    var options = GlobalOptions()
    (options.data, options.banks) = (folder("data"), folder("banks"))
    let workplace = Workplace(options, environment: ["HOME": folder.path])
    let name = try LearnerName("Ada")
    try LearnerFolder.create(name, workplace.locations)
    // Nothing may be written beside a newer program's lines: the settings fail.
    let newer = "data/learners/Ada/history/00000099.jsonl"
    try folder.write("{\"v\":2}\n", to: newer)
    var outside = FileOutside(workplace: workplace, store: nil)
    var world = World(learner: "", catalog: .make([]), exam: "")
    let adding = Effect.addLearner(
      name: "Ada", settings: [.init(key: "minutes", value: .number(25))])
    var sentences: [String] = []
    for _ in 0..<2 {
      do throws(OutsideError) {
        try outside.perform(adding, on: &world, at: .evening)
      } catch {
        sentences.append(error.sentence)
      }
    }
    #expect(sentences.count == 2)
    #expect(sentences.first == sentences.last)
    #expect(sentences.first?.contains("read only") == true)
  }
}
