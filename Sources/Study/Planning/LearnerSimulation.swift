import FSRS
import Glibc

/// A simulated learner from the first card to the exam: the history as the program would have
/// written it, and how the exam went.
///
/// The truth differs from what the forecast believes. A learner knows things or does not; cards
/// teach those of the bank by a memory with weights of its own and a drift, help with others on
/// the same thing in part, and cover the real exam in part; knowledge also comes from elsewhere.
/// Guesses, slips, nerves and the exam's difficulty are the learner's own.
package struct LearnerSimulation {
  package let exam: SimulatedExam
  /// Up to the day of the forecast.
  package private(set) var history = History()
  /// The day of the forecast.
  package let today: CalendarDay
  package let examDay: CalendarDay
  /// The share of right answers in each mock exam before the forecast, in time order.
  package private(set) var mockScores: [Double] = []
  /// The share of right answers in the real exam, and whether that passed.
  package private(set) var score = 0.0
  package private(set) var passed = false

  private struct Card {
    var id: String
    var domain: Int
    /// Whether the thing it asks for is known without the card.
    var isKnown: Bool
    /// Whether other cards of the domain help with it.
    var isTouched: Bool
    /// The true memory, and the one that the program schedules by.
    var truth: MemoryState?
    var memory: MemoryState?
    var lastDay = 0
    var due = Int.max
    var wasMet = false
  }

  private let traits: CandidateTraits
  private var random: CandidateRandom
  /// Study cards of all domains, then mock questions.
  private var cards: [Card] = []
  private var studyRanges: [Range<Int>] = []
  private var mockRanges: [Range<Int>] = []
  private var newOrder: [Int] = []
  /// The mean recall of each domain's study cards, some days old at most.
  private var recalled: [Double] = []
  private var sequence = 1
  private static let firstDay = CalendarDay(year: 2025, month: 1, day: 6)

  package init(_ exam: SimulatedExam, seed: UInt64) {
    self.exam = exam
    random = CandidateRandom(seed: seed &* 0x9e37_79b9 &+ 17)
    traits = CandidateTraits(exam, random: &random)
    today = LearnerSimulation.firstDay + traits.forecastDay
    examDay = LearnerSimulation.firstDay + traits.examDay
    makeCards()
    history.append(
      HistoryEvent(
        id: EventID(device: 1, sequence: 1), milliseconds: milliseconds(0, 0), zoneMinutes: 0,
        action: .setting(
          key: LearnerSettings.Key.exam(exam.profile.id), value: .text(examDay.description))))
    for day in 0..<traits.examDay { live(day) }
    sitExam()
  }

  private mutating func makeCards() {
    func add(_ ids: [String], _ domain: Int) -> Range<Int> {
      let start = cards.count
      for id in ids {
        let known = Distribution.logistic(traits.background[domain] + 0.8 * random.normal())
        cards.append(
          Card(
            id: id, domain: domain, isKnown: random.unit() < known,
            isTouched: random.unit() < 0.75))
      }
      return start..<cards.count
    }
    studyRanges = exam.study.enumerated().map { add($1, $0) }
    mockRanges = exam.mock.enumerated().map { add($1, $0) }
    newOrder = Array(0..<(studyRanges.last?.upperBound ?? 0))
    for place in newOrder.indices.reversed() {
      newOrder.swapAt(place, random.index(below: place + 1))
    }
    recalled = studyRanges.map { _ in 0 }
  }

  private func milliseconds(_ day: Int, _ place: Int) -> Int64 {
    Int64(LearnerSimulation.firstDay.number + day) * 86_400_000 + 36_000_000 + Int64(place) * 40_000
  }

  private mutating func live(_ day: Int) {
    if day % 5 == 0 { lookAround(day) }
    var place = 0
    if traits.mockDays.contains(day) { sitMock(day, &place) }
    guard day <= traits.lastStudyDay, random.unit() < traits.adherence else { return }
    let due = cards.indices.filter { cards[$0].due <= day }.prefix(traits.mostReviews)
    for card in due { study(card, day, &place) }
    guard due.count < traits.mostReviews else { return }
    for _ in 0..<traits.newCards {
      guard let card = newOrder.popLast() else { return }
      study(card, day, &place)
    }
  }

  /// Every few days: what is recalled, and what was learned elsewhere.
  private mutating func lookAround(_ day: Int) {
    for (domain, range) in studyRanges.enumerated() {
      recalled[domain] = range.reduce(0) { $0 + recall(cards[$1], day) } / Double(range.count)
    }
    for index in cards.indices where random.unit() < 5 * traits.elsewhere {
      cards[index].isKnown = true
    }
  }

  /// The true chance of recall.
  private func recall(_ card: Card, _ day: Int) -> Double {
    guard let truth = card.truth else { return 0 }
    let recall = traits.memory.retrievability(truth, elapsedDays: Double(day - card.lastDay))
    guard recall < 0.999 else { return recall }
    return Distribution.logistic(
      Distribution.logit(recall) + traits.drift * Double(day) / 30)
  }

  /// Whether the learner knows what a question asks for.
  private mutating func knows(_ index: Int, _ day: Int) -> Bool {
    let card = cards[index]
    if card.isKnown { return true }
    if card.truth != nil { return random.unit() < recall(card, day) }
    return card.isTouched && random.unit() < traits.transfer * recalled[card.domain]
  }

  private mutating func study(_ index: Int, _ day: Int, _ place: inout Int) {
    let knows = knows(index, day)
    let isRight = random.unit() < (knows ? 1 - traits.slip : traits.guess)
    let isSure = random.unit() < (knows ? 0.9 : 0.25)
    record(index, day, &place, isRight: isRight, isSure: isSure, inExam: false)
    if !isRight { record(index, day, &place, isRight: true, isSure: true, inExam: false) }
  }

  private mutating func sitMock(_ day: Int, _ place: inout Int) {
    var (count, right) = (0, 0)
    for (domain, range) in mockRanges.enumerated() {
      var fresh = range.filter { !cards[$0].wasMet }
      for _ in 0..<exam.profile.domains[domain].questions {
        let index =
          fresh.isEmpty
          ? range.lowerBound + random.index(below: range.count)
          : fresh.remove(at: random.index(below: fresh.count))
        let knows = knows(index, day)
        let isRight = random.unit() < (knows ? 1 - traits.examSlip : traits.guess)
        let isSure = random.unit() < (knows ? 0.9 : 0.25)
        record(index, day, &place, isRight: isRight, isSure: isSure, inExam: true)
        count += 1
        right += isRight ? 1 : 0
      }
    }
    if day <= traits.forecastDay { mockScores.append(Double(right) / Double(max(1, count))) }
  }

  private mutating func record(
    _ index: Int, _ day: Int, _ place: inout Int, isRight: Bool, isSure: Bool, inExam: Bool
  ) {
    let rating: Rating = isRight ? (isSure ? .good : .hard) : .again
    let elapsed = Double(day - cards[index].lastDay)
    let truth = cards[index].truth.map {
      traits.memory.nextState($0, elapsedDays: elapsed, rating: rating)
    }
    let memory = cards[index].memory.map {
      FSRS6.standard.nextState($0, elapsedDays: elapsed, rating: rating)
    }
    cards[index].truth = truth ?? traits.memory.firstState(rating)
    let next = memory ?? FSRS6.standard.firstState(rating)
    cards[index].memory = next
    cards[index].lastDay = day
    cards[index].wasMet = true
    let fuzz = random.between(0.9, 1.1)
    let days = isRight ? max(1, Int(fuzz * FSRS6.standard.interval(next, retention: 0.9))) : 1
    cards[index].due = day + days
    guard day <= traits.forecastDay else { return }
    sequence += 1
    place += 1
    var flags: ReviewRecord.Flags = [.knowsCorrect, .knowsSure, .movesSchedule]
    if isRight { flags.insert(.correct) }
    if isSure { flags.insert(.sure) }
    if inExam { flags.insert(.exam) }
    history.append(
      ReviewRecord(
        milliseconds: milliseconds(day, place), sequence: Int32(sequence),
        question: history.position(ofQuestion: cards[index].id), days: isRight ? Int32(days) : -1,
        spent: 35_000, zoneMinutes: 0, device: history.position(ofDevice: 1),
        exam: history.position(ofExam: exam.profile.id), rating: rating, flags: flags))
  }

  private mutating func sitExam() {
    let day = traits.examDay
    let profile = exam.profile
    var (count, right) = (0.0, 0.0)
    let share = Double(profile.questions - profile.unscored) / Double(max(1, profile.questions))
    for (domain, range) in studyRanges.enumerated() {
      for _ in 0..<Int((Double(profile.domains[domain].questions) * share).rounded()) {
        let known = Distribution.logistic(
          traits.background[domain] + 0.8 * random.normal() - traits.harder)
        let learnedElsewhere = 1 - pow(1 - traits.elsewhere, Double(day))
        var knows = random.unit() < known || random.unit() < learnedElsewhere
        let card = cards[range.lowerBound + random.index(below: range.count)]
        if !knows, random.unit() < traits.touched {
          knows = random.unit() < traits.transfer * recall(card, day)
        }
        let odds = Distribution.logit(knows ? 1 - traits.examSlip : traits.guess) + traits.form
        count += 1
        right += random.unit() < Distribution.logistic(odds) ? 1 : 0
      }
    }
    score = right / max(1, count)
    passed = score >= traits.cut - 1e-9
  }
}
