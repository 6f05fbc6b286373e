import FSRS

/// How much of each domain's cards is learned: by day in the past, today, and on the exam's day.
struct DomainLearning {
  /// The blueprint's domains.
  let domains: [ExamProfile.Domain]
  /// Questions of each domain that may be studied.
  private(set) var cards: [Int]
  /// How many of them were ever answered.
  private(set) var met: [Int]
  /// The share recalled today, 28 days ago, and on the exam's day, 0 to 1.
  private(set) var today: [Double]
  private(set) var earlier: [Double]
  private(set) var onExam: [Double]
  /// The days on which cards were first passed, ascending.
  private var learnedDays: [[Int32]]

  /// The share of learned cards that is recalled while study goes on.
  static let usualRecall = 0.9

  /// - Parameters:
  ///   - examDay: today or later.
  ///   - newCards: cards that the learner meets a day until then.
  ///   - goesOn: whether due cards are reviewed until then.
  init(
    profile: ExamProfile, catalog: Catalog, progress: Progress, statistics: LearnerStatistics,
    today day: CalendarDay, examDay: CalendarDay, newCards: Double, goesOn: Bool
  ) {
    domains = profile.domains
    let zeros = [Double](repeating: 0, count: domains.count)
    cards = domains.map { _ in 0 }
    met = cards
    (today, earlier, onExam) = (zeros, zeros, zeros)
    learnedDays = domains.map { _ in [] }
    var unseen = cards
    // A card that is due before the exam is reviewed, and recalled between the goal and 1.
    let reviewed = (1 + progress.settings.retention) / 2
    var places: [String: Int] = [:]
    for (place, domain) in domains.enumerated() { places[domain.id] = place }
    for question in catalog.questions(for: profile.id) where question.valid.contains(examDay) {
      guard let place = question.domain(in: profile.id).flatMap({ places[$0] }) else { continue }
      let card = progress[question.id]
      guard question.pool == .study || card.examAnswers > 0 else { continue }
      cards[place] += 1
      guard let figures = statistics[question.id] else {
        unseen[place] += 1
        continue
      }
      met[place] += 1
      if figures.learnedDay != .max { learnedDays[place].append(figures.learnedDay) }
      earlier[place] += statistics.earlierRecall(of: question.id)
      today[place] += card.retrievability(on: day, model: progress.model) ?? 0
      let later = card.retrievability(on: examDay, model: progress.model) ?? 0
      let isReviewed = goesOn && card.dueDay(today: day).map { $0 < examDay } ?? false
      onExam[place] += isReviewed ? max(later, reviewed) : later
    }
    let allUnseen = unseen.reduce(0, +)
    let coming = min(Double(allUnseen), newCards * Double(max(0, examDay - day)))
    for place in domains.indices {
      learnedDays[place].sort()
      guard cards[place] > 0 else { continue }
      if allUnseen > 0 {
        onExam[place] +=
          coming * Double(unseen[place]) / Double(allUnseen) * DomainLearning.usualRecall
      }
      let count = Double(cards[place])
      today[place] = min(1, today[place] / count)
      earlier[place] = min(1, earlier[place] / count)
      onExam[place] = min(1, onExam[place] / count)
    }
  }

  /// The share that had been learned before a day.
  func learned(domain: Int, before day: Int32) -> Double {
    guard cards[domain] > 0 else { return 0 }
    let days = learnedDays[domain]
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return DomainLearning.usualRecall * Double(low) / Double(cards[domain])
  }
}
