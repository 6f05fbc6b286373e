import Study

/// Instants as history lines write them: `2026-11-22T10:15:30.123Z`.
package enum Timestamp {
  /// The text of an instant given in milliseconds since 1970; years 1900 to 2199.
  package static func text(_ milliseconds: Int64) -> String {
    let day =
      milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
    let rest = Int(milliseconds - day * 86_400_000)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let hours = padded(rest / 3_600_000, 2)
    let minutes = padded(rest / 60_000 % 60, 2)
    let seconds = padded(rest / 1000 % 60, 2)
    return
      "\(CalendarDay(number: Int(day)))T\(hours):\(minutes):\(seconds).\(padded(rest % 1000, 3))Z"
  }

  /// Reads an instant at the start of a range; the fraction may be missing or have 1 to 9 digits.
  package static func milliseconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 30, bytes.last == UInt8(ascii: "Z"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let day = CalendarDay(iso: text.prefix(10)),
      let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16),
      let second = number(bytes, 17..<19), hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction = 0
    if bytes.count > 20 {
      guard bytes[19] == UInt8(ascii: "."), bytes.count > 21 else { return nil }
      let digits = min(3, bytes.count - 21)
      guard number(bytes, 20..<(bytes.count - 1)) != nil,
        var value = number(bytes, 20..<(20 + digits))
      else { return nil }
      for _ in digits..<3 { value *= 10 }
      fraction = value
    }
    return Int64(day.number) * 86_400_000
      + Int64(((hour * 60 + minute) * 60 + second) * 1000 + fraction)
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for byte in bytes[range] {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}
