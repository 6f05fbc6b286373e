import Study

/// The members of a question as read, before its kind says which it needs.
struct BankQuestionDraft {
  var id: String?
  var kind: Question.Kind?
  var stem: String?
  var options: [Question.Option]?
  var fixedOrder = false
  var system: Question.CodeSystem?
  var accept: [String]?
  var front: String?
  var back: String?
  /// Everything else, with an empty body until the kind is known.
  var rest = Question(
    id: "", exam: "", domain: "", body: .flashcard(.init(front: "", back: "")), topic: "")
  /// The keys that were met; nil where the value is no object.
  var keys: BankScanner.Keys?

  /// Keys that every question may have.
  static let commonKeys = [
    "id", "kind", "topic", "level", "difficulty", "pool", "rationale", "references", "valid",
    "duties", "exhibit", "enemies", "alsoIn", "allow", "invalidOnPurpose",
  ]

  /// Keys of one kind or another.
  static let kindKeys = ["stem", "options", "fixedOrder", "system", "accept", "front", "back"]

  /// The keys of `kindKeys` that a kind has, and those of them that it needs.
  static func keys(of kind: Question.Kind) -> (all: [String], required: [String]) {
    switch kind {
    case .choice, .multiple: (["stem", "options", "fixedOrder"], ["stem", "options"])
    case .code: (["stem", "system", "accept"], ["stem", "system", "accept"])
    case .flashcard: (["front", "back"], ["front", "back"])
    }
  }

  /// The question, where its kind and all that it needs are there; notes what is missing or in the
  /// wrong place, and what the structure rules have against it.
  func question(in scanner: inout BankScanner, at place: Int) -> Question? {
    guard let keys else { return nil }
    scanner.require(["id", "kind", "topic"], of: "the question", in: keys, at: place)
    guard let kind else { return nil }
    let (allowed, required) = Self.keys(of: kind)
    scanner.require(required, of: "a question of kind \(kind.rawValue)", in: keys, at: place)
    for key in Self.kindKeys where !allowed.contains(key) && keys.has(key) {
      scanner.note(
        "misplaced-key", "a question of kind \(kind.rawValue) has no \"\(key)\"",
        fix: "remove it, or change the kind", text: key, at: place)
    }
    guard let body = body(of: kind) else { return nil }
    var question = rest
    question.id = id ?? ""
    question.body = body
    for rule in StructureRules.all {
      // Nearly always nothing: the file is only named where there is something to say.
      let problems = rule.problems(with: question, file: scanner.file)
      if !problems.isEmpty { scanner.note(problems, at: place) }
    }
    return question
  }

  private func body(of kind: Question.Kind) -> Question.Body? {
    switch kind {
    case .choice, .multiple:
      guard let stem, let options else { return nil }
      let set = Question.OptionSet(stem: stem, options: options, fixedOrder: fixedOrder)
      return kind == .choice ? .choice(set) : .multiple(set)
    case .code:
      guard let stem, let system, let accept else { return nil }
      return .code(Question.CodeAnswer(stem: stem, system: system, accept: accept))
    case .flashcard:
      guard let front, let back else { return nil }
      return .flashcard(Question.Flashcard(front: front, back: back))
    }
  }
}

extension BankScanner {
  private static let questionKeys = BankQuestionDraft.commonKeys + BankQuestionDraft.kindKeys

  /// Reads one question's members.
  mutating func questionDraft() throws(JSONError) -> BankQuestionDraft {
    var draft = BankQuestionDraft()
    draft.keys = try object("the question", keys: Self.questionKeys) {
      scanner, key throws(JSONError) in
      switch key {
      case "id": draft.id = try scanner.identifier("id")
      case "kind":
        draft.kind = try scanner.word("kind", rule: "unknown-kind", as: Question.Kind.self)
      case "topic": draft.rest.topic = try scanner.text("topic") ?? ""
      case "stem": draft.stem = try scanner.text("stem", lines: true)
      case "options": draft.options = try scanner.options()
      case "fixedOrder": draft.fixedOrder = try scanner.flag("fixedOrder") ?? false
      case "system":
        draft.system = try scanner.word(
          "system", rule: "unknown-system", as: Question.CodeSystem.self)
      case "accept": draft.accept = try scanner.accepted()
      case "front": draft.front = try scanner.text("front", lines: true)
      case "back": draft.back = try scanner.text("back", lines: true)
      default: try scanner.readCommon(key, into: &draft.rest)
      }
    }
    return draft
  }

  private mutating func readCommon(_ key: String, into question: inout Question) throws(JSONError) {
    switch key {
    case "level":
      question.level = try word("level", rule: "unknown-level", as: Question.Level.self)
    case "difficulty": question.difficulty = try difficulty()
    case "pool":
      question.pool = try word("pool", rule: "unknown-pool", as: Question.Pool.self) ?? .study
    case "rationale":
      question.rationale = try text("rationale", lines: true, mayBeBlank: true) ?? ""
    case "references": question.references = try references()
    case "valid": question.valid = try validity()
    case "duties":
      question.duties =
        try list("duties") { scanner throws(JSONError) in
          try scanner.word("duty", rule: "unknown-duty", as: Question.Duty.self)
        } ?? []
    case "exhibit": question.exhibit = try text("exhibit")
    case "enemies": question.enemies = try texts("enemies", each: "an enemy")
    case "alsoIn": question.alsoIn = try placements()
    case "allow": question.allow = try waivers()
    default: question.invalidOnPurpose = try texts(key, each: "a code invalid on purpose")
    }
  }
}
