/// The order in which new cards are met: by blueprint weight, weak domains more often.
struct NewCardOrder {
  private var weights: [String: Double]
  private var seed: UInt64
  /// Whether the learner has only begun: then questions on long records come last.
  private var isBeginning: Bool

  /// A domain's weight is its share of the form times 1 to 2 by the learner's share of misses in
  /// it (with four answers of three quarters right assumed, so that one miss says little).
  init(catalog: Catalog, progress: Progress, exam: String, seed: UInt64) {
    self.seed = seed
    weights = [:]
    isBeginning = true
    var answers: [String: (all: Int, passed: Int)] = [:]
    for question in catalog.questions(for: exam) {
      let card = progress[question.id]
      guard card.answers > 0, let domain = question.domain(in: exam) else { continue }
      answers[domain, default: (0, 0)].all += card.answers
      answers[domain, default: (0, 0)].passed += card.passes
    }
    isBeginning = answers.values.reduce(0) { $0 + $1.all } < 40
    for domain in catalog.profile(exam)?.domains ?? [] {
      let known = answers[domain.id] ?? (0, 0)
      let accuracy = (Double(known.passed) + 3) / (Double(known.all) + 4)
      weights[domain.id] = Double(domain.questions) * (2 - accuracy)
    }
  }

  /// Each next card is of the domain that is furthest behind its weight; within a domain the
  /// order is shuffled by the seed, the cards of one exhibit side by side.
  func ordered(_ cards: [Deck.Card]) -> [Deck.Card] {
    guard isBeginning else { return balanced(cards) }
    return balanced(cards.filter { !$0.hasExhibit }) + balanced(cards.filter(\.hasExhibit))
  }

  private func balanced(_ cards: [Deck.Card]) -> [Deck.Card] {
    var generator = SplitMix64(seed: seed)
    var piles: [String: [Deck.Card]] = [:]
    for card in cards { piles[card.domain, default: []].append(card) }
    let domains = piles.keys.sorted()
    for domain in domains { piles[domain]?.shuffle(using: &generator) }
    var taken: [String: Double] = [:]
    var result: [Deck.Card] = []
    result.reserveCapacity(cards.count)
    while result.count < cards.count {
      var best: (domain: String, debt: Double)?
      for domain in domains where piles[domain]?.isEmpty == false {
        let debt = ((taken[domain] ?? 0) + 1) / max(0.01, weights[domain] ?? 1)
        if debt < best?.debt ?? .infinity { best = (domain, debt) }
      }
      guard let best, let card = piles[best.domain]?.popLast() else { break }
      taken[best.domain, default: 0] += 1
      result.append(card)
    }
    return result
  }
}

/// A small generator whose sequence is the same on every machine (Steele, Lea, Flood 2014).
package struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
