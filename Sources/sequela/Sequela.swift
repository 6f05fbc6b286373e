import ArgumentParser

/// The program's command line.
@main
struct Sequela: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sequela",
    abstract: "Study for CPC, RHIT and CCA: daily cards, mock exams, progress.",
    discussion: """
      Without a command Sequela opens the full screen: what is due today, and everything else \
      from there. The first start takes four steps. All answers stay on this computer, in \
      plain files under ~/.local/share/sequela.

      Examples:
        sequela                     open it
        sequela study CPC           straight into today's cards
        sequela due                 what is due, in one line
        sequela study --plain       the same in lines, for screen readers and pipes
        sequela bank check          check question banks, your own too
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, StudyCommand.self, ExamCommand.self, DueCommand.self, StatsCommand.self,
      BankCommand.self,
      LearnerCommand.self, MemoryCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)
}
