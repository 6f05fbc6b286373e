/// Every figure of one exam that the progress page, `stats` and its printed report show.
package struct ProgressReport: Equatable, Sendable {
  package let exam: String
  package let today: CalendarDay
  package let plan: ExamPlan
  package let rhythm: StudyRhythm
  package let calendar: StudyCalendar
  package let memory: MemoryReport
  /// Cards due, and new ones that the plan still allows today.
  package let due: Int
  package let new: Int
  /// Questions left out because they do not hold on the exam's day.
  package let expired: Int
  package let confidence: ConfidenceReport
  /// Nil where no profile of the exam is known.
  package let scores: ScoreTrend?
  package let readiness: Readiness?

  /// - Parameter statistics: nil stands for those of no answers.
  package init(
    catalog: Catalog, progress: Progress, statistics: LearnerStatistics?, exam: String,
    today: CalendarDay
  ) {
    self.exam = exam
    self.today = today
    plan = progress.settings.plan(for: exam)
    let statistics = statistics ?? LearnerStatistics(model: progress.model, day: today)
    let deck = Deck(catalog: catalog, progress: progress, exam: exam, today: today)
    rhythm = StudyRhythm(progress: progress, exam: exam, today: today)
    calendar = StudyCalendar(progress: progress, exam: exam, today: today)
    memory = MemoryReport(
      catalog: catalog, progress: progress, statistics: statistics, deck: deck)
    due = deck.due.count
    new = deck.newAllowance(progress)
    expired = deck.expiredCount
    confidence = ConfidenceReport(statistics: statistics, catalog: catalog, exam: exam)
    scores = catalog.profile(exam).map {
      ScoreTrend(points: progress.scorePoints(exam: exam), profile: $0)
    }
    readiness = Readiness(
      catalog: catalog, progress: progress, statistics: statistics, exam: exam, today: today)
  }

  /// Where the learner stands in each domain, in blueprint order.
  package var domains: [DomainMastery] { readiness?.domains ?? [] }

  /// The domain with most to gain for the exam, of those with answers enough.
  package var weakest: DomainMastery? {
    domains.filter { $0.mastery != nil }.max { $0.missing < $1.missing }
  }
}

extension Progress {
  /// The submitted mock exams of one exam, the earliest first.
  func scorePoints(exam: String) -> [ScorePoint] {
    exams.scores.filter { $0.exam == exam && $0.scored > 0 }.map { score in
      ScorePoint(
        day: score.studyDay, scored: score.scored, right: score.right,
        questions: score.questions, answered: score.answered, milliseconds: score.spent)
    }
  }
}
