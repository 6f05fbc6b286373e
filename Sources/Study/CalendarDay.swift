/// A calendar day, counted from 1970-01-01 as day 0.
///
/// A study day is the calendar day that began at 04:00 local time: what is answered at one in the
/// morning belongs to the evening before.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package var number: Int

  package init(number: Int) { self.number = number }

  /// The study day of an instant.
  /// - Parameters:
  ///   - milliseconds: since 1970-01-01T00:00Z.
  ///   - zoneMinutes: minutes east of UTC at that instant.
  package init(studyDayAt milliseconds: Int64, zoneMinutes: Int) {
    let local = milliseconds + Int64(zoneMinutes) * 60_000 - 4 * 3_600_000
    let day: Int64 = 86_400_000
    number = Int(local >= 0 ? local / day : (local - day + 1) / day)
  }

  /// A day from its parts, without a check; see ``init(iso:)`` for text from outside.
  ///
  /// The civil-from-days arithmetic of the proleptic Gregorian calendar, in eras of 400 years
  /// (146,097 days) that begin on 1 March.
  package init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// A day written as `2026-12-31`; nil where the text is not a real date of the years 1900 to 2199.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var sum = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        sum = sum * 10 + Int(byte - 48)
      }
      return sum
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10),
      (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard parts == (year, month, day) else { return nil }
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 Monday to 6 Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
  package static func + (day: CalendarDay, days: Int) -> CalendarDay {
    CalendarDay(number: day.number + days)
  }
  package static func - (later: CalendarDay, earlier: CalendarDay) -> Int {
    later.number - earlier.number
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2026-12-31`.
  package var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// `Sun 22 Nov`.
  package var shortName: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (_, month, day) = parts
    return "\(days[weekday]) \(day) \(months[month - 1])"
  }
}
