import Storage
import Study

/// What `bank check` found, in the order in which it is shown: the worst first, then by file and line.
struct BankCheckReport {
  let problems: [BankProblem]
  /// The counts over each exam's bank.
  let audits: [BankAudit]
  private let files: Int
  private let questions: Int

  /// Holds the banks to every rule.
  init(_ check: BankCheck, on day: CalendarDay, codes: CodeTables? = nil) {
    audits = check.profiles.compactMap { exam in
      guard check.banks.contains(where: { $0.exam == exam.id && !$0.questions.isEmpty }) else {
        return nil
      }
      let isWhole = check.wholeExams.contains(exam.id)
      return BankAudit(
        BankSample(check.banks, of: exam, on: day, isWhole: isWhole, codes: codes))
    }
    let found = BankCheck.located(check.problems + audits.flatMap(\.problems))
    problems = found.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity < b.severity }
      if a.file != b.file { return a.file < b.file }
      if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
      return left.offset < right.offset
    }.map(\.element)
    files = check.files
    questions = check.banks.reduce(0) { $0 + $1.questions.count }
  }

  /// Whether anything is worse than a warning.
  var hasFailed: Bool { problems.contains { $0.severity != .warn } }

  private func count(_ severity: BankProblem.Severity) -> Int {
    problems.count { $0.severity == severity }
  }

  private var waived: [BankAudit.Waived] { audits.flatMap(\.waived) }

  // MARK: Text

  /// The findings, what was waived, the figures where they are asked for, and a summary, as lines.
  /// - Parameter limit: the most findings that are shown; nil shows all.
  func lines(limit: Int?, figures: Bool = false, color: Bool) -> [String] {
    let shown = problems.prefix(limit ?? problems.count)
    var lines = shown.flatMap { Self.lines(of: $0, color: color) + [""] }
    let hidden = problems.count - shown.count
    if hidden > 0 {
      lines += ["... and \(Self.amount(hidden, "more finding")); --limit 0 shows all.", ""]
    }
    if !waived.isEmpty {
      lines += waived.map { "waived: \($0.question): \($0.rule), \(TextSafety.excerpt($0.why))" }
      lines.append("")
    }
    if figures { lines += audits.flatMap { BankFigureTable.lines(of: $0, color: color) + [""] } }
    lines.append(summary)
    return lines
  }

  /// The counts as a sentence.
  private var summary: String {
    let place = "\(Self.amount(files, "file")) with \(Self.amount(questions, "sound question"))"
    let aside = waived.isEmpty ? "" : ", \(waived.count) waived"
    if problems.isEmpty { return "Nothing wrong in \(place)\(aside)." }
    let found = BankProblem.Severity.allCases.compactMap { severity in
      let count = count(severity)
      return count == 0 ? nil : Self.amount(count, Self.name(of: severity))
    }
    return found.joined(separator: ", ") + " in \(place)\(aside)."
  }

  private static func lines(of problem: BankProblem, color: Bool) -> [String] {
    func painted(_ text: String, _ code: String) -> String {
      color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    var place = problem.file
    if let line = problem.line { place += ":\(line)" }
    let severity = painted(
      name(of: problem.severity), problem.severity == .warn ? "1;33" : "1;31")
    let question = problem.question.map { TextSafety.excerpt($0) + ": " } ?? ""
    let start = place.isEmpty ? "" : painted(place, "1") + ": "
    var lines = ["\(start)\(severity): \(question)\(problem.message) [\(problem.rule)]"]
    if !problem.excerpt.isEmpty { lines.append("    | \(problem.excerpt)") }
    if !problem.fix.isEmpty { lines.append("    = \(problem.fix)") }
    return lines
  }

  private static func name(of severity: BankProblem.Severity) -> String {
    switch severity {
    case .error: "error"
    case .fail: "fail"
    case .warn: "warning"
    }
  }

  private static func amount(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  // MARK: JSON

  /// Every finding, never limited, and the counts.
  var json: JSONValue {
    [
      "findings": .array(problems.map(Self.json)),
      "summary": [
        "files": .number(Double(files)), "questions": .number(Double(questions)),
        "errors": .number(Double(count(.error))), "fails": .number(Double(count(.fail))),
        "warnings": .number(Double(count(.warn))),
        "waived": .array(
          waived.map {
            ["rule": .string($0.rule), "question": .string($0.question), "why": .string($0.why)]
          }),
        "exams": .object(
          audits.map { JSONValue.Member($0.exam, BankFigureTable.json(of: $0)) }),
      ],
    ]
  }

  private static func json(_ problem: BankProblem) -> JSONValue {
    [
      "rule": .string(problem.rule), "severity": .string(problem.severity.rawValue),
      "file": .string(problem.file),
      "question": problem.question.map(JSONValue.string) ?? .null,
      "message": .string(problem.message), "fix": .string(problem.fix),
      "excerpt": .string(problem.excerpt),
    ]
  }
}
