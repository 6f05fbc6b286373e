import Storage
import Study

/// What `bank check` found, in the order in which it is shown: the worst first, then by file and line.
struct BankCheckReport {
  let problems: [BankProblem]
  private let files: Int
  private let questions: Int

  init(_ check: BankCheck) {
    problems = check.problems.enumerated().sorted { left, right in
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

  // MARK: Text

  /// The findings and a summary, as lines.
  /// - Parameter limit: the most findings that are shown; nil shows all.
  func lines(limit: Int?, color: Bool) -> [String] {
    let shown = problems.prefix(limit ?? problems.count)
    var lines = shown.flatMap { Self.lines(of: $0, color: color) + [""] }
    let hidden = problems.count - shown.count
    if hidden > 0 {
      lines += ["... and \(Self.amount(hidden, "more finding")); --limit 0 shows all.", ""]
    }
    lines.append(summary)
    return lines
  }

  /// The counts, as one sentence. `2 errors, 1 warning in 14 files with 340 sound questions.`
  private var summary: String {
    let place = "\(Self.amount(files, "file")) with \(Self.amount(questions, "sound question"))"
    if problems.isEmpty { return "Nothing wrong in \(place)." }
    let found = BankProblem.Severity.allCases.compactMap { severity in
      let count = count(severity)
      return count == 0 ? nil : Self.amount(count, Self.name(of: severity))
    }
    return found.joined(separator: ", ") + " in \(place)."
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
