import FSRS

/// Plans for drills: cards asked out of turn, without moving the schedule of those not due.
package enum DrillPlan {
  /// Cards of some domains that were seen before, the least certain first.
  /// - Parameter count: the most cards.
  package static func plan(
    domains: [String], catalog: Catalog, progress: Progress, exam: String, today: CalendarDay,
    seed: UInt64, count: Int = 20
  ) -> StudyPlan {
    let day = progress.settings.plan(for: exam).validityDay(today: today)
    var seen: [(id: String, strength: Double)] = []
    for question in catalog.questions(for: exam) {
      guard let domain = question.domain(in: exam), domains.contains(domain),
        question.valid.contains(day)
      else { continue }
      let card = progress[question.id]
      guard card.isAvailable(on: today), card.answers > 0,
        question.pool == .study || card.examAnswers > 0
      else { continue }
      let recall = card.retrievability(on: today, model: progress.model) ?? 0
      let share = (Double(card.passes) + 1) / (Double(card.answers) + 2)
      seen.append((question.id, recall * share))
    }
    seen.sort { ($0.strength, $0.id) < ($1.strength, $1.id) }
    var cards = seen.prefix(count).map(\.id)
    var generator = SplitMix64(seed: seed)
    cards.shuffle(using: &generator)
    let pace = Pace(progress: progress)
    let seconds = cards.reduce(0.0) { sum, id in
      sum + pace.seconds(for: catalog.question(id)?.kind ?? .choice)
    }
    return StudyPlan(
      cards: cards, dueCount: 0, newCount: 0, dueLeftOut: 0,
      minutes: max(1, Int((seconds / 60).rounded())))
  }
}
