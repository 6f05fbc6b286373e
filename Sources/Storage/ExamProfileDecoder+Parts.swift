import Study

extension BankScanner {
  private static let profileKeys = [
    "formatVersion", "id", "title", "body", "summary", "questions", "unscored", "minutes", "score",
    "order", "openBook", "books", "backtrack", "domains", "facts",
  ]

  /// Reads a whole `exam.json`.
  mutating func readProfile(into draft: inout ExamProfileDraft) throws(JSONError) {
    let keys = try object("the file", keys: Self.profileKeys) { scanner, key throws(JSONError) in
      switch key {
      case "formatVersion": draft.version = try scanner.version(of: "exam")
      case "id": draft.id = try scanner.examID()
      case "title": draft.title = try scanner.text("title")
      case "body": draft.body = try scanner.text("body")
      case "summary": draft.summary = try scanner.text("summary", lines: true)
      case "questions": draft.questions = try scanner.integer("questions", in: 1...1000)
      case "unscored": draft.unscored = try scanner.integer("unscored", in: 0...1000)
      case "minutes": draft.minutes = try scanner.integer("minutes", in: 1...1440)
      case "score": draft.score = try scanner.score()
      case "order":
        draft.order = try scanner.word("order", rule: "unknown-order", as: ExamProfile.Order.self)
      case "openBook": draft.isOpenBook = try scanner.flag("openBook")
      case "books": draft.books = try scanner.texts("books", each: "a book")
      case "backtrack": draft.allowsBacktracking = try scanner.flag("backtrack")
      case "domains": draft.domains = try scanner.domains()
      default: draft.facts = try scanner.facts()
      }
    }
    if let keys { require(Self.profileKeys, of: "the file", in: keys, at: 0) }
  }

  /// An exam's id: 2 to 16 of A-Z, 0-9 and `-`, a letter first.
  private mutating func examID() throws(JSONError) -> String? {
    guard let id = try text("id", mayBeBlank: true) else { return nil }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let isWellFormed =
      (2...16).contains(id.utf8.count) && id.utf8.first.map(letters.contains) == true
      && id.utf8.allSatisfy { letters.contains($0) || (48...57).contains($0) || $0 == 45 }
    if isWellFormed { return id }
    note(
      "bad-id", "id is not 2 to 16 of A-Z, 0-9 and \"-\"", fix: "write it like \"CPC\"", text: id,
      at: reader.offset - 1)
    return nil
  }

  private mutating func score() throws(JSONError) -> ExamProfile.Score? {
    let all = ["kind", "low", "high", "pass", "assumedCut", "assumedBand"]
    var kind: String?
    var numbers: [String: Double] = [:]
    var band: ClosedRange<Double>?
    let place = reader.offset
    let errors = errorCount
    let keys = try object("score", keys: all) { scanner, key throws(JSONError) in
      switch key {
      case "kind": kind = try scanner.text("score kind")
      case "assumedBand": band = try scanner.range("assumedBand", within: 0...1)
      default: numbers[key] = try scanner.number(key)
      }
    }
    guard let keys, errors == errorCount else { return nil }
    require(["kind", "pass"], of: "score", in: keys, at: place)
    switch kind {
    case "percent":
      for key in keys.names where key != "kind" && key != "pass" {
        note(
          "misplaced-key", "a score in percent has no \"\(key)\"", fix: "remove it", text: key,
          at: place)
      }
      guard let pass = numbers["pass"] else { return nil }
      return check(.percent(pass: pass), (0...100).contains(pass), at: place)
    case "scaled":
      require(all, of: "a scaled score", in: keys, at: place)
      guard let low = numbers["low"], let high = numbers["high"], let pass = numbers["pass"],
        let cut = numbers["assumedCut"], let band
      else { return nil }
      let score = ExamProfile.Score.scaled(
        low: low, high: high, pass: pass, assumedCut: cut, assumedBand: band)
      return check(score, low < pass && pass <= high && band.contains(cut), at: place)
    default:
      note(
        "unknown-score", "score kind is unknown", fix: "write \"percent\" or \"scaled\"",
        text: kind ?? "", at: place)
      return nil
    }
  }

  private mutating func check(
    _ score: ExamProfile.Score, _ isSound: Bool, at place: Int
  ) -> ExamProfile.Score? {
    if isSound { return score }
    note(
      "range", "the score's numbers do not fit together",
      fix: "keep low < pass <= high, the cut inside its band, and percent within 0 to 100",
      at: place)
    return nil
  }

  private mutating func domains() throws(JSONError) -> [ExamProfile.Domain]? {
    let errors = errorCount
    let domains: [ExamProfile.Domain]? = try list("domains") { scanner throws(JSONError) in
      var domain = ExamProfile.Domain(id: "", title: "", questions: 0)
      let keys = try scanner.object("a domain", keys: ["id", "title", "questions", "percent"]) {
        scanner, key throws(JSONError) in
        switch key {
        case "id": domain.id = try scanner.identifier("a domain's id") ?? ""
        case "title": domain.title = try scanner.text("a domain's title") ?? ""
        case "questions":
          domain.questions = try scanner.integer("a domain's questions", in: 0...1000) ?? 0
        default: domain.percent = try scanner.range("percent", within: 0...100)
        }
      }
      if let keys {
        scanner.require(
          ["id", "title", "questions"], of: "a domain", in: keys, at: scanner.reader.offset - 1)
      }
      return domain
    }
    return errors == errorCount ? domains : nil
  }

  private mutating func facts() throws(JSONError) -> [ExamProfile.Fact] {
    let all = ["claim", "source", "checked", "confidence"]
    return try list("facts") { scanner throws(JSONError) in
      var claim = ""
      var source = ""
      var checked: CalendarDay?
      var confidence: ExamProfile.Fact.Confidence?
      let keys = try scanner.object("a fact", keys: all) { scanner, key throws(JSONError) in
        switch key {
        case "claim": claim = try scanner.text("claim") ?? ""
        case "source": source = try scanner.text("source") ?? ""
        case "checked": checked = try scanner.date("checked")
        default:
          confidence = try scanner.word(
            "confidence", rule: "unknown-confidence", as: ExamProfile.Fact.Confidence.self)
        }
      }
      if let keys {
        scanner.require(all, of: "a fact", in: keys, at: scanner.reader.offset - 1)
      }
      guard let checked, let confidence else { return nil }
      return ExamProfile.Fact(
        claim: claim, source: source, checked: checked, confidence: confidence.rawValue)
    } ?? []
  }

  /// Two ascending numbers, `[19, 25]`.
  private mutating func range(
    _ name: String, within outer: ClosedRange<Double>
  ) throws(JSONError) -> ClosedRange<Double>? {
    let errors = errorCount
    let ends = try list(name) { scanner throws(JSONError) in try scanner.number(name) }
    guard errors == errorCount, let ends else { return nil }
    if ends.count == 2, ends[0] <= ends[1], outer.contains(ends[0]), outer.contains(ends[1]) {
      return ends[0]...ends[1]
    }
    note(
      "range", "\(name) is no pair of ascending numbers",
      fix: "write two numbers from \(outer.lowerBound) to \(outer.upperBound), the smaller first",
      at: reader.offset - 1)
    return nil
  }
}

extension ExamProfile.Fact {
  /// The words of ``confidence``.
  enum Confidence: String, CaseIterable {
    case high, med, low
  }
}
