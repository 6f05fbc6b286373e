import FSRS
import Study

extension ProgressSnapshot {
  /// Reads a snapshot; nil where it is of another version, or anything about it is not as written.
  package init?(decoding bytes: [UInt8]) {
    // The hash's member is as long as any other's; a file that it does not fit was not written here.
    let body = Array(bytes.dropLast(ProgressSnapshot.sealed([]).count))
    guard ProgressSnapshot.sealed(body) == bytes else { return nil }
    var reader = JSONReader(bytes)
    guard let parts = try? Parts(&reader), (try? reader.end()) != nil,
      parts.version == ProgressSnapshot.formatVersion, Set(parts.ids).count == parts.ids.count,
      let model = try? FSRS6(weights: parts.weights)
    else { return nil }
    self.init(
      files: parts.files, last: parts.last, highest: parts.highest,
      progress: Progress(
        model: model, questions: parts.ids, cards: parts.cards, tallies: parts.tallies,
        settings: parts.settings, results: parts.results, reports: parts.reports,
        exams: ExamLedger(open: parts.openExams, scores: parts.scores)))
  }

  /// The fields of a snapshot while it is being read.
  private struct Parts {
    var version = 0
    var weights: [Double] = []
    var files: [String: Coverage] = [:]
    var last: EventPosition?
    var highest = 0
    var settings = LearnerSettings()
    var results: [ExamResult] = []
    var reports: [QuestionReport] = []
    var openExams: [ExamLedger.Sitting] = []
    var scores: [ExamScore] = []
    var tallies: [DayKey: DayTally] = [:]
    var ids: [String] = []
    var cards: [CardProgress] = []

    init(_ reader: inout JSONReader) throws {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "formatVersion": version = try reader.integer()
        case "weights":
          weights = (try reader.value()).array?.compactMap(\.number) ?? []
        case "files": try readFiles(reader.value())
        case "highest":
          highest = try reader.integer()
          guard (0...EventID.largestSequence).contains(highest) else { throw Unreadable() }
        case "last": try readLast(reader.value())
        case "settings":
          for member in (try reader.value()).members ?? [] {
            settings.set(member.key, HistoryLine.settingValue(member.value))
          }
        case "results": try readResults(reader.value())
        case "reports": try readReports(reader.value())
        case "openExams": try readOpenExams(reader.value())
        case "scores": try readScores(reader.value())
        case "days": try readDays(&reader)
        case "cards": try readCards(&reader)
        default: try reader.skip()
        }
      }
    }

    private mutating func readFiles(_ value: JSONValue) throws {
      for member in value.members ?? [] {
        guard let fields = member.value.array, fields.count == 2, let bytes = fields[0].integer,
          bytes > 0, let hash = fields[1].string.flatMap({ UInt64($0, radix: 16) })
        else { throw Unreadable() }
        files[member.key] = Coverage(bytes: bytes, hash: hash)
      }
    }

    private mutating func readLast(_ value: JSONValue) throws {
      guard let fields = value.array else { return }
      guard fields.count == 2, let at = fields[0].string.flatMap({ Timestamp.milliseconds($0) }),
        let id = fields[1].string.flatMap({ EventID($0) })
      else { throw Unreadable() }
      last = EventPosition(milliseconds: at, id: id)
    }

    private mutating func readResults(_ value: JSONValue) throws {
      for fields in (value.array ?? []).map({ $0.array ?? [] }) {
        guard fields.count == 3, let exam = fields[0].string, let outcome = fields[1].string,
          let day = fields[2].string.flatMap({ CalendarDay(iso: $0) })
        else { throw Unreadable() }
        results.append(ExamResult(exam: exam, outcome: outcome, day: day))
      }
    }

    private mutating func readReports(_ value: JSONValue) throws {
      for fields in (value.array ?? []).map({ $0.array ?? [] }) {
        guard fields.count == 4, let id = fields[0].string.flatMap({ EventID($0) }),
          let question = fields[1].string, let text = fields[2].string,
          let day = fields[3].string.flatMap({ CalendarDay(iso: $0) })
        else { throw Unreadable() }
        reports.append(QuestionReport(id: id, question: question, text: text, day: day))
      }
    }

    private mutating func readOpenExams(_ value: JSONValue) throws {
      for lines in (value.array ?? []).map({ $0.array ?? [] }) {
        let events = try lines.map { line -> HistoryEvent in
          guard let text = line.string,
            case .event(let event) = HistoryLine.decoded(Array(text.utf8))
          else { throw Unreadable() }
          return event
        }
        guard MockExam(events) != nil else { throw Unreadable() }
        openExams.append(ExamLedger.Sitting(events: events))
      }
    }

    private mutating func readScores(_ value: JSONValue) throws {
      for fields in (value.array ?? []).map({ $0.array ?? [] }) {
        guard fields.count == 9, let sitting = fields[0].string.flatMap({ EventID($0) }),
          let exam = fields[1].string,
          let at = fields[2].string.flatMap({ Timestamp.milliseconds($0) }),
          let domains = fields[8].array
        else { throw Unreadable() }
        let numbers = fields[3...7].compactMap(\.integer)
        let counts = domains.compactMap { domain -> ExamScore.DomainCount? in
          guard let parts = domain.array, parts.count == 3, let id = parts[0].string,
            let questions = parts[1].integer, let right = parts[2].integer
          else { return nil }
          return ExamScore.DomainCount(domain: id, questions: questions, right: right)
        }
        guard numbers.count == 5, counts.count == domains.count else { throw Unreadable() }
        scores.append(
          ExamScore(
            sitting: sitting, exam: exam, milliseconds: at, zoneMinutes: numbers[0],
            questions: numbers[1], answered: numbers[2], spent: numbers[3], limit: numbers[4],
            domains: counts))
      }
    }

    private mutating func readDays(_ reader: inout JSONReader) throws {
      try reader.beginArray()
      while try reader.nextElement() {
        var row = try Row(&reader)
        let day = try row.day(&reader)
        let key = DayKey(day: day, exam: try row.string(&reader))
        var tally = DayTally()
        tally.answers = try row.count(&reader)
        tally.passes = try row.count(&reader)
        tally.newCards = try row.count(&reader)
        tally.recalls = try row.count(&reader)
        tally.remembered = try row.count(&reader)
        tally.expectedMillionths = try row.count(&reader)
        tally.milliseconds = try row.count(&reader)
        try row.end(&reader)
        tallies[key] = tally
      }
    }

    private mutating func readCards(_ reader: inout JSONReader) throws {
      try reader.beginArray()
      while try reader.nextElement() {
        var row = try Row(&reader)
        var card = CardProgress()
        let id = try row.string(&reader)
        let stability = try row.number(&reader)
        let difficulty = try row.number(&reader)
        let lastDay = try row.day(&reader)
        if stability > 0 {
          guard FSRS6.stabilities.contains(stability), FSRS6.difficulties.contains(difficulty)
          else { throw Unreadable() }
          card.memory = MemoryState(stability: stability, difficulty: difficulty)
          card.lastDay = lastDay
        }
        switch try row.integer(&reader) {
        case 0:
          card.phase = .new
          _ = try row.integer(&reader)
        case 1: card.phase = .learning(dueAt: Int64(try row.instant(&reader)))
        case 2: card.phase = .review(due: try row.day(&reader))
        default: throw Unreadable()
        }
        card.answers = try row.count(&reader)
        card.passes = try row.count(&reader)
        card.examAnswers = try row.count(&reader)
        card.lapses = try row.count(&reader)
        card.expectedLapses = try row.number(&reader)
        card.lapseVariance = try row.number(&reader)
        guard card.expectedLapses >= 0, card.lapseVariance >= 0 else { throw Unreadable() }
        let flags = try row.integer(&reader)
        card.isSuspended = flags & 1 != 0
        card.isMarked = flags & 2 != 0
        let buried = try row.day(&reader)
        card.buriedOn = buried.number == 0 ? nil : buried
        card.note = try row.string(&reader)
        try row.end(&reader)
        ids.append(id)
        cards.append(card)
      }
    }
  }

  /// The fields of one array, read in their order.
  private struct Row {
    init(_ reader: inout JSONReader) throws { try reader.beginArray() }

    mutating func integer(_ reader: inout JSONReader) throws -> Int {
      guard try reader.nextElement() else { throw Unreadable() }
      return try reader.integer()
    }
    private mutating func integer(
      _ reader: inout JSONReader, in range: ClosedRange<Int>
    ) throws -> Int {
      let value = try integer(&reader)
      guard range.contains(value) else { throw Unreadable() }
      return value
    }
    /// A count or a sum, so small that no addition of a lifetime overflows.
    mutating func count(_ reader: inout JSONReader) throws -> Int {
      try integer(&reader, in: 0...(1 << 48))
    }
    /// A day within some thousand years of 1970.
    mutating func day(_ reader: inout JSONReader) throws -> CalendarDay {
      CalendarDay(number: try integer(&reader, in: -1_000_000...1_000_000))
    }
    /// Milliseconds since 1970, within the same years.
    mutating func instant(_ reader: inout JSONReader) throws -> Int {
      try integer(&reader, in: -86_400_000_000_000...86_400_000_000_000)
    }
    mutating func number(_ reader: inout JSONReader) throws -> Double {
      guard try reader.nextElement() else { throw Unreadable() }
      return try reader.number()
    }
    mutating func string(_ reader: inout JSONReader) throws -> String {
      guard try reader.nextElement() else { throw Unreadable() }
      return try reader.string()
    }
    mutating func end(_ reader: inout JSONReader) throws {
      guard try !reader.nextElement() else { throw Unreadable() }
    }
  }

  private struct Unreadable: Error {}
}
