import ArgumentParser

/// `sequela bank`: what the question banks hold, and what is wrong with them.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Check and list question banks; list reported faults.",
    subcommands: [BankCheckCommand.self, BankListCommand.self, BankReportsCommand.self])
}
