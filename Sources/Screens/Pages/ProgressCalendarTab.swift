import Study

extension TextBlock {
  /// A year of days, a column for each week.
  mutating func addCalendar(_ report: ProgressReport) {
    let calendar = report.calendar
    let allWeeks = (calendar.milliseconds.count + 6) / 7
    let columns = width >= 4 + 2 * allWeeks + 8 ? 2 : 1
    let weeks = min(allWeeks, max(1, (width - 4) / columns))
    let full = max(1, calendar.fullDay)
    blank()
    addMonths(calendar, weeks: weeks, of: allWeeks, columns: columns)
    let showsTotals = width >= 4 + weeks * columns + 8
    for weekday in 0..<7 {
      var cells = ""
      for week in (allWeeks - weeks)..<allWeeks {
        let place = week * 7 + weekday
        let shade: Character =
          place < calendar.milliseconds.count
          ? Charts.shade(share: Double(calendar.milliseconds[place]) / Double(full)) : " "
        cells += String(repeating: shade, count: columns)
      }
      var pieces = [
        Piece(x: 0, text: String((calendar.start + weekday).shortName.prefix(3)), role: .muted),
        Piece(x: 4, text: cells, role: .chartFull),
      ]
      if showsTotals {
        let minutes = calendar.byWeekday[weekday] / 60_000
        pieces.append(
          Piece(
            x: 6 + weeks * columns, text: minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h",
            role: .muted))
      }
      add(line: pieces)
    }
    guard calendar.studyDays > 0 else { return }
    let quarter = Double(full) / 60_000 / 4
    let steps = (1...3).map { "\(max($0, Int((quarter * Double($0)).rounded())))" }
    add(
      "minutes a day:  · none  ░ to \(steps[0])  ▒ to \(steps[1])  ▓ to \(steps[2])  █ more",
      role: .muted)
    blank()
    let mean = calendar.total / calendar.studyDays
    add(
      "\(Wording.duration(milliseconds: calendar.total)) in the year, "
        + "\(Wording.duration(milliseconds: mean)) on a study day. "
        + "A study day begins at four in the morning.", role: .muted)
  }

  /// Names each month above the week in which it begins.
  private mutating func addMonths(
    _ calendar: StudyCalendar, weeks: Int, of allWeeks: Int, columns: Int
  ) {
    var pieces: [Piece] = []
    var free = 0
    for week in (allWeeks - weeks)..<allWeeks {
      let monday = calendar.start + week * 7
      guard (monday + 6).parts.day <= 7 else { continue }
      let x = 4 + (week - (allWeeks - weeks)) * columns
      let name = String((monday + 6).shortName.suffix(3))
      guard x >= free, x + 3 <= width else { continue }
      pieces.append(Piece(x: x, text: name, role: .muted))
      free = x + 4
    }
    add(line: pieces)
  }
}
