import FSRS
import Study

/// A line of a history file that no event could be read from.
package struct DamagedLine: Equatable, Sendable {
  /// The file's name, for example `9f3c21d0.jsonl`.
  package var file: String
  /// Bytes from the start of the file.
  package var offset: Int
  package var bytes: [UInt8]

  package init(file: String, offset: Int, bytes: [UInt8]) {
    self.file = file
    self.offset = offset
    self.bytes = bytes
  }
}

/// Reads the bytes of history files into one history.
package struct HistoryReader: Sendable {
  package private(set) var history = History()
  package private(set) var damaged: [DamagedLine] = []
  /// Whether some line was written in a version that this program must not add to.
  package private(set) var hasNewerLines = false
  /// The highest sequence number met of each device.
  package private(set) var highest: [UInt32: Int] = [:]

  package init() {}

  /// Adds the complete lines of one file.
  ///
  /// A last line without its line break has not arrived yet, unless the file is this device's own:
  /// then it is read like any other, or is damaged.
  /// - Parameters:
  ///   - offset: where `bytes` begin in the file.
  ///   - isOwn: whether this device alone writes the file.
  /// - Returns: how many bytes of complete lines were read.
  @discardableResult
  package mutating func read(
    _ bytes: [UInt8], file: String, offset: Int = 0, isOwn: Bool
  ) -> Int {
    if history.isEmpty { history.reserve(reviews: bytes.count / 170) }
    let span = bytes.span
    var start = 0
    var complete = 0
    var lastExam: (range: [UInt8], position: UInt8) = ([], 0)
    while start < span.count {
      var end = start
      while end < span.count, span[end] != 0x0A { end += 1 }
      let isComplete = end < span.count
      if !isComplete && !isOwn { break }
      if end > start {
        if let line = HistoryScanner.review(in: span, from: start, to: end) {
          append(line, bytes, &lastExam)
        } else {
          readSlowly(bytes, start..<end, file: file, offset: offset)
        }
      }
      if isComplete { complete = end + 1 }
      start = end + 1
    }
    return complete
  }

  /// Brings all events into their one order.
  package mutating func finish() -> History {
    history.sort()
    return history
  }

  private mutating func append(
    _ line: HistoryScanner.Line, _ bytes: [UInt8],
    _ lastExam: inout (range: [UInt8], position: UInt8)
  ) {
    if !bytes[line.exam].elementsEqual(lastExam.range) {
      lastExam.range = Array(bytes[line.exam])
      lastExam.position = history.position(
        ofExam: String(decoding: lastExam.range, as: UTF8.self))
    }
    let question = history.position(
      ofQuestion: String(decoding: bytes[line.question], as: UTF8.self))
    let device = history.position(ofDevice: line.device)
    note(line.device, line.sequence)
    history.append(
      ReviewRecord(
        milliseconds: line.milliseconds, sequence: Int32(clamping: line.sequence),
        question: question, days: line.days, spent: line.spent, zoneMinutes: line.zone,
        device: device, exam: lastExam.position, rating: line.rating, flags: line.flags))
  }

  private mutating func readSlowly(
    _ bytes: [UInt8], _ range: Range<Int>, file: String, offset: Int
  ) {
    switch HistoryLine.decoded(bytes, in: range) {
    case .event(let event):
      note(event.id.device, event.id.sequence)
      history.append(event)
    case .newer:
      hasNewerLines = true
    case .damaged:
      damaged.append(
        DamagedLine(
          file: file, offset: offset + range.lowerBound, bytes: Array(bytes[range])))
    }
  }

  private mutating func note(_ device: UInt32, _ sequence: Int) {
    if sequence > highest[device] ?? 0 { highest[device] = sequence }
  }
}
