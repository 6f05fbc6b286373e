/// How often the learner was sure or guessed, and was right or wrong.
package struct ConfidenceCount: Equatable, Sendable {
  package var guessWrong = 0
  package var guessRight = 0
  package var sureWrong = 0
  package var sureRight = 0

  package init(guessWrong: Int = 0, guessRight: Int = 0, sureWrong: Int = 0, sureRight: Int = 0) {
    self.guessWrong = guessWrong
    self.guessRight = guessRight
    self.sureWrong = sureWrong
    self.sureRight = sureRight
  }

  package var sure: Int { sureWrong + sureRight }
  package var guessed: Int { guessWrong + guessRight }
  package var total: Int { sure + guessed }
}

/// A question that the learner answered wrong and was sure of.
package struct MistakenQuestion: Equatable, Sendable, Identifiable {
  package var id: String
  package var topic: String
  package var domain: String
  /// How often.
  package var times: Int
  /// The last time.
  package var day: CalendarDay
}

/// How well the learner's confidence fits what happens.
package struct ConfidenceReport: Equatable, Sendable {
  package var counts: ConfidenceCount
  /// Questions whose last marked answer was sure and wrong, the latest first.
  package var mistaken: [MistakenQuestion]

  /// - Parameter catalog: questions that it does not hold for the exam are left out.
  package init(statistics: LearnerStatistics, catalog: Catalog, exam: String) {
    counts = statistics.confidence(exam: exam)
    mistaken = []
    for (place, figures) in statistics.figures.enumerated() where figures.isMistaken {
      guard let question = catalog.question(statistics.questions[place]),
        let domain = question.domain(in: exam)
      else { continue }
      mistaken.append(
        MistakenQuestion(
          id: question.id, topic: question.topic, domain: domain, times: Int(figures.sureWrong),
          day: CalendarDay(number: Int(figures.lastSureWrong))))
    }
    mistaken.sort { ($1.day.number, $1.times, $0.id) < ($0.day.number, $0.times, $1.id) }
  }
}
