import FSRS

/// What a history tells beyond the state of its cards: how well the model foresees, how sure the
/// learner was, how each question went the first time.
///
/// One pass over the history makes it, one answer more is one step (``take(_:)``), and no bank is
/// needed. Figures by day are not here: ``Progress/tallies`` has them.
package struct LearnerStatistics: Equatable, Sendable {
  /// The memory model that the history was read with.
  package let model: FSRS6
  /// The study day on which it was made.
  package let day: CalendarDay
  package private(set) var questions: [String] = []
  /// Of each question; the same positions as in `questions`.
  package private(set) var figures: [QuestionFigures] = []
  /// The recall that each question had `lookBack` days before `day`, 0 to 1.
  package private(set) var earlierRecall: [Float] = []
  /// Answers in mock exams, in time order.
  package private(set) var mockAnswers: [MockAnswer] = []

  private var exams: [String] = []
  /// A row of stability bins for each exam.
  private var retention: [RetentionCount] = []
  /// A row of four for each exam: guess and wrong, guess and right, sure and wrong, sure and right.
  private var confidence: [Int] = []
  private var positions: [String: Int32] = [:]
  /// The last answer taken in, so that it can be taken back or graded.
  private var last: Step?

  /// What one answer changed, as it stood before.
  private struct Step: Equatable, Sendable {
    var event: HistoryEvent
    var position: Int
    var figures: QuestionFigures
    var retention: [RetentionCount]
    var confidence: [Int]
    var mockAnswers: Int
  }

  /// How far back the comparison with earlier looks, in days.
  package static let lookBack = 28

  /// Upper ends of the stability bins, in days; a last bin is open.
  package static let stabilityEdges: [Double] = [3, 7, 21, 60, 180]
  static let stabilityBins = 6

  /// The bin of a stability in days.
  @inline(__always)
  static func bin(_ stability: Double) -> Int {
    if stability < 21 { return stability < 3 ? 0 : stability < 7 ? 1 : 2 }
    return stability < 60 ? 3 : stability < 180 ? 4 : 5
  }

  /// Statistics of no answers.
  package init(model: FSRS6 = .standard, day: CalendarDay) {
    self.model = model
    self.day = day
  }

  /// Computes everything from a sorted history of all events of all devices.
  package init(_ history: History, model: FSRS6, day: CalendarDay) {
    self.init(model: model, day: day)
    var history = history
    var ledger = ExamLedger()
    history.addExamReviews(&ledger)
    questions = history.questions
    figures = Array(repeating: QuestionFigures(), count: questions.count)
    positions.reserveCapacity(questions.count)
    for (place, id) in questions.enumerated() { positions[id] = Int32(place) }
    for exam in history.exams { _ = row(ofExam: exam) }
    let amendments = Amendments(history.others)
    let filter = AmendedSequences(amendments)
    let lookBackDay = Int32(clamping: day.number - LearnerStatistics.lookBack)
    var hasLookedBack = false
    // The instants between which a record belongs to the study day found last.
    var dayStart = Int64.max
    var zone: Int16 = 0
    var number: Int32 = 0
    for var record in history.reviews {
      if filter.mayName(record.sequence) {
        let id = history.id(of: record)
        if amendments.withdrawn.contains(id) { continue }
        if let grade = amendments.grades[id] { record.rating = grade.rating }
      }
      if record.milliseconds < dayStart || record.milliseconds >= dayStart + 86_400_000
        || record.zoneMinutes != zone
      {
        zone = record.zoneMinutes
        let found = record.studyDay
        number = Int32(clamping: found.number)
        dayStart =
          Int64(found.number) * 86_400_000 + 4 * 3_600_000 - Int64(record.zoneMinutes) * 60_000
        if !hasLookedBack, number > lookBackDay {
          hasLookedBack = true
          lookBack()
        }
      }
      fold(record, day: number, exam: Int(record.exam))
    }
    if !hasLookedBack { lookBack() }
  }

  /// The figures of a question; nil where it was never answered.
  package subscript(id: String) -> QuestionFigures? {
    guard let place = positions[id], figures[Int(place)].answers > 0 else { return nil }
    return figures[Int(place)]
  }

  /// The recall that a question had `lookBack` days before `day`.
  package func earlierRecall(of id: String) -> Double {
    guard let place = positions[id], Int(place) < earlierRecall.count else { return 0 }
    return Double(earlierRecall[Int(place)])
  }

  /// True and expected retention by stability before the review, the least stable first.
  package func retention(exam: String) -> [RetentionCount] {
    let width = LearnerStatistics.stabilityBins
    guard let row = exams.firstIndex(of: exam) else {
      return Array(repeating: RetentionCount(), count: width)
    }
    return Array(retention[(row * width)..<((row + 1) * width)])
  }

  /// How often the learner was sure or guessed, and was right or wrong.
  package func confidence(exam: String) -> ConfidenceCount {
    guard let row = exams.firstIndex(of: exam) else { return ConfidenceCount() }
    return ConfidenceCount(
      guessWrong: confidence[row * 4], guessRight: confidence[row * 4 + 1],
      sureWrong: confidence[row * 4 + 2], sureRight: confidence[row * 4 + 3])
  }
}

extension LearnerStatistics {
  /// Takes in an event that has just been written, newer than all before it.
  ///
  /// The answer is false where the statistics have to be made anew: after new weights, an undo or
  /// a grade of anything but the last answer, or the end of a mock exam.
  package mutating func take(_ event: HistoryEvent) -> Bool {
    switch event.action {
    case .review(let review):
      take(review, of: event)
      return true
    case .undo(let id):
      guard let step = last, step.event.id == id else { return false }
      takeBack(step)
      return true
    case .grade(let id, let rating, _):
      guard let step = last, step.event.id == id, case .review(var review) = step.event.action
      else { return false }
      takeBack(step)
      review.rating = rating
      take(review, of: step.event)
      return true
    case .setting(let key, _):
      return key != LearnerSettings.Key.weights
    default:
      return !event.endsExam
    }
  }

  private mutating func take(_ review: Review, of event: HistoryEvent) {
    let place: Int
    if let known = positions[review.question] {
      place = Int(known)
    } else {
      place = questions.count
      questions.append(review.question)
      figures.append(QuestionFigures())
      earlierRecall.append(0)
      positions[review.question] = Int32(place)
    }
    let exam = row(ofExam: review.exam ?? "")
    last = Step(
      event: event, position: place, figures: figures[place], retention: retention,
      confidence: confidence, mockAnswers: mockAnswers.count)
    let record = ReviewRecord(
      review, milliseconds: event.milliseconds, zoneMinutes: event.zoneMinutes,
      question: Int32(place), exam: 0, device: 0, sequence: event.id.sequence)
    fold(record, day: Int32(clamping: record.studyDay.number), exam: exam)
  }

  private mutating func takeBack(_ step: Step) {
    figures[step.position] = step.figures
    retention = step.retention
    confidence = step.confidence
    mockAnswers.removeLast(mockAnswers.count - step.mockAnswers)
    last = nil
  }

  /// The row of an exam, given one where it has none yet.
  private mutating func row(ofExam exam: String) -> Int {
    if let known = exams.firstIndex(of: exam) { return known }
    exams.append(exam)
    retention += Array(repeating: RetentionCount(), count: LearnerStatistics.stabilityBins)
    confidence += [0, 0, 0, 0]
    return exams.count - 1
  }

  /// Notes what every question's recall was on the day to compare with.
  private mutating func lookBack() {
    let earlier = day + -LearnerStatistics.lookBack
    earlierRecall = figures.map { Float($0.recall(on: earlier, model: model)) }
  }

  /// Counts one answer; what a recall is follows ``Progress``.
  @inline(__always)
  private mutating func fold(_ record: ReviewRecord, day: Int32, exam: Int) {
    let place = Int(record.question)
    let passed = record.rating.isPass
    let isRight = record.flags.contains(.knowsCorrect) ? record.flags.contains(.correct) : passed
    let inExam = record.flags.contains(.exam)
    if inExam {
      mockAnswers.append(
        MockAnswer(
          question: record.question, day: day, isRight: isRight,
          wasSeen: figures[place].answers > 0))
    }
    if record.flags.contains(.knowsSure) {
      confidence[exam * 4 + (record.flags.contains(.sure) ? 2 : 0) + (isRight ? 1 : 0)] += 1
    }
    figures[place].count(record, day: day, isRight: isRight)
    guard record.flags.contains(.movesSchedule) else { return }
    let before = figures[place]
    guard before.stability > 0 else {
      figures[place].remember(
        model.firstState(record.rating), day: day, passed: passed, inExam: inExam)
      return
    }
    let elapsed = Double(max(0, day - before.lastDay))
    let step = model.review(
      MemoryState(stability: before.stability, difficulty: before.difficulty),
      elapsedDays: elapsed, rating: record.rating)
    if elapsed >= 1, !before.isLearning {
      let cell = exam * LearnerStatistics.stabilityBins + LearnerStatistics.bin(before.stability)
      retention[cell].recalls += 1
      retention[cell].remembered += passed ? 1 : 0
      retention[cell].expected += step.retrievability
    }
    figures[place].remember(step.state, day: day, passed: passed, inExam: inExam)
  }
}

extension HistoryEvent {
  /// Whether the event turns the answers of a mock exam into reviews.
  fileprivate var endsExam: Bool {
    guard case .exam(let event) = action, case .submit = event.step else { return false }
    return true
  }
}

/// Sequence numbers that an undo or a grade may name: most answers need no look at the sets.
private struct AmendedSequences {
  private var marks: [Bool]

  init(_ amendments: Amendments) {
    marks = Array(repeating: false, count: 1 << 14)
    for id in amendments.withdrawn { marks[id.sequence & (1 << 14 - 1)] = true }
    for id in amendments.grades.keys { marks[id.sequence & (1 << 14 - 1)] = true }
  }

  @inline(__always)
  func mayName(_ sequence: Int32) -> Bool { marks[Int(sequence) & (1 << 14 - 1)] }
}
