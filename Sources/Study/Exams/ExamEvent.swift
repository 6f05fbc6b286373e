/// One step of a mock exam, as the history keeps it.
package struct ExamEvent: Equatable, Sendable {
  /// The id of the sitting's `exam-start`; a start bears its own.
  package var sitting: EventID
  /// Exam time used when it happened, in milliseconds; pauses are left out.
  package var clock: Int
  package var step: Step

  package init(sitting: EventID, clock: Int, step: Step) {
    self.sitting = sitting
    self.clock = clock
    self.step = step
  }

  /// What a candidate does.
  package enum Step: Equatable, Sendable {
    case start(ExamStart)
    /// A question comes on screen.
    case visit(question: String)
    /// The whole answer as it stands now; nothing chosen clears it.
    case answer(question: String, chosen: [Int], isSure: Bool, isCorrect: Bool?)
    case flag(question: String, isOn: Bool)
    /// Strikes an option out; `option` is its position in the file's order.
    case strike(question: String, option: Int, isOn: Bool)
    /// Empty text removes the note.
    case note(question: String, text: String)
    /// The code book is opened or closed.
    case book(isOpen: Bool)
    case pause
    /// Goes on after a pause, or after the program ended without one.
    case resume
    case discard
    /// Ends the exam; `days` are the intervals granted to its questions, in the form's order.
    case submit(days: [Int?])
  }
}

/// What an exam begins with: the form and the rules of this sitting.
package struct ExamStart: Equatable, Sendable {
  package var exam: String
  package var seed: UInt64
  /// The day on which the form's questions have to be valid.
  package var date: CalendarDay?
  /// In the order in which they are asked.
  package var questions: [ExamQuestion]
  /// Minutes without extra time.
  package var minutes: Int
  package var rules: Rules

  package init(
    exam: String, seed: UInt64, date: CalendarDay?, questions: [ExamQuestion], minutes: Int,
    rules: Rules
  ) {
    self.exam = exam
    self.seed = seed
    self.date = date
    self.questions = questions
    self.minutes = minutes
    self.rules = rules
  }

  /// The rules of one sitting.
  package struct Rules: Equatable, Sendable {
    /// Extra time in percent: 0, 25, 50 or 100.
    package var extraTime: Int
    package var isOpenBook: Bool
    package var allowsBacktracking: Bool

    package init(extraTime: Int = 0, isOpenBook: Bool, allowsBacktracking: Bool = true) {
      self.extraTime = extraTime
      self.isOpenBook = isOpenBook
      self.allowsBacktracking = allowsBacktracking
    }
  }

  /// The whole time, extra time included, in milliseconds.
  package var limit: Int { minutes * 600 * (100 + rules.extraTime) }
}

/// A question's place on a form.
package struct ExamQuestion: Equatable, Sendable {
  package var id: String
  package var domain: String
  /// Whether it counts; the candidate does not see which do.
  package var isScored: Bool
  /// The options in the order on screen: positions in the file's order.
  package var order: [Int]

  package init(id: String, domain: String, isScored: Bool = true, order: [Int]) {
    self.id = id
    self.domain = domain
    self.isScored = isScored
    self.order = order
  }
}
