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

      An error is a fault of one question or file; a fail is a count over an exam's bank that gives \
      answers away, such as keys longer than distractors; under 100 questions such a count only \
      warns. A question waives a rule with "allow". Exits with 1 where there is an error or a fail; \
      warnings alone exit with 0.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "A folder with code tables that you hold (CMS order files, the HCPCS file, or code, tab, "
        + "billable, tab, title): keys are checked against them.",
      valueName: "dir"),
    completion: .directory)
  var codes: String?

  @Flag(help: "Show every count over each bank, also those that pass.")
  var figures = false

  @Option(help: ArgumentHelp("Show at most this many findings; 0 shows all.", valueName: "count"))
  var limit = 50

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
  var day: String?

  @Argument(
    help: ArgumentHelp("Bank files and folders.", valueName: "path"),
    completion: .file(extensions: ["json"]))
  var paths: [String] = []

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes 0 or a count.") }
    _ = try BankCommand.day(named: day)
  }

  func run() throws {
    for path in paths + [codes].compactMap(\.self) where access(path, F_OK) != 0 {
      complain(
        "\(TextSafety.excerpt(path, limit: 400)) does not exist; check the path.")
      throw Exit.noInput
    }
    var check =
      paths.isEmpty
      ? BankCheck(options.library) : BankCheck(paths: paths, library: options.library)
    var tables: CodeTables?
    if let codes {
      let read = BankCodeTables.read(codes)
      tables = read.tables
      check.problems += read.problems
    }
    let report = BankCheckReport(check, on: try BankCommand.day(named: day), codes: tables)
    if options.json {
      print(report.json.text(.pretty))
    } else {
      let limit = limit == 0 ? nil : limit
      let lines = report.lines(limit: limit, figures: figures, color: options.usesColor)
      for line in lines { print(line) }
    }
    if report.hasFailed { throw ExitCode(1) }
  }
}
