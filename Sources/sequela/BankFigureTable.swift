import Storage
import Study

/// The counts over an exam's bank, as a table and as JSON.
enum BankFigureTable {
  static func lines(of audit: BankAudit, color: Bool) -> [String] {
    let count = audit.choices == 1 ? "1 question" : "\(audit.choices) questions"
    let title = "\(audit.exam): \(count) with four options and one key"
    let width = audit.rows.map(\.name.count).max() ?? 0
    return [title]
      + audit.rows.map { row in
        let verdict = word(for: row.figure.verdict)
        let sign = verdict + String(repeating: " ", count: 4 - verdict.count)
        let code = row.rule + String(repeating: " ", count: max(0, 3 - row.rule.count))
        let name = row.name + String(repeating: " ", count: width - row.name.count)
        return "  \(painted(sign, row.figure.verdict, color)) \(code) \(name)  \(row.figure.value)"
      }
  }

  static func json(of audit: BankAudit) -> JSONValue {
    [
      "choices": .number(Double(audit.choices)),
      "figures": .array(
        audit.rows.map { row in
          let figure = row.figure
          return [
            "rule": .string(row.rule), "name": .string(row.name),
            "verdict": .string(figure.verdict.rawValue), "value": .string(figure.value),
            "limit": .string(figure.limit), "rate": figure.rate.map(JSONValue.number) ?? .null,
            "count": .number(Double(figure.count)),
            "interval": figure.interval.map {
              .array([.number($0.lowerBound), .number($0.upperBound)])
            } ?? .null,
            "questions": .array(figure.questions.map(JSONValue.string)),
            "note": .string(figure.note),
          ]
        }),
    ]
  }

  private static func word(for verdict: BankFigure.Verdict) -> String {
    switch verdict {
    case .pass: "ok"
    case .warn: "warn"
    case .fail: "FAIL"
    case .unjudged: "-"
    case .info: "info"
    }
  }

  private static func painted(
    _ text: String, _ verdict: BankFigure.Verdict, _ color: Bool
  ) -> String {
    switch verdict {
    case .warn where color: "\u{1B}[1;33m\(text)\u{1B}[0m"
    case .fail where color: "\u{1B}[1;31m\(text)\u{1B}[0m"
    default: text
    }
  }
}
