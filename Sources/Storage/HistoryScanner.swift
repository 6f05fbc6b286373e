import FSRS
import Study

/// Reads the lines that this program writes most, reviews, without building values in between.
///
/// It knows the exact compact form and nothing else: no blanks, no escapes, whole numbers. For any
/// other line it gives up, and ``HistoryLine`` decides.
struct HistoryScanner {
  /// A review line taken apart; ranges are of the scanned bytes.
  struct Line {
    var device: UInt32 = 0
    var sequence = 0
    var milliseconds: Int64 = 0
    var zone: Int16 = 0
    var question = 0..<0
    var exam = 0..<0
    var rating = Rating.again
    var days: Int32 = -1
    var spent: Int32 = -1
    var flags: ReviewRecord.Flags = []
  }

  private var position: Int
  private let end: Int
  /// Which of the required fields were met, a bit each: v, id, at, tz, type, question, rating.
  private var met: UInt8 = 0
  private var counts = false
  private var mode = Review.Mode.study
  private var line = Line()

  /// The review between two offsets; nil where the line is anything but a plain review.
  @inline(__always)
  static func review(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Line? {
    var scanner = HistoryScanner(position: start, end: end)
    return scanner.scan(bytes)
  }

  private init(position: Int, end: Int) {
    self.position = position
    self.end = end
  }

  private mutating func scan(_ bytes: Span<UInt8>) -> Line? {
    guard take(UInt8(ascii: "{"), bytes) else { return nil }
    repeat {
      guard let key = string(bytes), take(UInt8(ascii: ":"), bytes), field(key, bytes) else {
        return nil
      }
    } while take(UInt8(ascii: ","), bytes)
    guard take(UInt8(ascii: "}"), bytes), position == end, met == 0x7F else { return nil }
    if counts || mode == .study || mode == .exam { line.flags.insert(.movesSchedule) }
    if mode == .exam { line.flags.insert(.exam) }
    return line
  }

  private mutating func field(_ key: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    // Length and first letter tell the known keys apart; the rest is compared where it matters.
    switch (key.count, bytes[key.lowerBound]) {
    case (1, UInt8(ascii: "v")):
      guard let value = integer(bytes), value == 1 else { return false }
      return mark(1)
    case (2, UInt8(ascii: "i")):
      guard equals(key, "id", bytes), let text = string(bytes), readID(text, bytes) else {
        return false
      }
      return mark(2)
    case (2, UInt8(ascii: "a")):
      guard equals(key, "at", bytes), let text = string(bytes), readTime(text, bytes) else {
        return false
      }
      return mark(4)
    case (2, UInt8(ascii: "t")):
      guard equals(key, "tz", bytes), let value = integer(bytes), abs(value) <= 1440 else {
        return false
      }
      line.zone = Int16(value)
      return mark(8)
    case (4, UInt8(ascii: "t")):
      guard equals(key, "type", bytes), let text = string(bytes), equals(text, "review", bytes)
      else { return false }
      return mark(16)
    case (8, UInt8(ascii: "q")):
      guard equals(key, "question", bytes), let text = string(bytes), (1...200) ~= text.count
      else { return false }
      line.question = text
      return mark(32)
    case (6, UInt8(ascii: "r")):
      guard equals(key, "rating", bytes), let value = integer(bytes), (1...4) ~= value,
        let rating = Rating(rawValue: UInt8(value))
      else { return false }
      line.rating = rating
      return mark(64)
    default:
      return optionalField(key, bytes)
    }
  }

  private mutating func optionalField(_ key: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    if equals(key, "exam", bytes) {
      guard let text = string(bytes) else { return false }
      line.exam = text
    } else if equals(key, "mode", bytes) {
      guard let text = string(bytes) else { return false }
      if equals(text, "study", bytes) {
        mode = .study
      } else if equals(text, "exam", bytes) {
        mode = .exam
      } else if equals(text, "drill", bytes) {
        mode = .drill
      } else {
        return false
      }
    } else if equals(key, "correct", bytes) {
      guard let value = bool(bytes) else { return false }
      line.flags.formUnion(value ? .right : .knowsCorrect)
    } else if equals(key, "sure", bytes) {
      guard let value = bool(bytes) else { return false }
      line.flags.formUnion(value ? .certain : .knowsSure)
    } else if equals(key, "ms", bytes) {
      guard let value = integer(bytes), value >= 0 else { return false }
      line.spent = Int32(clamping: value)
    } else if equals(key, "days", bytes) {
      guard let value = integer(bytes), WholeDays.range.contains(value) else { return false }
      line.days = Int32(value)
    } else if equals(key, "counts", bytes) {
      guard let value = bool(bytes) else { return false }
      counts = value
    } else if equals(key, "chosen", bytes) {
      return skipIntegers(bytes)
    } else if equals(key, "typed", bytes) {
      return string(bytes) != nil
    } else {
      return false
    }
    return true
  }

  /// Notes a required field; false where it came twice.
  private mutating func mark(_ bit: UInt8) -> Bool {
    guard met & bit == 0 else { return false }
    met |= bit
    return true
  }
}

extension HistoryScanner {
  private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// A string of printable ASCII without an escape, its quotes left out.
  private mutating func string(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard take(UInt8(ascii: "\""), bytes) else { return nil }
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return start < position - 1 ? start..<(position - 1) : nil
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return nil }
      position += 1
    }
    return nil
  }

  private mutating func integer(_ bytes: Span<UInt8>) -> Int? {
    let isNegative = take(UInt8(ascii: "-"), bytes)
    let start = position
    var value = 0
    while position < end, position - start < 15 {
      let digit = bytes[position] &- 48
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    let count = position - start
    guard count > 0, count == 1 || bytes[start] != 48 else { return nil }
    return isNegative ? -value : value
  }

  private mutating func bool(_ bytes: Span<UInt8>) -> Bool? {
    if position + 4 <= end, equals(position..<(position + 4), "true", bytes) {
      position += 4
      return true
    }
    if position + 5 <= end, equals(position..<(position + 5), "false", bytes) {
      position += 5
      return false
    }
    return nil
  }

  private mutating func skipIntegers(_ bytes: Span<UInt8>) -> Bool {
    guard take(UInt8(ascii: "["), bytes) else { return false }
    if take(UInt8(ascii: "]"), bytes) { return true }
    repeat {
      guard integer(bytes) != nil else { return false }
    } while take(UInt8(ascii: ","), bytes)
    return take(UInt8(ascii: "]"), bytes)
  }

  @inline(__always)
  private func equals(_ range: Range<Int>, _ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    var index = range.lowerBound
    return text.withUTF8Buffer { buffer in
      for byte in buffer {
        if bytes[index] != byte { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func readID(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count > 9, range.count <= 24, bytes[range.lowerBound + 8] == UInt8(ascii: "-")
    else { return false }
    var device: UInt32 = 0
    for index in range.lowerBound..<(range.lowerBound + 8) {
      let byte = bytes[index]
      switch byte {
      case 48...57: device = device << 4 | UInt32(byte - 48)
      case 97...102: device = device << 4 | UInt32(byte - 87)
      default: return false
      }
    }
    guard let sequence = digits(range.lowerBound + 9, range.upperBound, bytes),
      sequence <= EventID.largestSequence
    else { return false }
    line.device = device
    line.sequence = sequence
    return true
  }

  /// `2026-11-22T10:15:30.123Z`, in this form alone.
  private mutating func readTime(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    let s = range.lowerBound
    guard range.count == 24, bytes[s + 4] == 45, bytes[s + 7] == 45, bytes[s + 10] == 84,
      bytes[s + 13] == 58, bytes[s + 16] == 58, bytes[s + 19] == 46, bytes[s + 23] == 90,
      let year = digits(s, s + 4, bytes), let month = digits(s + 5, s + 7, bytes),
      let day = digits(s + 8, s + 10, bytes), let hour = digits(s + 11, s + 13, bytes),
      let minute = digits(s + 14, s + 16, bytes), let second = digits(s + 17, s + 19, bytes),
      let fraction = digits(s + 20, s + 23, bytes),
      // The days that every month has; the few others are left to the careful reader.
      (1900...2199) ~= year, (1...12) ~= month, (1...28) ~= day || (day <= 31 && month != 2),
      !(day == 31 && (month == 4 || month == 6 || month == 9 || month == 11)), day >= 1,
      hour < 24, minute < 60, second < 60
    else { return false }
    let number = CalendarDay(year: year, month: month, day: day).number
    line.milliseconds =
      Int64(number) * 86_400_000 + Int64(((hour * 60 + minute) * 60 + second) * 1000 + fraction)
    return true
  }

  private func digits(_ from: Int, _ to: Int, _ bytes: Span<UInt8>) -> Int? {
    var value = 0
    for index in from..<to {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
