import FSRS

/// What undo and grade lines change about the events that they name.
struct Amendments {
  var withdrawn: Set<EventID> = []
  var grades: [EventID: (rating: Rating, days: Int?)] = [:]

  /// Reads the amendments out of sorted events; an undo is not undone, the last grade wins, and a
  /// withdrawn grade changes nothing.
  init(_ others: [HistoryEvent]) {
    for event in others {
      if case .undo(let id) = event.action { withdrawn.insert(id) }
    }
    for event in others where !withdrawn.contains(event.id) {
      if case .grade(let id, let rating, let days) = event.action { grades[id] = (rating, days) }
    }
    // Nothing that happened in a mock exam is taken back.
    guard !isEmpty else { return }
    for event in others {
      guard case .exam = event.action else { continue }
      withdrawn.remove(event.id)
      grades[event.id] = nil
    }
  }

  var isEmpty: Bool { withdrawn.isEmpty && grades.isEmpty }
}

/// The retention that was in force at each moment of a history: what an answer without an interval
/// of its own is scheduled by.
struct RetentionOverTime {
  /// The retention at the place reached.
  private(set) var value: Double
  /// The instant of the next change, in milliseconds since 1970; the greatest number after the last.
  private(set) var nextChange: Int64
  private var changes: ArraySlice<(at: EventPosition, value: Double)>

  /// - Parameter before: the settings before the history's first event.
  init(_ history: History, _ amendments: Amendments, before: LearnerSettings) {
    value = before.retention
    var settings = before
    var changes: [(at: EventPosition, value: Double)] = []
    for event in history.others where !amendments.withdrawn.contains(event.id) {
      guard case .setting(LearnerSettings.Key.retention, let new) = event.action else { continue }
      settings.set(LearnerSettings.Key.retention, new)
      changes.append((event.position, settings.retention))
    }
    self.changes = changes[...]
    nextChange = self.changes.first?.at.milliseconds ?? .max
  }

  /// Goes on to a review, which must not lie before the one of the last call.
  mutating func advance(to record: ReviewRecord, of history: History) {
    let position = EventPosition(milliseconds: record.milliseconds, id: history.id(of: record))
    while let change = changes.first, change.at < position {
      value = change.value
      changes.removeFirst()
    }
    nextChange = changes.first?.at.milliseconds ?? .max
  }
}

extension Progress {
  /// Computes everything anew from a sorted history of all events of all devices.
  package init(replaying history: History) {
    let amendments = Amendments(history.others)
    var weights: [Double]?
    for event in history.others where !amendments.withdrawn.contains(event.id) {
      guard case .setting(LearnerSettings.Key.weights, let value) = event.action else { continue }
      if case .numbers(let numbers) = value { weights = numbers } else { weights = nil }
    }
    self.init(model: Progress.model(weights: weights))
    take(history, amendments)
  }

  /// Folds a sorted history onto the state, which it has to continue (``History/continues(after:)``).
  package mutating func take(_ history: History) { take(history, Amendments(history.others)) }

  private mutating func take(_ history: History, _ amendments: Amendments) {
    var retention = RetentionOverTime(history, amendments, before: settings)
    for event in history.others where !amendments.withdrawn.contains(event.id) {
      if event.settingKey != nil { foldOther(event) }
    }
    var history = history
    withExams { history.addExamReviews(&$0) }
    foldReviews(of: history, amendments: amendments, retention: &retention)
    for event in history.others where !amendments.withdrawn.contains(event.id) {
      if event.settingKey == nil { foldOther(event) }
    }
  }

  /// The model for a learner's weights; the default one where there are none or they are not valid.
  package static func model(weights: [Double]?) -> FSRS6 {
    guard let weights, let model = try? FSRS6(weights: weights) else { return .standard }
    return model
  }

  private mutating func foldReviews(
    of history: History, amendments: Amendments, retention: inout RetentionOverTime
  ) {
    var places = [Int](repeating: -1, count: history.questions.count)
    var key = DayKey(day: CalendarDay(number: .min), exam: "")
    var tally = DayTally()
    var exam: UInt8 = 0
    // Out of `self` for the loop, so that the array is changed in place.
    var cards = takeCards()
    for var record in history.reviews {
      if !amendments.isEmpty {
        let id = history.id(of: record)
        if amendments.withdrawn.contains(id) { continue }
        if let grade = amendments.grades[id] {
          record.rating = grade.rating
          record.days = Int32(clamping: grade.days ?? -1)
        }
      }
      let question = Int(record.question)
      if places[question] < 0 {
        places[question] = knownPosition(of: history.questions[question]) ?? cards.count
        if places[question] == cards.count {
          cards.append(CardProgress())
          setPosition(of: history.questions[question], to: places[question])
        }
      }
      let day = record.studyDay
      if day != key.day || exam != record.exam {
        if tally.answers > 0 { add(tally, to: key) }
        tally = DayTally()
        exam = record.exam
        key = DayKey(day: day, exam: history.exams[Int(exam)])
      }
      if record.milliseconds >= retention.nextChange { retention.advance(to: record, of: history) }
      tally += Progress.fold(
        record, into: &cards[places[question]], model: model, retention: retention.value)
    }
    if tally.answers > 0 { add(tally, to: key) }
    setCards(cards)
  }
}
