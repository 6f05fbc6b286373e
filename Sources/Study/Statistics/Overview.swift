import FSRS

/// The figures that a learner sees first: rhythm, retention, domains.
package struct Overview: Equatable, Sendable {
  package var exam: String
  /// Study days in a row up to today, or up to yesterday while nothing was done today.
  package var streak: Int
  /// Milliseconds of study on each of the last seven days, today last.
  package var week: [Int]
  /// Answers today.
  package var answersToday: Int
  package var millisecondsToday: Int
  /// Reviews of the last 30 days that asked for recall, and how many were remembered.
  package var recalls: Int
  package var remembered: Int
  /// What the memory model expected of them, as a share; nil without any.
  package var expected: Double?
  /// Answers in all, for this exam.
  package var answers: Int

  /// The share that was remembered; nil where fewer than 20 reviews say anything about it.
  package var retention: Double? {
    recalls < 20 ? nil : Double(remembered) / Double(recalls)
  }

  package init(progress: Progress, exam: String, today: CalendarDay) {
    self.exam = exam
    week = [Int](repeating: 0, count: 7)
    answersToday = 0
    millisecondsToday = 0
    recalls = 0
    remembered = 0
    answers = 0
    var expectedMillionths = 0
    var days: Set<CalendarDay> = []
    for (key, tally) in progress.tallies where tally.answers > 0 {
      days.insert(key.day)
      guard key.exam == exam else { continue }
      answers += tally.answers
      let age = today - key.day
      if (0..<7).contains(age) { week[6 - age] += tally.milliseconds }
      if age == 0 {
        answersToday += tally.answers
        millisecondsToday += tally.milliseconds
      }
      if (0..<30).contains(age) {
        recalls += tally.recalls
        remembered += tally.remembered
        expectedMillionths += tally.expectedMillionths
      }
    }
    expected = recalls == 0 ? nil : Double(expectedMillionths) / 1_000_000 / Double(recalls)
    var day = days.contains(today) ? today : today + -1
    streak = 0
    while days.contains(day) {
      streak += 1
      day = day + -1
    }
  }
}

/// Where a learner stands in one domain.
package struct DomainStanding: Equatable, Sendable {
  package var domain: ExamProfile.Domain
  /// The domain's share of the exam, 0 to 1.
  package var weight: Double
  /// Questions that may be studied, and how many of them were answered.
  package var cards: Int
  package var seen: Int
  package var answers: Int
  package var passes: Int
  /// The chance that one of the domain's cards is known today: the mean over all of them, an
  /// unseen one counting 0.
  package var known: Double

  /// The share of right answers, drawn towards three of four by four answers' weight.
  package var accuracy: Double { (Double(passes) + 3) / (Double(answers) + 4) }

  /// The standings of an exam in the order of its blueprint.
  package static func all(
    catalog: Catalog, progress: Progress, exam: String, today: CalendarDay
  ) -> [DomainStanding] {
    guard let profile = catalog.profile(exam) else { return [] }
    let total = Double(max(1, profile.domains.reduce(0) { $0 + $1.questions }))
    let validityDay = progress.settings.plan(for: exam).validityDay(today: today)
    var standings: [String: DomainStanding] = [:]
    for domain in profile.domains {
      standings[domain.id] = DomainStanding(
        domain: domain, weight: Double(domain.questions) / total, cards: 0, seen: 0, answers: 0,
        passes: 0, known: 0)
    }
    for question in catalog.questions(for: exam) where question.valid.contains(validityDay) {
      guard let id = question.domain(in: exam), var standing = standings[id] else { continue }
      let card = progress[question.id]
      guard question.pool == .study || card.examAnswers > 0 else { continue }
      standing.cards += 1
      standing.seen += card.answers > 0 ? 1 : 0
      standing.answers += card.answers
      standing.passes += card.passes
      standing.known += card.retrievability(on: today, model: progress.model) ?? 0
      standings[id] = standing
    }
    return profile.domains.compactMap { domain in
      guard var standing = standings[domain.id] else { return nil }
      standing.known = standing.cards == 0 ? 0 : standing.known / Double(standing.cards)
      return standing
    }
  }

  /// Domains to drill, the weakest first: those with at least four answers and a share of right
  /// ones below 85 %.
  package static func weakest(_ standings: [DomainStanding], count: Int = 3) -> [DomainStanding] {
    Array(
      standings.filter { $0.answers >= 4 && $0.accuracy < 0.85 }
        .sorted { $0.accuracy < $1.accuracy }.prefix(count))
  }
}
