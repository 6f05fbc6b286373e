import FSRS

/// How much is kept, against what the model said, and what comes due.
package struct MemoryReport: Equatable, Sendable {
  /// The chance of recall at which cards are asked again.
  package var goal: Double
  /// Recalls of the last 30 days.
  package var recent = RetentionCount()
  /// The last twelve calendar months, the present one last.
  package var months: [Month] = []
  /// By stability before the review, the least stable first.
  ///
  /// ``LearnerStatistics/stabilityEdges`` has the bins; empty while there are no statistics.
  package var byStability: [RetentionCount] = []
  /// Cards due on each of the next days, today first.
  package var load: [Int]
  /// Cards with a memory in each stability bin.
  package var stabilities: [Int]
  /// Cards with a memory, and how many of them the model expects to be recalled today.
  package var learned: Int
  package var recalledToday: Double
  /// The middle stability of all cards with a memory, in days; nil without any.
  package var medianStability: Double?

  /// One calendar month.
  package struct Month: Equatable, Sendable {
    package var year: Int
    /// 1 to 12.
    package var month: Int
    package var count: RetentionCount

    /// `Nov 26`.
    package var name: String {
      let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      let short = year % 100
      return "\(names[(month - 1) % 12]) \(short < 10 ? "0" : "")\(short)"
    }
  }

  /// The fewest recalls from which a share is told.
  package static let leastRecalls = 20

  package init(
    catalog: Catalog, progress: Progress, statistics: LearnerStatistics?, deck: Deck
  ) {
    goal = progress.settings.retention
    byStability = statistics?.retention(exam: deck.exam) ?? []
    load = deck.load(days: 30)
    stabilities = Array(repeating: 0, count: LearnerStatistics.stabilityBins)
    learned = 0
    recalledToday = 0
    var all: [Double] = []
    for question in catalog.questions(for: deck.exam) {
      let card = progress[question.id]
      guard let memory = card.memory else { continue }
      learned += 1
      recalledToday += card.retrievability(on: deck.today, model: progress.model) ?? 0
      stabilities[LearnerStatistics.bin(memory.stability)] += 1
      all.append(memory.stability)
    }
    all.sort()
    medianStability = all.isEmpty ? nil : all[all.count / 2]
    addDays(progress, exam: deck.exam, today: deck.today)
  }

  private mutating func addDays(_ progress: Progress, exam: String, today: CalendarDay) {
    let (year, month, _) = today.parts
    let present = year * 12 + month - 1
    months = (0..<12).map { place in
      let number = present - 11 + place
      return Month(year: number / 12, month: number % 12 + 1, count: RetentionCount())
    }
    for (key, tally) in progress.tallies where key.exam == exam && tally.recalls > 0 {
      var count = RetentionCount()
      count.recalls = tally.recalls
      count.remembered = tally.remembered
      count.expected = Double(tally.expectedMillionths) / 1_000_000
      if (0..<30).contains(today - key.day) { recent += count }
      let parts = key.day.parts
      let place = parts.year * 12 + parts.month - 1 - present + 11
      if months.indices.contains(place) { months[place].count += count }
    }
  }

  /// The share kept in the last 30 days; nil where too few reviews say anything about it.
  package var kept: Double? {
    recent.recalls < MemoryReport.leastRecalls ? nil : recent.share
  }
}
