import FSRS

/// One event of this sitting, with what is needed to withdraw it.
struct JournalEntry: Equatable, Sendable {
  var event: HistoryEvent
  /// The card it changed, and that card's state before.
  var card: Int?
  var before: CardProgress?
  /// What it added to a day.
  var key: DayKey?
  var tally: DayTally
  /// The value that a setting had before.
  var settingBefore: SettingValue?

  /// Whether it is an answer of a mock exam, which nothing takes back.
  var isOfExam: Bool {
    guard case .review(let review) = event.action else { return false }
    return review.mode == .exam
  }
}

extension HistoryEvent {
  /// The key of the setting that the event changes.
  var settingKey: String? {
    guard case .setting(let key, _) = action else { return nil }
    return key
  }
}

extension Progress {
  /// Takes in an event that has just been written, newer than all before it.
  ///
  /// A grade or an undo is honored where its event belongs to this sitting. For an older one, and
  /// for new weights of the memory model, the history has to be replayed: the answer is false.
  @discardableResult
  package mutating func apply(_ event: HistoryEvent) -> Bool {
    switch event.action {
    case .undo(let id):
      return withdraw(id)
    case .grade(let id, let rating, let days):
      return regrade(id, rating: rating, days: days)
    case .exam:
      // What an exam came to is journaled as reviews: a correction of an earlier answer to one of
      // its questions folds them again.
      for review in withExams({ $0.take(event) }) {
        var answer = event
        answer.action = .review(review)
        journal.append(fold(answer))
      }
      return true
    default:
      journal.append(fold(event))
      return event.settingKey != LearnerSettings.Key.weights
    }
  }

  /// Whether an event belongs to this sitting and can be withdrawn without a replay.
  package func canWithdraw(_ id: EventID) -> Bool { journal.contains { $0.event.id == id } }

  /// Folds one event into the state and says what it changed.
  private mutating func fold(_ event: HistoryEvent) -> JournalEntry {
    var entry = JournalEntry(event: event, tally: DayTally())
    if let question = event.action.question {
      let position = position(of: question)
      entry.card = position
      entry.before = cards[position]
    }
    if case .review(let review) = event.action, let position = entry.card {
      let record = ReviewRecord(
        review, milliseconds: event.milliseconds, zoneMinutes: event.zoneMinutes,
        question: Int32(position), exam: 0, device: 0, sequence: event.id.sequence)
      var card = cards[position]
      let key = DayKey(day: event.studyDay, exam: review.exam ?? "")
      let tally = Progress.fold(
        record, into: &card, model: model, retention: settings.retention)
      setCard(position, card)
      add(tally, to: key)
      entry.key = key
      entry.tally = tally
    } else {
      if let key = event.settingKey { entry.settingBefore = settings.values[key] }
      foldOther(event)
    }
    return entry
  }

  /// Folds an event that is not a review, a grade or an undo.
  mutating func foldOther(_ event: HistoryEvent) {
    switch event.action {
    case .setting(let key, let value):
      var changed = settings
      changed.set(key, value)
      setSettings(changed)
    case .suspend(let id): withCard(position(of: id)) { $0.isSuspended = true }
    case .unsuspend(let id): withCard(position(of: id)) { $0.isSuspended = false }
    case .bury(let id):
      let day = event.studyDay
      withCard(position(of: id)) { $0.buriedOn = day }
    case .mark(let id, let isOn): withCard(position(of: id)) { $0.isMarked = isOn }
    case .note(let id, let text): withCard(position(of: id)) { $0.note = text }
    case .report(let id, let text):
      setReports(
        reports + [QuestionReport(id: event.id, question: id, text: text, day: event.studyDay)])
    case .result(let exam, let outcome):
      setResults(results + [ExamResult(exam: exam, outcome: outcome, day: event.studyDay)])
    case .review, .grade, .undo, .why, .exam, .other: break
    }
  }

  private mutating func withdraw(_ id: EventID) -> Bool {
    guard let index = journal.firstIndex(where: { $0.event.id == id }) else { return false }
    let removed = journal[index]
    guard !removed.isOfExam else { return false }
    refold(from: index) { _ in nil }
    switch removed.event.action {
    case .report: setReports(reports.filter { $0.id != id })
    case .result(let exam, let outcome):
      var left = results
      left.removeAll { $0 == ExamResult(exam: exam, outcome: outcome, day: removed.event.studyDay) }
      setResults(left)
    case .setting(let key, _):
      guard key != LearnerSettings.Key.weights else { return false }
      // A later value of the sitting keeps its place; else the one before comes back.
      if !journal[index...].contains(where: { $0.event.settingKey == key }) {
        var changed = settings
        changed.set(key, removed.settingBefore)
        setSettings(changed)
      }
    default: break
    }
    return true
  }

  private mutating func regrade(_ id: EventID, rating: Rating, days: Int?) -> Bool {
    guard let index = journal.firstIndex(where: { $0.event.id == id }),
      !journal[index].isOfExam
    else { return false }
    refold(from: index) { event in
      guard event.id == id, case .review(var review) = event.action else { return event }
      review.rating = rating
      review.days = days
      var changed = event
      changed.action = .review(review)
      return changed
    }
    return true
  }

  /// Folds the sitting's events on one card again, the one at `index` first, each as `change`
  /// makes it; nil drops the first.
  private mutating func refold(from index: Int, change: (HistoryEvent) -> HistoryEvent?) {
    guard let card = journal[index].card, let before = journal[index].before else {
      journal.remove(at: index)
      return
    }
    let affected = journal.indices.filter { $0 >= index && journal[$0].card == card }
    for position in affected {
      if let key = journal[position].key { subtract(journal[position].tally, from: key) }
    }
    setCard(card, before)
    var dropped: [Int] = []
    for position in affected {
      let event = journal[position].event
      if case .report = event.action {
        // It says nothing about the card, and stands where it was put.
        journal[position].before = cards[card]
        if position == index { dropped.append(position) }
        continue
      }
      guard let changed = position == index ? change(event) : event else {
        dropped.append(position)
        continue
      }
      journal[position] = fold(changed)
    }
    for position in dropped.reversed() { journal.remove(at: position) }
  }
}
