import ArgumentParser
import Glibc
import Storage

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The learner to work for.", valueName: "name"))
  var learner: String?

  @Option(
    help: ArgumentHelp(
      "The folder of all learners' data, instead of $XDG_DATA_HOME/sequela.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp("Read question banks from this folder only.", valueName: "dir"),
    completion: .directory)
  var banks: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Speak in lines instead of drawing a screen; for screen readers and pipes.")
  var plain = false

  @Flag(help: "Use no colors; so does a set NO_COLOR.")
  var noColor = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false
}

extension GlobalOptions {
  /// The banks that the options and the environment name.
  var library: BankLibrary { Workplace(self).library }

  /// Whether standard output shows colors: on a terminal, unless `--no-color` or `$NO_COLOR` says no.
  var usesColor: Bool { Workplace(self).wantsColor && isatty(STDOUT_FILENO) == 1 }
}
