import ArgumentParser

@main
struct Sequela: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sequela")
}
