/// The questions of one mock exam, in the order in which they are asked.
package struct ExamForm: Equatable, Sendable {
  package var exam: String
  package var seed: UInt64
  /// The day on which its questions are valid.
  package var date: CalendarDay
  package var questions: [ExamQuestion]
  /// Minutes in proportion to the whole form's.
  package var minutes: Int
  /// How many questions were asked for; more than there are where the bank is too small.
  package var wanted: Int
  /// Domains of the blueprint that it holds nothing of, because the bank does not.
  package var missing: [ExamProfile.Domain]

  package init(
    exam: String, seed: UInt64, date: CalendarDay, questions: [ExamQuestion], minutes: Int,
    wanted: Int, missing: [ExamProfile.Domain]
  ) {
    self.exam = exam
    self.seed = seed
    self.date = date
    self.questions = questions
    self.minutes = minutes
    self.wanted = wanted
    self.missing = missing
  }

  /// Fewer questions say too little for a verdict.
  package static let leastForVerdict = 50

  /// The domains of its questions with their share of the form, in blueprint order.
  package func shares(_ profile: ExamProfile) -> [(domain: String, share: Double)] {
    profile.domains.compactMap { domain in
      let count = questions.count { $0.domain == domain.id }
      return count == 0 ? nil : (domain.id, Double(count) / Double(questions.count))
    }
  }

  /// What a sitting with this form begins with.
  package func start(_ profile: ExamProfile, extraTime: Int = 0) -> ExamStart {
    ExamStart(
      exam: exam, seed: seed, date: date, questions: questions, minutes: minutes,
      rules: ExamStart.Rules(
        extraTime: extraTime, isOpenBook: profile.isOpenBook,
        allowsBacktracking: profile.allowsBacktracking))
  }
}

/// What a form is asked to be.
package struct FormRequest: Equatable, Sendable {
  package var seed: UInt64
  /// The day on which codes and rules must hold.
  package var date: CalendarDay
  /// Fewer questions than the whole form, at its pace; nil for the whole form.
  package var count: Int?
  /// Questions met before, with the study day of the last meeting.
  package var seen: [String: CalendarDay]

  package init(
    seed: UInt64, date: CalendarDay, count: Int? = nil, seen: [String: CalendarDay] = [:]
  ) {
    self.seed = seed
    self.date = date
    self.count = count
    self.seen = seen
  }
}

extension Progress {
  /// The questions of an exam that were answered before, in any mode, with the day of the last
  /// answer that moved the schedule; day 0 where none did.
  package func seenQuestions(_ catalog: Catalog, exam: String) -> [String: CalendarDay] {
    var seen: [String: CalendarDay] = [:]
    for question in catalog.questions(for: exam) where question.kind == .choice {
      let card = self[question.id]
      if card.answers > 0 { seen[question.id] = card.lastDay ?? CalendarDay(number: 0) }
    }
    return seen
  }
}
