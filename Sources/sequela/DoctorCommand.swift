import ArgumentParser
import Storage
import Study

/// `sequela doctor`: where everything lies, and whether it is sound.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show where everything lies, and check it.",
    discussion: "Exits with 1 where something needs attention. Nothing is changed.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workplace = Workplace(options)
    let locations = workplace.locations
    print("data    \(locations.data)")
    print("state   \(locations.state)")
    print("config  \(locations.config)")
    let loaded = workplace.library.load()
    for problem in loaded.problems.prefix(10) {
      print("bank    \(problem.file): \(problem.message)")
    }
    print(
      "banks   \(loaded.banks.reduce(0) { $0 + $1.questions.count }) questions "
        + "in \(loaded.banks.count) files, \(loaded.problems.count) problems")
    var isSound = loaded.problems.allSatisfy { $0.severity != .error }
    let names = try failing { () throws(StorageError) in try LearnerFolder.names(locations) }
    for name in names {
      do throws(StorageError) {
        let health = try LearnerHealth(name, locations)
        print("learner \(name): \(health.sentence)")
        for line in health.lines.prefix(20) { print("        damaged: \(line)") }
        isSound = isSound && health.isSound
      } catch {
        print("learner \(name): \(error)")
        isSound = false
      }
    }
    if !isSound { throw Exit.failure }
  }
}
