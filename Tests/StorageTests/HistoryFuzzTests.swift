import FSRS
import Study
import TestSupport
import Testing

@testable import Storage

/// History files as disks, syncers and editors may leave them: nothing traps, and what is wrong costs
/// its own line only.
@Suite struct HistoryFuzzTests {
  /// A week of every kind of event, a line each.
  private static let lines: [[UInt8]] = (0..<70).map { number in
    HistoryLine.encoded(
      .make(
        HistoryLineTests.actions[number % HistoryLineTests.actions.count],
        at: .at(minute: 600 + number, day: number / 10), sequence: number + 1, device: 0x2a))
  }

  private func read(_ bytes: [UInt8]) -> HistoryReader {
    var reader = HistoryReader()
    reader.read(bytes, file: "0000002a.jsonl", isOwn: true)
    return reader
  }

  private func joined(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  /// How many events, damaged and newer lines the reader made of a file, all lines together.
  private func events(_ reader: HistoryReader) -> Int {
    reader.history.reviews.count + reader.history.others.count
  }

  @Test("A changed line costs at most itself, and the rest adds up as without it")
  func changedLine() {
    var generator = SplitMix64(seed: 41)
    let all = Self.lines
    for _ in 0..<400 {
      let place = Int(generator.next() % UInt64(all.count))
      var line = all[place]
      for _ in 0...(generator.next() % 4) {
        let byte = Int(generator.next() % UInt64(line.count))
        line[byte] = UInt8(truncatingIfNeeded: generator.next())
      }
      // A line break in the middle makes two lines of one: that is another test.
      line.removeAll { $0 == 0x0A }
      var changed = all
      changed[place] = line
      var reader = read(joined(changed))
      #expect(events(reader) >= all.count - 1)
      #expect(events(reader) + reader.damaged.count + (reader.hasNewerLines ? 1 : 0) == all.count)
      _ = Progress(replaying: reader.finish())
      guard reader.damaged.count == 1 else { continue }
      #expect(reader.damaged[0].bytes == line)
      #expect(reader.damaged[0].offset == joined(Array(all[..<place])).count)
      var without = all
      without.remove(at: place)
      var rest = read(joined(without))
      let isSame =
        Progress(replaying: reader.history) == Progress(replaying: rest.finish())
      #expect(isSame)
    }
  }

  @Test("Bytes changed, cut out or put in anywhere in a file cost at most the lines they touch")
  func changedFile() {
    var generator = SplitMix64(seed: 43)
    let whole = joined(Self.lines)
    for _ in 0..<300 {
      var bytes = whole
      let place = Int(generator.next() % UInt64(bytes.count))
      let count = min(Int(generator.next() % 40) + 1, bytes.count - place)
      let touched = bytes[place..<(place + count)].count { $0 == 0x0A } + 2
      switch generator.next() % 3 {
      case 0: bytes.removeSubrange(place..<(place + count))
      case 1: for at in place..<(place + count) { bytes[at] = 0 }
      default:
        bytes.insert(
          contentsOf: (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) },
          at: place)
      }
      var reader = read(bytes)
      #expect(events(reader) >= Self.lines.count - touched)
      _ = Progress(replaying: reader.finish())
    }
  }

  @Test("Noise, with or without the look of a line, is read to its end and never traps")
  func noise() {
    var generator = SplitMix64(seed: 47)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\"v\":1", "\"id\":\"0000002a-000001\"",
      "\"at\":\"2026-11-22T10:15:30.123Z\"", "\"at\":\"9999-99-99T99:99:99.999Z\"", "\"tz\":",
      "\"type\":\"review\"", "\"question\":\"q\"", "\"rating\":", "\"days\":", "\"ms\":",
      "\"of\":\"ffffffff-2147483647\"", "9223372036854775807", "-9223372036854775808", "1e308",
      "1e999", "-0", "0", "3", "true", "null", "\u{FFFD}", "漢", "\"type\":\"setting\"",
      "\"key\":\"exam.CPC\"", "\"value\":", "\"type\":\"undo\"",
    ].map { Array($0.utf8) }
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<(generator.next() % 30) {
        if generator.next() % 8 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: generator.next()))
        } else {
          bytes += pieces[Int(generator.next() % UInt64(pieces.count))]
        }
      }
      var reader = read(bytes)
      let history = reader.finish()
      let progress = Progress(replaying: history)
      #expect(progress.cards.count <= bytes.count)
    }
  }

  @Test("The greatest and least values that a line can hold neither trap nor spoil a snapshot")
  func extremes() throws {
    let times = ["1900-01-01T00:00:00.000Z", "2199-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z"]
    var text = ""
    var sequence = 0
    for time in times {
      for zone in [-1440, 0, 1440] {
        for rest in [
          "\"rating\":1", "\"rating\":4,\"days\":36500,\"ms\":9007199254740991",
          "\"rating\":3,\"days\":-7,\"ms\":-1", "\"rating\":2,\"mode\":\"exam\"",
          "\"rating\":3,\"mode\":\"exam\",\"days\":99999999999",
        ] {
          sequence += 1
          text +=
            "{\"v\":1,\"id\":\"0000002a-\(sequence)\",\"at\":\"\(time)\",\"tz\":\(zone),"
            + "\"type\":\"review\",\"question\":\"q\(sequence % 3)\",\(rest)}\n"
        }
      }
    }
    text +=
      "{\"v\":1,\"id\":\"0000002a-\(EventID.largestSequence)\",\"at\":\"2026-11-22T10:15:30Z\","
      + "\"tz\":0,\"type\":\"setting\",\"key\":\"minutes\",\"value\":1e300}\n"
    var reader = read(Array(text.utf8))
    let history = reader.finish()
    #expect(reader.damaged.isEmpty)
    #expect(history.reviews.count == sequence)
    let progress = Progress(replaying: history)
    #expect(progress.settings.minutes == 240)
    let today = CalendarDay(year: 2026, month: 11, day: 22)
    _ = Overview(progress: progress, exam: "", today: today)
    _ = Deck(
      catalog: .make((0..<3).map { .choice("q\($0)") }), progress: progress, exam: "CPC",
      today: today
    ).load(days: 400)
    let snapshot = ProgressSnapshot(
      files: [:], last: history.range?.upperBound, highest: 1, progress: progress)
    let isKept = ProgressSnapshot(decoding: snapshot.encoded()) == snapshot
    #expect(isKept)
  }
}
