import ArgumentParser
import Screens
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
    let loaded = workplace.library.load()
    var isSound = loaded.problems.allSatisfy { $0.severity != .error }
    let names = try failing { () throws(StorageError) in
      try LearnerFolder.names(workplace.locations)
    }
    var learners: [(name: String, health: LearnerHealth?, sentence: String)] = []
    for name in names {
      do throws(StorageError) {
        let health = try LearnerHealth(name, workplace.locations)
        learners.append((name.text, health, health.sentence))
        isSound = isSound && health.isSound
      } catch {
        learners.append((name.text, nil, error.description))
        isSound = false
      }
    }
    if options.json {
      print(json(workplace.locations, loaded, learners, isSound: isSound).text(.pretty))
    } else {
      printText(workplace.locations, loaded, learners)
    }
    if !isSound { throw Exit.failure }
  }

  private func printText(
    _ locations: Locations, _ loaded: LoadedBanks,
    _ learners: [(name: String, health: LearnerHealth?, sentence: String)]
  ) {
    var lines = [
      "data    \(locations.data)", "state   \(locations.state)", "config  \(locations.config)",
    ]
    lines += loaded.problems.prefix(10).map { problem in
      let place = [problem.file, problem.question ?? ""].filter { !$0.isEmpty }
      return "bank    \(place.joined(separator: ", ")): \(problem.message)"
    }
    if loaded.problems.count > 10 {
      lines.append(
        "        and \(loaded.problems.count - 10) more; `sequela bank check` names all")
    }
    lines.append(
      "banks   \(loaded.banks.reduce(0) { $0 + $1.questions.count }) questions "
        + "in \(loaded.banks.count) files, \(Wording.counted(loaded.problems.count, "problem"))")
    for (name, health, sentence) in learners {
      lines.append("learner \(name): \(sentence)")
      lines += (health?.lines ?? []).prefix(20).map { "        damaged: \($0)" }
    }
    for line in lines { print(PlainText.safe(line)) }
  }

  private func json(
    _ locations: Locations, _ loaded: LoadedBanks,
    _ learners: [(name: String, health: LearnerHealth?, sentence: String)], isSound: Bool
  ) -> JSONValue {
    .object([
      .init("sound", .bool(isSound)), .init("data", .string(locations.data)),
      .init("state", .string(locations.state)), .init("config", .string(locations.config)),
      .init(
        "questions", .number(Double(loaded.banks.reduce(0) { $0 + $1.questions.count }))),
      .init("bankFiles", .number(Double(loaded.banks.count))),
      .init("bankProblems", .number(Double(loaded.problems.count))),
      .init(
        "learners",
        .array(
          learners.map { name, health, sentence in
            .object([
              .init("learner", .string(name)), .init("sound", .bool(health?.isSound ?? false)),
              .init("events", health.map { .number(Double($0.events)) } ?? .null),
              .init("message", .string(sentence)),
              .init("damaged", .array((health?.lines ?? []).map { .string($0) })),
            ])
          })),
    ])
  }
}
