/// The cards of one session, in order.
package struct StudyPlan: Equatable, Sendable {
  /// Ids in the order in which they are asked.
  package var cards: [String]
  /// How many of them are due; the rest is new or studied ahead.
  package var dueCount: Int
  /// New cards among them.
  package var newCount: Int
  /// Due cards that did not fit into the minutes.
  package var dueLeftOut: Int
  /// What the session is likely to take, in minutes.
  package var minutes: Int

  package init(cards: [String], dueCount: Int, newCount: Int, dueLeftOut: Int, minutes: Int) {
    self.cards = cards
    self.dueCount = dueCount
    self.newCount = newCount
    self.dueLeftOut = dueLeftOut
    self.minutes = minutes
  }

  /// What a session takes from the deck.
  package struct Choice: Equatable, Sendable {
    package var kind: Question.Kind?
    package var domain: String?
    /// The most cards; nil for no such limit.
    package var cardLimit: Int?
    /// The most minutes; nil for no such limit.
    package var minuteLimit: Int?
    /// Whether due cards come first; false leaves them for later.
    package var takesDue: Bool
    /// New cards beyond the day's allowance.
    package var extraNew: Int
    /// Cards that are due on later days.
    package var ahead: Int

    package init(
      kind: Question.Kind? = nil, domain: String? = nil, cardLimit: Int? = nil,
      minuteLimit: Int? = nil, takesDue: Bool = true, extraNew: Int = 0, ahead: Int = 0
    ) {
      self.kind = kind
      self.domain = domain
      self.cardLimit = cardLimit
      self.minuteLimit = minuteLimit
      self.takesDue = takesDue
      self.extraNew = extraNew
      self.ahead = ahead
    }

    func takes(_ card: Deck.Card) -> Bool {
      (kind == nil || card.kind == kind) && (domain == nil || card.domain == domain)
    }
  }

  /// Due cards first, topics interleaved, then new ones by blueprint weight and weakness, as many
  /// as fit into the limits; at least one where there is any.
  package init(
    deck: Deck, catalog: Catalog, progress: Progress, choice: Choice = Choice(), seed: UInt64
  ) {
    let due = StudyPlan.interleaved(deck.due.filter { choice.takesDue && choice.takes($0) })
    let fresh = NewCardOrder(
      catalog: catalog, progress: progress, exam: deck.exam, seed: seed
    ).ordered(deck.unseen.filter(choice.takes))
    let allowed = fresh.prefix(deck.newAllowance(progress) + choice.extraNew)
    let ahead = StudyPlan.interleaved(
      Array(deck.later.filter(choice.takes).prefix(choice.ahead)))
    let pace = Pace(progress: progress)
    var cards: [String] = []
    var seconds = 0.0
    var counts = [0, 0, 0]
    fill: for (index, group) in [due, Array(allowed), ahead].enumerated() {
      for card in group {
        if let limit = choice.cardLimit, cards.count >= limit { break fill }
        let cost = pace.seconds(for: card.kind, hasExhibit: card.hasExhibit)
        if let limit = choice.minuteLimit, !cards.isEmpty, seconds + cost > Double(limit) * 60 + 1 {
          break fill
        }
        seconds += cost
        cards.append(card.id)
        counts[index] += 1
      }
    }
    self.init(
      cards: cards, dueCount: counts[0], newCount: counts[1],
      dueLeftOut: due.count - counts[0], minutes: max(1, Int((seconds / 60).rounded())))
    if cards.isEmpty { minutes = 0 }
  }

  /// Keeps the order but for a card of the same domain as the one before it: the next of another
  /// domain among the following six goes first.
  static func interleaved(_ cards: [Deck.Card]) -> [Deck.Card] {
    var left = cards
    var start = left.startIndex
    var previous: String?
    while start < left.endIndex {
      let window = left[start..<min(left.endIndex, start + 7)]
      if let other = window.firstIndex(where: { $0.domain != previous }), other != start {
        let card = left.remove(at: other)
        left.insert(card, at: start)
      }
      previous = left[start].domain
      start += 1
    }
    return left
  }
}

/// How long a learner takes for a card.
package struct Pace: Equatable, Sendable {
  /// The learner's own seconds an answer over those assumed here, 0.4 to 2.5.
  private var factor: Double

  /// Assumed seconds for a card of each kind, reading the verdict included.
  static func assumedSeconds(_ kind: Question.Kind) -> Double {
    switch kind {
    case .choice: 45
    case .multiple: 55
    case .code: 50
    case .flashcard: 15
    }
  }

  package init(progress: Progress) {
    let total = progress.tallies.values.reduce(into: (answers: 0, milliseconds: 0)) {
      $0.answers += $1.answers
      $0.milliseconds += $1.milliseconds
    }
    // Forty answers of the assumed kind stand in until the learner's own outweigh them.
    let assumed = 35.0
    let mean =
      (Double(total.milliseconds) / 1000 + 40 * assumed) / (Double(total.answers) + 40)
    factor = min(2.5, max(0.4, mean / assumed))
  }

  /// - Parameter hasExhibit: whether a record has to be read first.
  package func seconds(for kind: Question.Kind, hasExhibit: Bool = false) -> Double {
    (Pace.assumedSeconds(kind) + (hasExhibit ? 75 : 0)) * factor
  }

  /// The mean over some cards, in seconds; that of a question where there are none.
  package func mean(of cards: [String], in catalog: Catalog) -> Double {
    guard !cards.isEmpty else { return seconds(for: .choice) }
    let total = cards.reduce(0.0) { $0 + seconds(of: $1, in: catalog) }
    return total / Double(cards.count)
  }

  private func seconds(of id: String, in catalog: Catalog) -> Double {
    // Two look-ups on purpose: both fields of one question bring the optimizer of Swift 6.3.1 down.
    let kind = catalog.question(id)?.kind ?? .choice
    let hasExhibit = catalog.hasExhibit(id)
    return seconds(for: kind, hasExhibit: hasExhibit)
  }
}
