import ArgumentParser
import Glibc
import Storage
import Study

/// `sequela bank check`: everything that is wrong with some banks, at once.
struct BankCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Name everything that is wrong with question banks.",
    discussion: """
      Without a path all banks are checked that the program would use. Each finding names the file, \
      the question, what is wrong and how to mend it, the worst first.

      Exits with 1 where there is an error or a fail; warnings alone exit with 0.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Show at most this many findings; 0 shows all.", valueName: "count"))
  var limit = 50

  @Argument(
    help: ArgumentHelp("Bank files and folders.", valueName: "path"),
    completion: .file(extensions: ["json"]))
  var paths: [String] = []

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes 0 or a count.") }
  }

  func run() throws {
    for path in paths where access(path, F_OK) != 0 {
      complain(
        "\(TextSafety.excerpt(path, limit: 400)) does not exist; check the path.")
      throw Exit.noInput
    }
    let check =
      paths.isEmpty
      ? BankCheck(options.library) : BankCheck(paths: paths, library: options.library)
    let report = BankCheckReport(check)
    if options.json {
      print(report.json.text(.pretty))
    } else {
      for line in report.lines(limit: limit == 0 ? nil : limit, color: options.usesColor) {
        print(line)
      }
    }
    if report.hasFailed { throw ExitCode(1) }
  }
}
