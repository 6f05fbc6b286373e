import FSRS

/// One exam's cards on one study day: what is due, what is new, what is put by.
package struct Deck: Equatable, Sendable {
  package let exam: String
  package let today: CalendarDay
  /// Due today, those in learning first, then the most at risk first.
  package let due: [Card]
  /// Never answered, valid, and not kept for mock exams.
  package let unseen: [Card]
  /// In review and due on a later day, the nearest first.
  package let later: [Card]
  /// Questions that the exam asks on the day that counts, mock ones included.
  package let validCount: Int
  /// Put off for today by the learner.
  package let putOffCount: Int
  /// Left out because their codes or rules do not hold on the day that counts.
  package let expiredCount: Int

  /// A question's place in the deck.
  package struct Card: Equatable, Sendable {
    package var id: String
    package var domain: String
    package var kind: Question.Kind
    /// Whether it rests on a record.
    package var hasExhibit: Bool
    /// Nil for a card that is new.
    package var due: CalendarDay?
    /// The chance of recall today; nil for a card without a memory.
    package var retrievability: Double?
    package var isLearning: Bool
  }

  /// Sorts an exam's questions by what the learner's history has made of them.
  ///
  /// Questions of the `mock` pool stay out until they were met in a mock exam; a question whose
  /// validity does not hold on the exam date (today without one) stays out altogether.
  package init(catalog: Catalog, progress: Progress, exam: String, today: CalendarDay) {
    self.exam = exam
    self.today = today
    let validityDay = progress.settings.plan(for: exam).validityDay(today: today)
    var due: [Card] = []
    var unseen: [Card] = []
    var later: [Card] = []
    var valid = 0
    var expired = 0
    var putOff = 0
    for question in catalog.questions(for: exam) {
      guard question.valid.contains(validityDay) else {
        expired += 1
        continue
      }
      valid += 1
      let state = progress[question.id]
      if state.buriedOn == today, !state.isSuspended { putOff += 1 }
      guard state.isAvailable(on: today), question.pool == .study || state.examAnswers > 0 else {
        continue
      }
      var card = Card(
        id: question.id, domain: question.domain(in: exam) ?? question.domain,
        kind: question.kind, hasExhibit: question.exhibit != nil, due: state.dueDay(today: today),
        retrievability: nil,
        isLearning: false)
      switch state.phase {
      case .new:
        // Answered in a drill or cram only: still to be learned, no longer unseen.
        unseen.append(card)
      case .learning:
        card.isLearning = true
        due.append(card)
      case .review(let day):
        if day <= today {
          card.retrievability = state.retrievability(on: today, model: progress.model)
          due.append(card)
        } else {
          later.append(card)
        }
      }
    }
    due.sort {
      if $0.isLearning != $1.isLearning { return $0.isLearning }
      return ($0.retrievability ?? 0, $0.id) < ($1.retrievability ?? 0, $1.id)
    }
    later.sort { ($0.due?.number ?? 0, $0.id) < ($1.due?.number ?? 0, $1.id) }
    self.due = due
    self.unseen = unseen
    self.later = later
    validCount = valid
    expiredCount = expired
    putOffCount = putOff
  }

  /// How many new cards the plan still allows today.
  package func newAllowance(_ progress: Progress) -> Int {
    let plan = progress.settings.plan(for: exam)
    let introduced = progress.tallies[DayKey(day: today, exam: exam)]?.newCards ?? 0
    let limit =
      progress.settings.newCards
      ?? plan.newCardLimit(unseen: unseen.count + introduced, today: today)
    return min(unseen.count, max(0, limit - introduced))
  }

  /// How many cards are due on each of the next days: position 0 is today.
  package func load(days: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: max(1, days))
    counts[0] = due.count
    for card in later {
      guard let day = card.due else { continue }
      let distance = day - today
      if distance < counts.count { counts[distance] += 1 }
    }
    return counts
  }
}
