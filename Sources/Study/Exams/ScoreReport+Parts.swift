/// The parts of a score report.
extension ScoreReport {
  /// The questions of one domain that count.
  package struct DomainResult: Equatable, Sendable {
    package var domain: String
    package var title: String
    package var score: Proportion
    /// All answers of the learner in the domain up to now, in any mode.
    package var evidence: Proportion
    /// Whether all answers together put the domain below the pass mark.
    package var isWeak: Bool

    package init(
      domain: String, title: String, score: Proportion, evidence: Proportion, isWeak: Bool
    ) {
      self.domain = domain
      self.title = title
      self.score = score
      self.evidence = evidence
      self.isWeak = isWeak
    }
  }

  /// One question as it was answered.
  package struct Item: Equatable, Sendable {
    package var question: ExamQuestion
    package var chosen: [Int]
    /// Nil where it was not answered.
    package var isCorrect: Bool?
    package var isSure: Bool
    package var isFlagged: Bool
    package var milliseconds: Int
    package var bookMilliseconds: Int
    package var visits: Int
    package var note: String
    package var change: Change?
    /// The event that a why-missed tag names: the answer, else the last visit.
    package var event: EventID?
    package var why: MissReason?

    package init(
      question: ExamQuestion, chosen: [Int], isCorrect: Bool?, isSure: Bool, isFlagged: Bool,
      milliseconds: Int, bookMilliseconds: Int, visits: Int, note: String, change: Change?,
      event: EventID?, why: MissReason?
    ) {
      self.question = question
      self.chosen = chosen
      self.isCorrect = isCorrect
      self.isSure = isSure
      self.isFlagged = isFlagged
      self.milliseconds = milliseconds
      self.bookMilliseconds = bookMilliseconds
      self.visits = visits
      self.note = note
      self.change = change
      self.event = event
      self.why = why
    }

    /// Whether it was wrong or left out.
    package var isMissed: Bool { isCorrect != true }
    package var isSureButWrong: Bool { isCorrect == false && isSure }
  }

  /// How the final answer differs from the first.
  package enum Change: String, Equatable, Sendable {
    case rightToWrong, wrongToRight, wrongToWrong
  }

  /// An earlier form in figures.
  package struct Earlier: Equatable, Sendable {
    package var milliseconds: Int64
    package var zoneMinutes: Int
    package var score: Proportion

    package init(milliseconds: Int64, zoneMinutes: Int, score: Proportion) {
      self.milliseconds = milliseconds
      self.zoneMinutes = zoneMinutes
      self.score = score
    }
  }
}
