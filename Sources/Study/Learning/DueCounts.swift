import FSRS

/// How many cards come back today, within 7 days and within 30; each holds the one before.
package struct DueCounts: Equatable, Sendable {
  package var today: Int
  package var week: Int
  package var month: Int

  /// The dates that the cards of a deck have.
  package init(_ deck: Deck) {
    let load = deck.load(days: 30)
    today = load[0]
    week = load[..<7].reduce(0, +)
    month = load.reduce(0, +)
  }

  /// The dates that the cards of a deck would have if the model's weights set them all anew: those
  /// of a replay in which no line names the days that were granted.
  ///
  /// There is no fuzz in it, so that two sets of weights can be compared. A card in learning keeps
  /// its date.
  package init(_ deck: Deck, asSetBy progress: Progress) {
    (today, week, month) = (0, 0, 0)
    let factor = progress.model.intervalFactor(retention: progress.settings.retention)
    for card in deck.due + deck.later {
      let distance = (progress[card.id].day(intervalFactor: factor) ?? deck.today) - deck.today
      if distance <= 0 { today += 1 }
      if distance < 7 { week += 1 }
      if distance < 30 { month += 1 }
    }
  }
}

extension CardProgress {
  /// The day on which the chance of recall has fallen to the goal; nil for a card in learning.
  /// - Parameter intervalFactor: the interval of a memory with a stability of one day.
  fileprivate func day(intervalFactor: Double) -> CalendarDay? {
    guard case .review(let due) = phase, let memory, let lastDay else { return nil }
    // A miss in an exam is due the next day, whatever the weights.
    if examAnswers > 0, due - lastDay == 1 { return due }
    return lastDay + WholeDays.nearest(memory.stability * intervalFactor)
  }
}
