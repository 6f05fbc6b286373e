import Glibc

/// How an exam is likely to go: the expected score with an 80 % band, and the chance to pass.
///
/// It speaks only where there is evidence enough, and never of certainty. `docs/readiness.md` says
/// how good it is.
package struct Readiness: Equatable, Sendable {
  package var exam: String
  /// The day it is about: the exam's, or today where no date is set or it is over.
  package var day: CalendarDay
  package var daysLeft: Int
  /// Whether `day` is the date of a booked exam.
  package var hasDate: Bool
  package var evidence: Evidence
  /// In blueprint order.
  package var domains: [DomainMastery]
  /// Nil while the evidence is too thin.
  package var forecast: Forecast?

  /// What a forecast rests on.
  package struct Evidence: Equatable, Sendable {
    /// First answers to exam questions, and those of them given in mock exams.
    package var firstAnswers: Int
    package var mockAnswers: Int
    /// The share of the blueprint of whose domains at least `leastInDomain` answers are known.
    package var coverage: Double

    /// The least of each before anything is forecast.
    package static let leastAnswers = 80
    package static let leastInDomain = 4
    package static let leastCoverage = 0.6

    package var isEnough: Bool {
      firstAnswers >= Self.leastAnswers && coverage >= Self.leastCoverage
    }
  }

  /// What is expected, in shares of right answers.
  package struct Forecast: Equatable, Sendable {
    package var score: Double
    /// The 80 % band.
    package var band: ClosedRange<Double>
    /// The share to pass with; assumed where the exam's own is secret.
    package var cut: Double
    package var isCutAssumed: Bool
    /// 0.03 to 0.97.
    package var passChance: Double
    /// What half an hour would add in each domain, the most first.
    package var advice: [Advice]
  }

  /// What minutes of study in one domain would add.
  package struct Advice: Equatable, Sendable {
    package var domain: ExamProfile.Domain
    package var minutes: Int
    /// Points of a hundred.
    package var points: Double
  }

  /// A forecast never says less or more.
  package static let chances: ClosedRange<Double> = 0.03...0.97
}

extension Readiness {
  /// Nil where the catalog has no profile of the exam.
  package init?(
    catalog: Catalog, progress: Progress, statistics: LearnerStatistics, exam: String,
    today: CalendarDay, model: AbilityModel = AbilityModel()
  ) {
    guard let profile = catalog.profile(exam), !profile.domains.isEmpty else { return nil }
    let plan = progress.settings.plan(for: exam)
    let habit = StudyHabit(progress: progress, exam: exam, today: today)
    let left = plan.daysLeft(from: today)
    let examDay = today + (left ?? 0)
    let learning = DomainLearning(
      profile: profile, catalog: catalog, progress: progress, statistics: statistics,
      today: today, examDay: examDay, newCards: habit.newCards, goesOn: habit.goesOn)
    let evidence = ReadinessEvidence(
      profile: profile, catalog: catalog, statistics: statistics, learning: learning,
      today: today, model: model)
    let fit = AbilityFit(evidence.groups, domains: profile.domains.count, model: model)
    let total = Double(max(1, profile.domains.reduce(0) { $0 + $1.questions }))
    let weights = profile.domains.map { Double($0.questions) / total }
    self.exam = exam
    day = examDay
    daysLeft = left ?? 0
    hasDate = left != nil
    self.evidence = Evidence(
      firstAnswers: evidence.total, mockAnswers: evidence.mockAnswers,
      coverage: zip(weights, evidence.answers).reduce(0) { sum, pair in
        sum + (pair.1 >= Evidence.leastInDomain ? pair.0 : 0)
      })
    domains = profile.domains.indices.map { place in
      let estimate = fit.mastery(domain: place, learned: learning.today[place])
      return DomainMastery(
        domain: profile.domains[place], weight: weights[place], cards: learning.cards[place],
        met: learning.met[place], firstAnswers: evidence.answers[place],
        recalled: learning.today[place], estimate: estimate,
        change: estimate.value
          - fit.mastery(domain: place, learned: learning.earlier[place]).value)
    }
    guard self.evidence.isEnough else { return }
    forecast = Forecast(
      fit: fit, profile: profile, weights: weights, learning: learning,
      daysLeft: daysLeft, secondsPerAnswer: habit.secondsPerAnswer)
  }
}

/// What the learner has been doing of late.
struct StudyHabit {
  /// New cards a day, over the last 14 days.
  var newCards: Double
  /// Whether anything was answered in the last seven days.
  var goesOn: Bool
  var secondsPerAnswer: Double

  init(progress: Progress, exam: String, today: CalendarDay) {
    var recent = DayTally()
    goesOn = false
    for (key, tally) in progress.tallies where key.exam == exam {
      let age = today - key.day
      guard (0..<14).contains(age) else { continue }
      recent += tally
      if age < 7, tally.answers > 0 { goesOn = true }
    }
    newCards = goesOn ? Double(recent.newCards) / 14 : 0
    secondsPerAnswer =
      recent.answers < 10
      ? 40 : min(150, max(8, Double(recent.milliseconds) / 1000 / Double(recent.answers)))
  }
}
