import ArgumentParser
import Storage
import Study

/// `sequela bank list`: the questions that the banks hold, one a line.
struct BankListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the questions of the banks, one a line.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Only this domain.", valueName: "id"))
  var domain: String?

  @Option(help: ArgumentHelp("Only topics that hold this text.", valueName: "text"))
  var topic: String?

  @Option(help: ArgumentHelp("Only this kind.", valueName: "kind"))
  var kind: Question.Kind?

  @Flag(help: "Only questions that hold no longer.")
  var expired = false

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
  var day: String?

  @Argument(help: ArgumentHelp("Only this exam.", valueName: "exam"))
  var exam: String?

  func validate() throws { _ = try BankCommand.day(named: day) }

  func run() throws {
    let day = try BankCommand.day(named: day)
    let loaded = options.library.load(exam: exam?.uppercased())
    if loaded.profiles.isEmpty || exam.map({ loaded.profile($0.uppercased()) == nil }) == true {
      for problem in loaded.problems { complain(problem.sentence) }
      throw Exit.noInput
    }
    let profiles = exam.map { [loaded.profile($0.uppercased())] } ?? loaded.profiles
    if let domain, !profiles.contains(where: { $0?.domain(domain) != nil }) {
      let known = profiles.compactMap { $0 }.map { profile in
        "\(profile.id): \(profile.domains.map(\.id).joined(separator: ", "))"
      }
      throw ValidationError(
        "There is no domain \(TextSafety.excerpt(domain)); name one of "
          + known.joined(separator: "; ") + ".")
    }
    let questions = loaded.banks.flatMap(\.questions).filter { isAskedFor($0, on: day) }
    if options.json {
      print(JSONValue.array(questions.map { Self.json($0, exam: home(of: $0)) }).text(.pretty))
      return
    }
    for line in Self.table(questions.map { Self.row($0, exam: home(of: $0)) }) {
      print(PlainText.safe(line))
    }
    print(questions.count == 1 ? "1 question." : "\(questions.count) questions.")
    BankCommand.mention(loaded.problems)
  }

  private func isAskedFor(_ question: Question, on day: CalendarDay) -> Bool {
    if expired, question.valid.to.map({ $0 < day }) != true { return false }
    if let kind, question.kind != kind { return false }
    if let domain, home(of: question).domain != domain { return false }
    if let topic, !question.topic.lowercased().contains(topic.lowercased()) { return false }
    return true
  }

  /// Where the question is met by candidates of the exam that is listed.
  private func home(of question: Question) -> Question.Placement {
    let exam = exam?.uppercased() ?? question.exam
    return Question.Placement(exam: exam, domain: question.domain(in: exam) ?? question.domain)
  }

  private static func row(_ question: Question, exam: Question.Placement) -> [String] {
    [
      question.id, exam.exam, exam.domain, question.kind.rawValue, question.pool.rawValue,
      question.level?.rawValue ?? "-", question.topic,
    ]
  }

  /// Rows with every column but the last as wide as its widest cell.
  private static func table(_ rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let isLast = column == row.count - 1
        return isLast ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
    }
  }

  private static func json(_ question: Question, exam: Question.Placement) -> JSONValue {
    [
      "id": .string(question.id), "exam": .string(exam.exam), "domain": .string(exam.domain),
      "kind": .string(question.kind.rawValue), "pool": .string(question.pool.rawValue),
      "level": question.level.map { .string($0.rawValue) } ?? .null,
      "topic": .string(question.topic), "stem": .string(question.stem),
      "from": question.valid.from.map { .string($0.description) } ?? .null,
      "to": question.valid.to.map { .string($0.description) } ?? .null,
    ]
  }
}

extension Question.Kind: ExpressibleByArgument {}
