import FSRS

/// What one session came to.
package struct SessionSummary: Equatable, Sendable {
  package var answers: Int
  package var right: Int
  /// Cards answered for the first time ever.
  package var newCards: Int
  /// Time spent answering, in milliseconds.
  package var milliseconds: Int
  /// Wrong although sure: ids, each once, the latest first.
  package var sureButWrong: [String]
  /// Missed at least once: ids, each once, in the order of the first miss.
  package var missed: [String]
  /// Answers and right ones by domain, the most missed first.
  package var domains: [DomainResult]
  /// Cards due on the next study day.
  package var dueTomorrow: Int
  /// Cards that turned out to be leeches.
  package var leeches: [String]

  package struct DomainResult: Equatable, Sendable {
    package var domain: String
    package var answers: Int
    package var right: Int
  }

  package init(session: StudySession, progress: Progress, deck: Deck) {
    answers = session.answered.count
    right = session.answered.count { $0.isCorrect }
    newCards = session.answered.count { $0.isFirst }
    milliseconds = session.answered.reduce(0) {
      $0 + min($1.milliseconds, DayTally.longestAnswer)
    }
    sureButWrong = []
    missed = []
    var byDomain: [String: (answers: Int, right: Int)] = [:]
    for answer in session.answered {
      byDomain[answer.domain, default: (0, 0)].answers += 1
      byDomain[answer.domain, default: (0, 0)].right += answer.isCorrect ? 1 : 0
      guard !answer.isCorrect else { continue }
      if !missed.contains(answer.question) { missed.append(answer.question) }
      if answer.isSure == true {
        sureButWrong.removeAll { $0 == answer.question }
        sureButWrong.insert(answer.question, at: 0)
      }
    }
    domains =
      byDomain
      .map { DomainResult(domain: $0.key, answers: $0.value.answers, right: $0.value.right) }
      .sorted { ($1.answers - $1.right, $0.domain) < ($0.answers - $0.right, $1.domain) }
    let load = deck.load(days: 2)
    dueTomorrow = load.count > 1 ? load[1] : 0
    leeches = missed.filter { progress[$0].isLeech }
  }
}
