import FSRS
import Study

/// A cache of everything that a history adds up to, with what it covers.
///
/// It may be deleted at any time: it is made anew from the history, identical.
package struct ProgressSnapshot: Equatable, Sendable {
  package static let formatVersion = 2

  /// What of each history file it covers; the key is the file's name.
  package var files: [String: Coverage]
  /// The last event it holds; nil for an empty history.
  package var last: EventPosition?
  /// The highest sequence number of the device that wrote it.
  package var highest: Int
  package var progress: Progress

  /// The part of a history file that a snapshot holds.
  package struct Coverage: Equatable, Sendable {
    package var bytes: Int
    package var hash: UInt64

    package init(bytes: Int, hash: UInt64) {
      self.bytes = bytes
      self.hash = hash
    }
  }

  package init(
    files: [String: Coverage], last: EventPosition?, highest: Int, progress: Progress
  ) {
    self.files = files
    self.last = last
    self.highest = highest
    self.progress = progress
  }
}

extension ProgressSnapshot {
  /// The snapshot as a file: one object, a line for each card, so that a difference is readable.
  package func encoded() -> [UInt8] {
    var text = "{\"formatVersion\":\(ProgressSnapshot.formatVersion),\n\"model\":\"FSRS-6\",\n"
    func add(_ key: String, _ value: JSONValue) { text += "\"\(key)\":\(value.text()),\n" }
    add("weights", .array(progress.model.weights.map { .number($0) }))
    add(
      "files",
      .object(
        files.sorted { $0.key < $1.key }.map {
          .init(
            $0.key,
            .array([
              .number(Double($0.value.bytes)), .string(String($0.value.hash, radix: 16)),
            ]))
        }))
    add("highest", .number(Double(highest)))
    add(
      "last",
      last.map {
        .array([.string(Timestamp.text($0.milliseconds)), .string($0.id.description)])
      } ?? .null)
    add(
      "settings",
      .object(
        progress.settings.values.sorted { $0.key < $1.key }.map {
          .init($0.key, HistoryLine.json($0.value))
        }))
    add(
      "results",
      .array(
        progress.results.map {
          .array([
            .string($0.exam), .string($0.outcome), .string($0.day.description),
          ])
        }))
    add(
      "reports",
      .array(
        progress.reports.map {
          .array([
            .string($0.id.description), .string($0.question), .string($0.text),
            .string($0.day.description),
          ])
        }))
    add(
      "openExams",
      .array(
        progress.exams.open.map { sitting in
          .array(
            sitting.events.map { .string(String(decoding: HistoryLine.encoded($0), as: UTF8.self)) }
          )
        }))
    add("scores", .array(progress.exams.scores.map(ProgressSnapshot.row)))
    text += "\"days\":[\n"
    text += progress.tallies
      .sorted { ($0.key.day, $0.key.exam) < ($1.key.day, $1.key.exam) }
      .map { ProgressSnapshot.line($0.key, $0.value) }.joined(separator: ",\n")
    text += "],\n\"cards\":[\n"
    text += zip(progress.questions, progress.cards)
      .map { ProgressSnapshot.line($0, $1) }.joined(separator: ",\n")
    text += "],\n"
    return ProgressSnapshot.sealed(Array(text.utf8))
  }

  /// Adds the last member, a hash of everything before it, and closes the object.
  static func sealed(_ body: [UInt8]) -> [UInt8] {
    let digits = String(ByteHash.hash(body), radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.count)
    return body + Array("\"hash\":\"\(zeros)\(digits)\"}\n".utf8)
  }

  /// Sitting, exam, submission (time and zone), questions, answered, spent, limit, and of each
  /// domain the questions that count and the right answers.
  private static func row(_ score: ExamScore) -> JSONValue {
    .array([
      .string(score.sitting.description), .string(score.exam),
      .string(Timestamp.text(score.milliseconds)), .number(Double(score.zoneMinutes)),
      .number(Double(score.questions)), .number(Double(score.answered)),
      .number(Double(score.spent)), .number(Double(score.limit)),
      .array(
        score.domains.map {
          .array([
            .string($0.domain), .number(Double($0.questions)), .number(Double($0.right)),
          ])
        }),
    ])
  }

  private static func line(_ key: DayKey, _ tally: DayTally) -> String {
    let numbers = [
      tally.answers, tally.passes, tally.newCards, tally.recalls, tally.remembered,
      tally.expectedMillionths, tally.milliseconds,
    ]
    return "[\(key.day.number),\(JSONValue.string(key.exam).text()),"
      + numbers.map(String.init).joined(separator: ",") + "]"
  }

  /// id, stability, difficulty, last day, phase (0 new, 1 learning, 2 review), due (day or
  /// milliseconds), answers, passes, exam answers, lapses, expected lapses, their variance, flags
  /// (1 suspended, 2 marked), buried on, note.
  private static func line(_ id: String, _ card: CardProgress) -> String {
    var phase = 0
    var due = 0
    switch card.phase {
    case .new: break
    case .learning(let at): (phase, due) = (1, Int(at))
    case .review(let day): (phase, due) = (2, day.number)
    }
    var text = "[\(JSONValue.string(id).text()),"
    text += "\(card.memory?.stability ?? 0),\(card.memory?.difficulty ?? 0),"
    text += "\(card.lastDay?.number ?? 0),\(phase),\(due),\(card.answers),\(card.passes),"
    text += "\(card.examAnswers),\(card.lapses),\(card.expectedLapses),\(card.lapseVariance),"
    text += "\((card.isSuspended ? 1 : 0) + (card.isMarked ? 2 : 0)),"
    text += "\(card.buriedOn?.number ?? 0),\(JSONValue.string(card.note).text())]"
    return text
  }
}
