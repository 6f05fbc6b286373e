import ArgumentParser

/// `sequela memory`: the memory model, by itself.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Compute, fit and judge the memory model that decides when a card returns.",
    subcommands: [
      MemoryReplayCommand.self, MemoryFitCommand.self, MemoryEvaluateCommand.self,
    ])
}
