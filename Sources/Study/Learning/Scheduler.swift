import FSRS

/// From an answer to the day on which a card is asked again.
package enum Scheduler {
  /// How long a missed card stays away, in milliseconds: ten minutes.
  package static let learningStep: Int64 = 600_000

  /// The interval that each passing rating would grant, in days.
  ///
  /// Each is moved within its fuzz range to a day with fewer cards due; the same seed moves it the
  /// same way.
  /// - Parameters:
  ///   - dueCount: how many cards are due so many days from today.
  package static func intervals(
    for card: CardProgress, model: FSRS6, retention: Double, today: CalendarDay, seed: UInt64,
    dueCount: (Int) -> Int
  ) -> PassingIntervals {
    func interval(_ rating: Rating) -> Double {
      model.interval(
        nextMemory(of: card, model: model, today: today, rating: rating), retention: retention)
    }
    return PassingIntervals(
      hard: interval(.hard), good: interval(.good), easy: interval(.easy),
      last: card.grantedDays, isRelearning: card.isRelearning
    ) { LoadBalance.choose(from: $0, seed: seed, due: dueCount) }
  }

  /// The memory after an answer today.
  package static func nextMemory(
    of card: CardProgress, model: FSRS6, today: CalendarDay, rating: Rating
  ) -> MemoryState {
    guard let memory = card.memory, let lastDay = card.lastDay else {
      return model.firstState(rating)
    }
    return model.nextState(
      memory, elapsedDays: Double(max(0, today - lastDay)), rating: rating)
  }

  /// The seed of a card's fuzz: the same for the same card and number of answers, so that taking
  /// an answer back and giving it again grants the same interval.
  package static func seed(question: String, answers: Int) -> UInt64 {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (UInt64(truncatingIfNeeded: answers) &* 0x9e37_79b9_7f4a_7c15)
  }
}
