import Study

extension BankScanner {
  private static let bankKeys = [
    "formatVersion", "exam", "domain", "title", "exhibits", "questions",
  ]
  /// No file holds more questions.
  static let mostQuestions = 20_000

  /// Reads a whole bank file.
  mutating func readBank(into parts: inout BankParts) throws(JSONError) {
    let keys = try object("the file", keys: Self.bankKeys) { scanner, key throws(JSONError) in
      switch key {
      case "formatVersion": parts.version = try scanner.version(of: "bank")
      case "exam":
        parts.exam = try scanner.text("exam")
        parts.examPlace = scanner.reader.offset - 1
      case "domain":
        parts.domain = try scanner.text("domain")
        parts.domainPlace = scanner.reader.offset - 1
      case "title": parts.title = try scanner.text("title")
      case "exhibits":
        parts.exhibits =
          try scanner.list("exhibits", limit: BankScanner.mostQuestions) {
            scanner throws(JSONError) in try scanner.exhibit()
          } ?? []
      case "questions": try scanner.readQuestions(into: &parts)
      default: try scanner.reader.skip()
      }
    }
    if let keys {
      let required = ["formatVersion", "exam", "domain", "title", "questions"]
      require(required, of: "the file", in: keys, at: 0)
    }
    leaveOutRepeatedExhibits(of: &parts)
  }

  /// The format version; one that is not understood is noted.
  mutating func version(of what: String) throws(JSONError) -> Int? {
    guard let version = try integer("formatVersion", in: 0...1_000_000) else { return nil }
    if version != BankDecoder.formatVersion {
      let isNewer = version > BankDecoder.formatVersion
      note(
        "format-version",
        "this \(what) has format \(version); this program reads \(BankDecoder.formatVersion)",
        fix: isNewer ? "use a newer program" : "set \"formatVersion\" to 1", text: "\(version)",
        at: reader.offset - 1)
    }
    return version
  }

  private mutating func readQuestions(into parts: inout BankParts) throws(JSONError) {
    var seen: Set<String> = []
    let all = try list("questions", limit: Self.mostQuestions) {
      scanner throws(JSONError) -> Bool? in
      let firstProblem = scanner.problems.count
      let errors = scanner.errorCount
      _ = try scanner.reader.peek()
      let place = scanner.reader.offset
      let draft = try scanner.questionDraft()
      scanner.name(draft.id, from: firstProblem)
      scanner.question = draft.id
      if let id = draft.id, !seen.insert(id).inserted {
        scanner.note(
          "duplicate-id", "this id is used twice in the file", fix: "give the newer one a new id",
          text: id, at: place)
      }
      if let question = draft.question(in: &scanner, at: place), scanner.errorCount == errors {
        parts.questions.append(question)
        parts.questionPlaces.append(place)
      } else if let id = draft.id {
        parts.faulty.append(id)
      }
      scanner.question = nil
      return true
    }
    if let all, all.isEmpty {
      note(
        "empty", "the file holds no question", fix: "write one, or remove the file",
        at: reader.offset - 1)
    }
  }

  private mutating func exhibit() throws(JSONError) -> Exhibit? {
    let errors = errorCount
    var id: String?
    var title: String?
    var text: String?
    let keys = try object("an exhibit", keys: ["id", "title", "text"]) {
      scanner, key throws(JSONError) in
      switch key {
      case "id": id = try scanner.identifier("an exhibit's id")
      case "title": title = try scanner.text("an exhibit's title")
      default: text = try scanner.text("an exhibit's text", lines: true)
      }
    }
    if let keys {
      require(["id", "title", "text"], of: "an exhibit", in: keys, at: reader.offset - 1)
    }
    guard errors == errorCount, let id, let title, let text else { return nil }
    return Exhibit(id: id, title: title, text: text)
  }

  /// An id: 1 to 64 of a-z, 0-9 and `-`.
  mutating func identifier(_ name: String) throws(JSONError) -> String? {
    guard let id = try text(name, mayBeBlank: true) else { return nil }
    let isWellFormed =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !isWellFormed {
      note(
        "bad-id", "\(name) is not 1 to 64 of a-z, 0-9 and \"-\"",
        fix: "write it like \"cpc-icd-014\"", text: id, at: reader.offset - 1)
      return nil
    }
    return id
  }

  private mutating func leaveOutRepeatedExhibits(of parts: inout BankParts) {
    var seen: Set<String> = []
    parts.exhibits.removeAll { exhibit in
      if seen.insert(exhibit.id).inserted { return false }
      note(
        "duplicate-id", "two exhibits have the same id", fix: "give one of them a new id",
        text: exhibit.id)
      return true
    }
  }
}
