/// One question of a bank: a card in a session, an item in a mock exam.
package struct Question: Equatable, Sendable, Identifiable {
  /// Never changes its meaning and is never used twice; 1 to 64 of a-z, 0-9 and `-`.
  package var id: String
  /// The exam whose bank holds it, for example `CPC`.
  package var exam: String
  /// The domain within that exam, for example `icd-10-cm`.
  package var domain: String
  package var body: Body
  package var topic: String
  package var level: Level?
  /// The share of just-qualified candidates expected to get it right, 0 to 1 (Angoff).
  package var difficulty: Double?
  package var pool: Pool
  /// The id of the exhibit that it rests on.
  package var exhibit: String?
  /// Why the key is right; empty only for a flashcard.
  package var rationale: String
  package var references: [Reference]
  package var valid: Validity
  /// Ids of questions that never share a form with this one.
  package var enemies: [String]
  /// Codes that stand in an option although they are deleted or incomplete, as the named error.
  package var invalidOnPurpose: [String]
  package var allow: [Waiver]
  /// Further exams whose candidates are asked it too.
  package var alsoIn: [Placement]
  package var duties: [Duty]

  package init(
    id: String, exam: String, domain: String, body: Body, topic: String, level: Level? = nil,
    difficulty: Double? = nil, pool: Pool = .study, exhibit: String? = nil, rationale: String = "",
    references: [Reference] = [], valid: Validity = Validity(), enemies: [String] = [],
    invalidOnPurpose: [String] = [], allow: [Waiver] = [], alsoIn: [Placement] = [],
    duties: [Duty] = []
  ) {
    self.id = id
    self.exam = exam
    self.domain = domain
    self.body = body
    self.topic = topic
    self.level = level
    self.difficulty = difficulty
    self.pool = pool
    self.exhibit = exhibit
    self.rationale = rationale
    self.references = references
    self.valid = valid
    self.enemies = enemies
    self.invalidOnPurpose = invalidOnPurpose
    self.allow = allow
    self.alsoIn = alsoIn
    self.duties = duties
  }

  /// What is asked, and what counts as right.
  package enum Body: Equatable, Sendable {
    /// Exactly one option is right.
    case choice(OptionSet)
    /// Several are right, all or nothing; the stem says how many.
    case multiple(OptionSet)
    /// The learner types a code.
    case code(CodeAnswer)
    case flashcard(Flashcard)
  }

  /// A stem with its options, in the order of the file.
  package struct OptionSet: Equatable, Sendable {
    package var stem: String
    package var options: [Option]
    /// Whether the options keep the order of the file on screen.
    package var fixedOrder: Bool

    package init(stem: String, options: [Option], fixedOrder: Bool = false) {
      self.stem = stem
      self.options = options
      self.fixedOrder = fixedOrder
    }

    /// Indexes of the right options, ascending.
    package var key: [Int] { options.indices.filter { options[$0].isCorrect } }
  }

  /// One option: the key or a distractor.
  package struct Option: Equatable, Sendable {
    package var text: String
    package var isCorrect: Bool
    /// The named error that a distractor is built on; empty in the key.
    package var error: String
    /// What makes a distractor wrong in this case; empty in the key.
    package var why: String

    package init(text: String, isCorrect: Bool = false, error: String = "", why: String = "") {
      self.text = text
      self.isCorrect = isCorrect
      self.error = error
      self.why = why
    }
  }

  /// A stem that is answered by typing a code.
  package struct CodeAnswer: Equatable, Sendable {
    package var stem: String
    package var system: CodeSystem
    /// Every accepted code; case, blanks and the dot do not matter.
    package var accept: [String]

    package init(stem: String, system: CodeSystem, accept: [String]) {
      self.stem = stem
      self.system = system
      self.accept = accept
    }

    /// Whether what was typed is one of the accepted codes.
    package func accepts(_ typed: String) -> Bool {
      let answer = CodeAnswer.folded(typed)
      return !answer.isEmpty && accept.contains { CodeAnswer.folded($0) == answer }
    }

    /// A code without blanks and dots, in capitals.
    package static func folded(_ code: String) -> String {
      String(code.uppercased().filter { !$0.isWhitespace && $0 != "." })
    }
  }

  /// A card with two sides.
  package struct Flashcard: Equatable, Sendable {
    package var front: String
    package var back: String

    package init(front: String, back: String) {
      self.front = front
      self.back = back
    }
  }
}

extension Question {
  /// The kind as a file names it.
  package enum Kind: String, CaseIterable, Sendable {
    case choice, multiple, code, flashcard
  }

  package var kind: Kind {
    switch body {
    case .choice: .choice
    case .multiple: .multiple
    case .code: .code
    case .flashcard: .flashcard
    }
  }

  /// What is asked: the stem, or a flashcard's front.
  package var stem: String {
    switch body {
    case .choice(let set), .multiple(let set): set.stem
    case .code(let answer): answer.stem
    case .flashcard(let card): card.front
    }
  }

  /// The options, where the kind has any.
  package var optionSet: OptionSet? {
    switch body {
    case .choice(let set), .multiple(let set): set
    case .code, .flashcard: nil
    }
  }

  /// The domain in which a candidate of `exam` meets it; nil where that exam does not ask it.
  package func domain(in exam: String) -> String? {
    if exam == self.exam { return domain }
    return alsoIn.first { $0.exam == exam }?.domain
  }
}
