import Study

// The values inside a question.
extension BankScanner {
  mutating func options() throws(JSONError) -> [Question.Option]? {
    try list("options", limit: 12) { scanner throws(JSONError) in
      var option = Question.Option(text: "")
      let keys = try scanner.object("an option", keys: ["text", "correct", "error", "why"]) {
        scanner, key throws(JSONError) in
        switch key {
        case "text": option.text = try scanner.text("an option's text") ?? ""
        case "correct": option.isCorrect = try scanner.flag("correct") ?? false
        case "error": option.error = try scanner.text("error") ?? ""
        default: option.why = try scanner.text("why", lines: true, mayBeBlank: true) ?? ""
        }
      }
      if let keys, !keys.has("text") {
        scanner.require(["text"], of: "an option", in: keys, at: scanner.reader.offset - 1)
      }
      return option
    }
  }

  /// The codes that a code question accepts.
  mutating func accepted() throws(JSONError) -> [String]? {
    guard
      let codes = try list(
        "accept",
        element: { scanner throws(JSONError) in
          try scanner.text("an accepted code")
        })
    else { return nil }
    if codes.isEmpty {
      note(
        "empty", "accept holds no code", fix: "list every code that is right",
        at: reader.offset - 1)
    }
    return codes
  }

  mutating func difficulty() throws(JSONError) -> Double? {
    guard let share = try number("difficulty") else { return nil }
    if (0...1).contains(share) { return share }
    note(
      "difficulty", "difficulty is not between 0 and 1",
      fix: "write the share of just-qualified candidates expected to get it right, such as 0.62",
      text: "\(share)", at: reader.offset - 1)
    return nil
  }

  mutating func references() throws(JSONError) -> [Question.Reference] {
    try list("references") { scanner throws(JSONError) in
      var reference = Question.Reference(source: "", section: "")
      _ = try scanner.object("a reference", keys: ["source", "section"]) {
        scanner, key throws(JSONError) in
        let text = try scanner.text(key, mayBeBlank: true) ?? ""
        if key == "source" { reference.source = text } else { reference.section = text }
      }
      return reference
    } ?? []
  }

  mutating func validity() throws(JSONError) -> Question.Validity {
    var valid = Question.Validity()
    let keys = try object("valid", keys: ["from", "to"]) { scanner, key throws(JSONError) in
      let day = try scanner.date(key)
      if key == "from" { valid.from = day } else { valid.to = day }
    }
    if let keys, keys.isEmpty {
      note(
        "empty", "valid has neither from nor to", fix: "add a date, or remove \"valid\"",
        at: reader.offset - 1)
    }
    if let from = valid.from, let to = valid.to, from > to {
      note(
        "date-order", "valid ends before it begins", fix: "swap or mend \"from\" and \"to\"",
        text: "\(from) to \(to)", at: reader.offset - 1)
    }
    return valid
  }

  mutating func placements() throws(JSONError) -> [Question.Placement] {
    try list("alsoIn") { scanner throws(JSONError) in
      var exam: String?
      var domain: String?
      let keys = try scanner.object("alsoIn", keys: ["exam", "domain"]) {
        scanner, key throws(JSONError) in
        let text = try scanner.text(key)
        if key == "exam" { exam = text } else { domain = text }
      }
      if let keys {
        let place = scanner.reader.offset - 1
        scanner.require(["exam", "domain"], of: "alsoIn", in: keys, at: place)
      }
      guard let exam, let domain else { return nil }
      return Question.Placement(exam: exam, domain: domain)
    } ?? []
  }

  mutating func waivers() throws(JSONError) -> [Question.Waiver] {
    try list("allow") { scanner throws(JSONError) in
      var waiver = Question.Waiver(rule: "", why: "")
      let keys = try scanner.object("allow", keys: ["rule", "why"]) {
        scanner, key throws(JSONError) in
        let text = try scanner.text(key) ?? ""
        if key == "rule" { waiver.rule = text } else { waiver.why = text }
      }
      if let keys {
        let place = scanner.reader.offset - 1
        scanner.require(["rule", "why"], of: "allow", in: keys, at: place)
      }
      return waiver
    } ?? []
  }

  /// A list of texts.
  mutating func texts(_ name: String, each: String) throws(JSONError) -> [String] {
    try list(name) { scanner throws(JSONError) in try scanner.text(each) } ?? []
  }
}
