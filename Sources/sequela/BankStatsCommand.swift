import ArgumentParser
import Storage
import Study

/// `sequela bank stats`: what the banks hold.
struct BankStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what the banks hold, by domain, kind, level, pool, duty and code year.")

  @OptionGroup var options: GlobalOptions

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
  var day: String?

  @Argument(help: ArgumentHelp("Only this exam.", valueName: "exam"))
  var exam: String?

  func validate() throws { _ = try BankCommand.day(named: day) }

  func run() throws {
    let loaded = options.library.load()
    let exams = loaded.profiles.filter { exam == nil || $0.id == exam?.uppercased() }
    if exams.isEmpty {
      for problem in loaded.problems { complain(problem.sentence) }
      if let exam, !loaded.profiles.isEmpty {
        let known = loaded.profiles.map(\.id).joined(separator: ", ")
        complain("no exam \(TextSafety.excerpt(exam)) is here; name one of \(known).")
      }
      throw Exit.noInput
    }
    let day = try BankCommand.day(named: day)
    let holdings = exams.map { BankHoldings(loaded.banks, of: $0, on: day) }
    if options.json {
      print(JSONValue.array(holdings.map(BankHoldingsTable.json)).text(.pretty))
    } else {
      for holding in holdings {
        for line in BankHoldingsTable.lines(of: holding, ascii: options.ascii) { print(line) }
        print("")
      }
    }
    BankCommand.mention(loaded.problems)
  }
}

/// What a bank holds, as a table with bars and as JSON.
enum BankHoldingsTable {
  static func lines(of holdings: BankHoldings, ascii: Bool) -> [String] {
    let forms = holdings.forms == 1 ? "1 whole form" : "\(holdings.forms) whole forms"
    var title = "\(holdings.exam), \(holdings.title): \(holdings.questions) questions, \(forms)"
    if holdings.shared > 0 { title += ", \(holdings.shared) more shared with other exams" }
    if holdings.expired > 0 { title += ", \(holdings.expired) expired" }
    let most = holdings.domains.map(\.questions).max() ?? 0
    let ids = holdings.domains.map(\.id.count).max() ?? 0
    var lines = [title, ""]
    lines += holdings.domains.map { domain in
      let bar = bar(domain.questions, of: most, ascii: ascii)
      let forms = tenths(domain.forms)
      return "  \(padded(domain.id, ids))  \(right(domain.questions, 5))  \(bar)"
        + "  \(right(domain.choices, 4)) for exams, \(forms) forms"
    }
    lines += ["", row("kind", holdings.kinds), row("level", holdings.levels)]
    lines += [row("pool", holdings.pools), row("duty", holdings.duties)]
    lines.append(row("from", holdings.years))
    return lines
  }

  static func json(_ holdings: BankHoldings) -> JSONValue {
    func counts(_ counts: [BankHoldings.Count]) -> JSONValue {
      .object(counts.map { JSONValue.Member($0.name, .number(Double($0.count))) })
    }
    return [
      "exam": .string(holdings.exam), "title": .string(holdings.title),
      "questions": .number(Double(holdings.questions)),
      "shared": .number(Double(holdings.shared)), "forms": .number(Double(holdings.forms)),
      "expired": .number(Double(holdings.expired)),
      "domains": .array(
        holdings.domains.map {
          [
            "id": .string($0.id), "title": .string($0.title),
            "questions": .number(Double($0.questions)), "choices": .number(Double($0.choices)),
            "forms": .number($0.forms),
          ]
        }),
      "kinds": counts(holdings.kinds), "levels": counts(holdings.levels),
      "pools": counts(holdings.pools), "duties": counts(holdings.duties),
      "from": counts(holdings.years),
    ]
  }

  private static func row(_ name: String, _ counts: [BankHoldings.Count]) -> String {
    let parts = counts.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }
    return "  \(padded(name, 6))\(parts.isEmpty ? "-" : parts.joined(separator: ", "))"
  }

  /// A bar of 24 columns.
  private static func bar(_ count: Int, of most: Int, ascii: Bool) -> String {
    let columns = most == 0 ? 0 : (24 * count + most - 1) / most
    return String(repeating: ascii ? "#" : "█", count: columns)
      + String(repeating: ascii ? "." : "·", count: 24 - columns)
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
