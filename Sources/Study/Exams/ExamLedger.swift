/// What a history tells of mock exams: those that are open, and how the others ended.
package struct ExamLedger: Equatable, Sendable {
  /// Begun and neither submitted nor discarded.
  package private(set) var open: [Sitting]
  /// Submitted exams, the earliest first.
  package private(set) var scores: [ExamScore]

  package init(open: [Sitting] = [], scores: [ExamScore] = []) {
    self.open = open
    self.scores = scores
  }

  /// The events of an exam, from its start on.
  package struct Sitting: Equatable, Sendable {
    package var events: [HistoryEvent]

    package init(events: [HistoryEvent]) { self.events = events }

    /// The id of the start.
    package var id: EventID? { events.first?.id }
  }

  /// The exam that a device has not ended yet, the latest where there are several.
  package func openExam(of device: UInt32) -> (sitting: Sitting, exam: MockExam)? {
    guard let sitting = open.last(where: { $0.id?.device == device }),
      let exam = MockExam(sitting.events)
    else { return nil }
    return (sitting, exam)
  }

  /// Takes in an event that follows all others of its device.
  /// - Returns: what an `exam-submit` makes of the answers; nothing for any other event.
  @discardableResult
  package mutating func take(_ event: HistoryEvent) -> [Review] {
    guard case .exam(let step) = event.action else { return [] }
    if case .start = step.step {
      open.append(Sitting(events: [event]))
      open.sort { ($0.events[0].id) < ($1.events[0].id) }
      return []
    }
    guard event.id.device == step.sitting.device,
      let place = open.firstIndex(where: { $0.id == step.sitting })
    else { return [] }
    open[place].events.append(event)
    switch step.step {
    case .discard: open.remove(at: place)
    case .submit(let days):
      let sitting = open.remove(at: place)
      guard let exam = MockExam(sitting.events) else { return [] }
      scores.append(ExamScore(exam, submittedBy: event))
      scores.sort { ($0.milliseconds, $0.sitting) < ($1.milliseconds, $1.sitting) }
      return exam.reviews(days: days)
    default: break
    }
    return []
  }

  /// Takes in the exam events among some that come after those taken before.
  ///
  /// A sitting is of one device, whose numbers tell the order even where its clock was set back.
  /// - Returns: each `exam-submit` with its reviews.
  mutating func takeAll(
    _ events: [HistoryEvent]
  ) -> [(submit: HistoryEvent, reviews: [Review])] {
    var found: [(submit: HistoryEvent, reviews: [Review])] = []
    let steps = events.filter {
      if case .exam = $0.action { return true }
      return false
    }
    for event in steps.sorted(by: { $0.id < $1.id }) {
      let reviews = take(event)
      if !reviews.isEmpty { found.append((event, reviews)) }
    }
    return found
  }
}

/// How a mock exam ended, in figures.
package struct ExamScore: Equatable, Sendable {
  /// The id of its `exam-start`.
  package var sitting: EventID
  package var exam: String
  /// When it was submitted: milliseconds since 1970, minutes east of UTC.
  package var milliseconds: Int64
  package var zoneMinutes: Int
  /// Questions on the form, and how many of them were answered.
  package var questions: Int
  package var answered: Int
  /// Exam time used, and the limit, in milliseconds.
  package var spent: Int
  package var limit: Int
  /// The questions that count, by domain in the order in which the form meets them.
  package var domains: [DomainCount]

  /// Right answers of the questions that count.
  package struct DomainCount: Equatable, Sendable {
    package var domain: String
    package var questions: Int
    package var right: Int

    package init(domain: String, questions: Int, right: Int) {
      self.domain = domain
      self.questions = questions
      self.right = right
    }
  }

  package init(
    sitting: EventID, exam: String, milliseconds: Int64, zoneMinutes: Int, questions: Int,
    answered: Int, spent: Int, limit: Int, domains: [DomainCount]
  ) {
    self.sitting = sitting
    self.exam = exam
    self.milliseconds = milliseconds
    self.zoneMinutes = zoneMinutes
    self.questions = questions
    self.answered = answered
    self.spent = spent
    self.limit = limit
    self.domains = domains
  }

  package init(_ exam: MockExam, submittedBy event: HistoryEvent) {
    var domains: [DomainCount] = []
    for item in exam.items where item.question.isScored {
      let domain = item.question.domain
      let place = domains.firstIndex { $0.domain == domain } ?? domains.count
      if place == domains.count {
        domains.append(DomainCount(domain: domain, questions: 0, right: 0))
      }
      domains[place].questions += 1
      domains[place].right += item.isAnswered && item.answer?.isCorrect == true ? 1 : 0
    }
    self.init(
      sitting: exam.sitting, exam: exam.start.exam, milliseconds: event.milliseconds,
      zoneMinutes: event.zoneMinutes, questions: exam.items.count, answered: exam.answeredCount,
      spent: exam.clock, limit: exam.start.limit, domains: domains)
  }

  /// Questions that count, and right answers among them.
  package var scored: Int { domains.reduce(0) { $0 + $1.questions } }
  package var right: Int { domains.reduce(0) { $0 + $1.right } }

  package var studyDay: CalendarDay {
    CalendarDay(studyDayAt: milliseconds, zoneMinutes: zoneMinutes)
  }
}
