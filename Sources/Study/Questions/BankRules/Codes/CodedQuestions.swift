/// The codes of a question, and what its author said of them.
enum CodedQuestions {
  /// The codes of what is right, each once.
  static func keys(of item: BankItem) -> [String] {
    var codes: [String]
    if case .code(let answer) = item.question.body {
      codes = answer.accept.map { $0.uppercased() }
    } else {
      codes = item.options.filter(\.option.isCorrect).flatMap(realCodes)
    }
    var seen: Set<String> = []
    codes.removeAll { !seen.insert($0).inserted }
    return codes
  }

  /// The codes of what is wrong, each once.
  static func distractors(of item: BankItem) -> [String] {
    Set(item.options.filter { !$0.option.isCorrect }.flatMap(realCodes)).sorted()
  }

  /// The codes of an option, counts such as "x10" apart, which look like a code in capitals.
  private static func realCodes(of option: OptionText) -> [String] {
    option.codes.filter { code in
      guard code.hasPrefix("X"), code.dropFirst().utf8.allSatisfy(\.isDigit) else { return true }
      return !option.option.text.contains("x" + code.dropFirst())
    }
  }

  /// Codes in wrong options that are deleted or incomplete on purpose, without dots.
  static func onPurpose(_ item: BankItem) -> Set<String> {
    Set(item.question.invalidOnPurpose.map(CodeTables.bare))
  }

  /// Whether the stem asks for something wider than a code, so that a heading may be right.
  static func asksForHeading(_ item: BankItem) -> Bool {
    let stem = String(decoding: item.stem.lower, as: UTF8.self)
    return [
      "categor", "chapter", "block", "range", "table", "root operation", "first three char",
      "first 3 char", "first four char", "first 4 char", "section of",
    ].contains { stem.contains($0) }
  }

  /// "not in the table of 2026", "not reportable in 2026 and 2027 (a heading, or ended)".
  static func words(for finding: CodeTables.Finding) -> String? {
    func named(_ years: [Int], _ what: String, none: String) -> String {
      if years.isEmpty { return none }
      let list = Set(years).sorted().map(String.init).joined(separator: " and ")
      return "\(what) \(list)"
    }
    switch finding {
    case .sound: return nil
    case .header(let years):
      return named(years, "not reportable in", none: "not reportable") + " (a heading, or ended)"
    case .missing(let years):
      return named(years, "not in the table of", none: "in no table")
    }
  }
}
