import Glibc

/// The answers that tell how a learner would do in an exam: first answers, and mock exams.
///
/// An answer to a card that was studied before tells of memory, not of the next unknown question;
/// it counts through the share learned. Flashcards and typed codes are no exam questions.
struct ReadinessEvidence {
  /// Answers grouped by domain, occasion and tenth of the share learned.
  private(set) var groups: [AbilityEvidence] = []
  /// First answers of each domain, uncounted by age.
  private(set) var answers: [Int]
  /// First answers in mock exams.
  private(set) var mockAnswers = 0

  init(
    profile: ExamProfile, catalog: Catalog, statistics: LearnerStatistics,
    learning: DomainLearning, today: CalendarDay, model: AbilityModel
  ) {
    let domains = profile.domains
    var places: [String: Int] = [:]
    for (place, domain) in domains.enumerated() { places[domain.id] = place }
    answers = domains.map { _ in 0 }
    let occasions = AbilityModel.Occasion.allCases.count
    var sums = [AbilityEvidence?](repeating: nil, count: domains.count * occasions * 11)
    func add(
      _ place: Int, _ occasion: AbilityModel.Occasion, day: Int32, isRight: Bool
    ) {
      let learned = learning.learned(domain: place, before: day)
      let tenth = Int((learned * 10).rounded())
      let cell = (place * occasions + occasion.rawValue) * 11 + tenth
      let weight = exp2(-Double(max(0, today.number - Int(day))) / model.halfLife)
      var group =
        sums[cell]
        ?? AbilityEvidence(
          domain: place, occasion: occasion, learned: Double(tenth) / 10, count: 0, right: 0)
      group.count += weight
      group.right += isRight ? weight : 0
      sums[cell] = group
    }
    for question in catalog.questions(for: profile.id) where question.kind == .choice {
      guard let figures = statistics[question.id],
        let place = question.domain(in: profile.id).flatMap({ places[$0] })
      else { continue }
      answers[place] += 1
      if figures.wasFirstInExam { mockAnswers += 1 }
      add(
        place, figures.wasFirstInExam ? .mock : .study, day: figures.firstDay,
        isRight: figures.wasFirstRight)
    }
    for answer in statistics.mockAnswers where answer.wasSeen {
      guard let question = catalog.question(statistics.questions[Int(answer.question)]),
        let place = question.domain(in: profile.id).flatMap({ places[$0] })
      else { continue }
      add(place, .repeated, day: answer.day, isRight: answer.isRight)
    }
    groups = sums.compactMap { $0 }
  }

  /// How many first answers there are.
  var total: Int { answers.reduce(0, +) }
}
