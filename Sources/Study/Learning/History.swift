import FSRS

/// A learner's whole history in memory: the many reviews packed, everything else as it is.
package struct History: Sendable {
  /// Question ids; a review names its question by position here.
  package private(set) var questions: [String]
  /// Exam ids, the empty one first; a review names its exam by position here.
  package private(set) var exams: [String]
  /// Devices; a review names its own by position here.
  package private(set) var devices: [UInt32]
  package private(set) var reviews: [ReviewRecord]
  /// Every event that is not a review.
  package private(set) var others: [HistoryEvent]

  private var questionIndex: [String: Int32]
  private var isSorted = true

  package init() {
    questions = []
    exams = [""]
    devices = []
    reviews = []
    others = []
    questionIndex = [:]
  }

  package var isEmpty: Bool { reviews.isEmpty && others.isEmpty }

  package mutating func reserve(reviews count: Int) { reviews.reserveCapacity(count) }

  /// The position of a question, given one where it has none yet.
  package mutating func position(ofQuestion id: String) -> Int32 {
    if let known = questionIndex[id] { return known }
    let position = Int32(questions.count)
    questions.append(id)
    questionIndex[id] = position
    return position
  }

  /// The position of an exam; past the 255th all are the empty one.
  package mutating func position(ofExam id: String) -> UInt8 {
    if let known = exams.firstIndex(of: id) { return UInt8(known) }
    guard exams.count < 255 else { return 0 }
    exams.append(id)
    return UInt8(exams.count - 1)
  }

  /// The position of a device.
  package mutating func position(ofDevice device: UInt32) -> UInt16 {
    if let known = devices.lastIndex(of: device) { return UInt16(truncatingIfNeeded: known) }
    devices.append(device)
    return UInt16(truncatingIfNeeded: devices.count - 1)
  }

  /// Adds a packed review.
  package mutating func append(_ record: ReviewRecord) {
    if let last = reviews.last, !precedes(last, record) { isSorted = false }
    reviews.append(record)
  }

  /// Adds an event of any type.
  package mutating func append(_ event: HistoryEvent) {
    guard case .review(let review) = event.action else {
      others.append(event)
      return
    }
    append(
      ReviewRecord(
        review, milliseconds: event.milliseconds, zoneMinutes: event.zoneMinutes,
        question: position(ofQuestion: review.question),
        exam: position(ofExam: review.exam ?? ""),
        device: position(ofDevice: event.id.device), sequence: event.id.sequence))
  }

  /// Brings all events into the one order that every device agrees on: time, then id.
  ///
  /// An event that came twice, as in a copy that a file syncer made, is kept once.
  package mutating func sort() {
    others.sort { $0.position < $1.position }
    if zip(others, others.dropFirst()).contains(where: { $0.position == $1.position }) {
      others = others.reduce(into: []) { kept, event in
        if kept.last?.position != event.position { kept.append(event) }
      }
    }
    guard !isSorted else { return }
    let devices = devices
    reviews.sort { History.precedes($0, $1, devices: devices) }
    reviews = reviews.reduce(into: []) { kept, record in
      if kept.last.map({ History.precedes($0, record, devices: devices) }) ?? true {
        kept.append(record)
      }
    }
    isSorted = true
  }

  /// Adds the reviews that submitted exams come to, at the instant of their submission.
  ///
  /// Sorted histories only.
  /// - Parameter ledger: the exams before this history; takes its exam events in.
  package mutating func addExamReviews(_ ledger: inout ExamLedger) {
    var added: [ReviewRecord] = []
    for (event, answers) in ledger.takeAll(others) {
      let device = position(ofDevice: event.id.device)
      for review in answers {
        added.append(
          ReviewRecord(
            review, milliseconds: event.milliseconds, zoneMinutes: event.zoneMinutes,
            question: position(ofQuestion: review.question),
            exam: position(ofExam: review.exam ?? ""), device: device,
            sequence: event.id.sequence))
      }
    }
    guard !added.isEmpty else { return }
    // The reviews of one submission share its place: they are merged in, not sorted in.
    let devices = devices
    added.sort { History.precedes($0, $1, devices: devices) }
    var merged: [ReviewRecord] = []
    merged.reserveCapacity(reviews.count + added.count)
    var next = added[...]
    for record in reviews {
      while let first = next.first, History.precedes(first, record, devices: devices) {
        merged.append(next.removeFirst())
      }
      merged.append(record)
    }
    reviews = merged + next
  }

  /// The place of the first event and of the last; nil where there is none.
  ///
  /// Sorted histories only.
  package var range: ClosedRange<EventPosition>? {
    func position(_ record: ReviewRecord) -> EventPosition {
      EventPosition(milliseconds: record.milliseconds, id: id(of: record))
    }
    let first = [reviews.first.map(position), others.first?.position].compactMap { $0 }.min()
    let last = [reviews.last.map(position), others.last?.position].compactMap { $0 }.max()
    guard let first, let last else { return nil }
    return first...last
  }

  /// Whether its events can be folded onto a state that ends at `last`: all of them come later,
  /// none changes an event that is not here, and the memory model stays the same.
  package func continues(after last: EventPosition?) -> Bool {
    guard let range else { return true }
    if let last, range.lowerBound <= last { return false }
    let named = others.compactMap { event -> EventID? in
      switch event.action {
      case .undo(let id), .grade(let id, _, _): id
      default: nil
      }
    }
    if others.contains(where: { $0.settingKey == LearnerSettings.Key.weights }) { return false }
    guard !named.isEmpty else { return true }
    let ids = Set(reviews.map { id(of: $0) }).union(others.map(\.id))
    return named.allSatisfy(ids.contains)
  }

  /// The id of a packed review.
  package func id(of record: ReviewRecord) -> EventID {
    EventID(device: devices[Int(record.device)], sequence: Int(record.sequence))
  }

  private func precedes(_ left: ReviewRecord, _ right: ReviewRecord) -> Bool {
    History.precedes(left, right, devices: devices)
  }

  private static func precedes(
    _ left: ReviewRecord, _ right: ReviewRecord, devices: [UInt32]
  ) -> Bool {
    if left.milliseconds != right.milliseconds { return left.milliseconds < right.milliseconds }
    if left.device != right.device {
      return devices[Int(left.device)] < devices[Int(right.device)]
    }
    return left.sequence < right.sequence
  }
}

/// A review in 40 bytes, for histories of a million lines.
package struct ReviewRecord: Equatable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  package var milliseconds: Int64
  package var sequence: Int32
  /// Positions in ``History``.
  package var question: Int32
  /// The granted interval in days; -1 where the line has none.
  package var days: Int32
  /// Time to answer in milliseconds; -1 where the line has none.
  package var spent: Int32
  /// Minutes east of UTC.
  package var zoneMinutes: Int16
  package var device: UInt16
  package var exam: UInt8
  package var rating: Rating
  package var flags: Flags

  /// The yes-or-no facts of a review.
  package struct Flags: OptionSet, Sendable {
    package var rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let knowsCorrect = Flags(rawValue: 1)
    package static let correct = Flags(rawValue: 2)
    package static let knowsSure = Flags(rawValue: 4)
    package static let sure = Flags(rawValue: 8)
    package static let movesSchedule = Flags(rawValue: 16)
    package static let exam = Flags(rawValue: 32)
    // Literals of two are made by a generic loop, which a replay of a million lines would feel.
    package static let right = Flags(rawValue: 3)
    package static let certain = Flags(rawValue: 12)
  }

  package init(
    milliseconds: Int64, sequence: Int32, question: Int32, days: Int32, spent: Int32,
    zoneMinutes: Int16, device: UInt16, exam: UInt8, rating: Rating, flags: Flags
  ) {
    self.milliseconds = milliseconds
    self.sequence = sequence
    self.question = question
    self.days = days
    self.spent = spent
    self.zoneMinutes = zoneMinutes
    self.device = device
    self.exam = exam
    self.rating = rating
    self.flags = flags
  }

  /// Packs a review.
  package init(
    _ review: Review, milliseconds: Int64, zoneMinutes: Int, question: Int32, exam: UInt8,
    device: UInt16, sequence: Int
  ) {
    var flags = Flags()
    if let correct = review.isCorrect {
      flags.formUnion(correct ? .right : .knowsCorrect)
    }
    if let sure = review.isSure { flags.formUnion(sure ? .certain : .knowsSure) }
    if review.movesSchedule { flags.insert(.movesSchedule) }
    if review.mode == .exam { flags.insert(.exam) }
    self.init(
      milliseconds: milliseconds, sequence: Int32(clamping: sequence), question: question,
      days: Int32(clamping: review.days ?? -1), spent: Int32(clamping: review.milliseconds ?? -1),
      zoneMinutes: Int16(clamping: zoneMinutes), device: device, exam: exam,
      rating: review.rating, flags: flags)
  }

  /// The study day of the answer.
  package var studyDay: CalendarDay {
    CalendarDay(studyDayAt: milliseconds, zoneMinutes: Int(zoneMinutes))
  }
}
