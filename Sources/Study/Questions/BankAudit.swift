/// An exam's banks held against every rule: the findings, the figures, and what was waived.
package struct BankAudit: Equatable, Sendable {
  /// A rule's count in this bank.
  package struct Row: Equatable, Sendable {
    package var rule: String
    package var name: String
    package var figure: BankFigure
  }

  /// A finding that its question's author waived.
  package struct Waived: Equatable, Sendable {
    package var rule: String
    package var question: String
    /// The author's reason.
    package var why: String
  }

  package var exam: String
  /// How many questions have four options and one key: what the figures are about.
  package var choices: Int
  package var problems: [BankProblem]
  package var rows: [Row]
  package var waived: [Waived]

  /// Under so many questions of an exam no count over all of them is worse than a warning.
  package static let enough = 100

  package init(_ sample: BankSample) {
    exam = sample.exam.id
    choices = sample.choices.count
    (problems, waived) = Self.questionFindings(in: sample)
    rows = BankRules.ofBanks.map {
      Row(rule: $0.id, name: $0.name, figure: $0.figure(of: sample))
    }
    let flags = rows.filter { BankRules.flagging.contains($0.rule) }.map(\.figure.questions)
    let (once, twice) = FlaggedQuestions.figures(flags: flags, of: sample)
    rows.append(
      Row(rule: FlaggedQuestions.once.id, name: FlaggedQuestions.once.name, figure: once))
    rows.append(
      Row(rule: FlaggedQuestions.twice.id, name: FlaggedQuestions.twice.name, figure: twice))
    problems += bankFindings()
  }

  /// What the rules of single questions find, waived findings apart.
  private static func questionFindings(
    in sample: BankSample
  ) -> (problems: [BankProblem], waived: [Waived]) {
    var problems: [BankProblem] = []
    var waived: [Waived] = []
    for item in sample.items {
      for rule in BankRules.ofQuestions {
        let complaints = rule.complaints(about: item, in: sample)
        if complaints.isEmpty { continue }
        if let waiver = item.question.allow.first(where: { $0.rule == rule.id }) {
          waived.append(Waived(rule: rule.id, question: item.question.id, why: waiver.why))
          continue
        }
        problems += complaints.map { complaint in
          BankProblem(
            rule: rule.id, severity: rule.severity, file: item.file, question: item.question.id,
            message: complaint.message, fix: complaint.fix,
            excerpt: TextSafety.excerpt(complaint.text))
        }
      }
    }
    return (problems, waived)
  }

  /// What the figures come to.
  ///
  /// Where a rule named its questions one by one, only a count that fails the bank adds something,
  /// and where it named them as errors not even that.
  private func bankFindings() -> [BankProblem] {
    let named = Dictionary(
      BankRules.ofQuestions.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    let fixes = Dictionary(
      BankRules.ofBanks.map { ($0.id, $0.fix) }, uniquingKeysWith: { first, _ in first })
    return rows.compactMap { row in
      let isFail = row.figure.verdict == .fail && choices >= Self.enough
      guard row.figure.verdict == .fail || row.figure.verdict == .warn else { return nil }
      if let severity = named[row.rule], severity == .error || !isFail { return nil }
      var message = "\(row.name): \(row.figure.value); \(row.figure.limit)"
      if !row.figure.note.isEmpty { message += " (\(row.figure.note))" }
      return BankProblem(
        rule: row.rule, severity: isFail ? .fail : .warn, file: exam,
        message: message, fix: fixes[row.rule] ?? FlaggedQuestions.fix,
        excerpt: Self.list(row.figure.questions))
    }
  }

  /// The first few ids, and how many more there are.
  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(8).joined(separator: ", ")
    return ids.count > 8 ? "\(shown) and \(ids.count - 8) more" : shown
  }
}
