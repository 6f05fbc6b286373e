import Study

/// Dates as people type them.
package enum DateEntry {
  /// Reads `2027-01-15`, `1/15/2027`, `1/15` (the next one) or `+60` (days from today).
  /// - Returns: nil where the text is none of these, or no real date.
  package static func parse(_ text: String, today: CalendarDay) -> CalendarDay? {
    let text = text.filter { !$0.isWhitespace }
    if let day = CalendarDay(iso: text) { return day }
    if text.first == "+", let days = Int(text.dropFirst()), (0...3650).contains(days) {
      return today + days
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let month = parts[0], let day = parts[1],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    if parts.count == 3 {
      guard let year = parts[2] else { return nil }
      return checked(year < 100 ? 2000 + year : year, month, day)
    }
    let year = today.parts.year
    guard let next = checked(year, month, day) else { return checked(year + 1, month, day) }
    return next >= today ? next : checked(year + 1, month, day)
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return CalendarDay(iso: "\(year)-\(padded(month))-\(padded(day))")
  }
}
