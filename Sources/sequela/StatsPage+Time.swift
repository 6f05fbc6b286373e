import Screens
import Study

extension ProgressPage {
  /// This week beside the week before.
  var overview: String {
    let rhythm = report.rhythm
    func row(_ name: String, _ left: String, _ right: String) -> String {
      "<tr><td>\(name)</td><td class=\"number\">\(left)</td><td class=\"number\">\(right)</td></tr>"
    }
    let (now, before) = (rhythm.week, rhythm.weekBefore)
    let rows = [
      row("study days", "\(rhythm.weekDays)", "\(rhythm.weekDaysBefore)"),
      row(
        "time", Wording.duration(milliseconds: now.milliseconds),
        Wording.duration(milliseconds: before.milliseconds)),
      row("answers", "\(now.answers)", "\(before.answers)"),
      row("new cards", "\(now.newCards)", "\(before.newCards)"),
      row(
        "kept of what was known", Wording.percent(now.remembered, of: now.recalls),
        Wording.percent(before.remembered, of: before.recalls)),
    ]
    let total =
      "\(Wording.counted(rhythm.total.answers, "answer")) in "
      + "\(Wording.duration(milliseconds: rhythm.total.milliseconds)) on "
      + "\(Wording.counted(rhythm.studyDays, "day")) in all; "
      + "\(Wording.counted(rhythm.streak, "study day")) in a row."
    return "<table><tr><th></th><th class=\"number\">last seven days</th>"
      + "<th class=\"number\">seven before</th></tr>\(rows.joined())</table>" + Markup.note(total)
  }

  /// A year, a column for each week.
  var heatMap: String {
    let calendar = report.calendar
    let step = 14.0
    let full = Double(max(1, calendar.fullDay))
    var marks: [String] = []
    for (place, time) in calendar.milliseconds.enumerated() {
      let level = time == 0 ? 0 : min(4, max(1, Int((Double(time) / full * 4).rounded(.up))))
      let day = calendar.start + place
      let (x, y) = (34 + Double(place / 7) * step, 20 + Double(place % 7) * step)
      marks.append(
        Markup.rect(
          x, y, 12, 12, fill: "s\(level)",
          title: "\(day): \(time == 0 ? "none" : Wording.duration(milliseconds: time))"))
      if day.parts.day == 1, place / 7 < 51 {
        marks.append(Markup.text(x, 12, String(day.shortName.suffix(3)), isSoft: true))
      }
    }
    for (place, name) in ["Mon", "Wed", "Fri"].enumerated() {
      marks.append(Markup.text(0, 30 + Double(place) * 2 * step, name, isSoft: true))
    }
    let legendY = 20 + 7 * step + 10
    for level in 0...4 {
      marks.append(Markup.rect(34 + Double(level) * step, legendY, 12, 12, fill: "s\(level)"))
    }
    let top = Wording.duration(milliseconds: calendar.fullDay * 3 / 4)
    marks.append(
      Markup.text(34 + 5.5 * step, legendY + 10, "none to over \(top) a day", isSoft: true))
    return Markup.svg(
      width: 34 + 52 * step, height: legendY + 16, label: "Minutes of study on each day of a year",
      marks)
  }

  /// True and expected retention by month.
  var retentionChart: String {
    let months = report.memory.months
    guard months.contains(where: { $0.count.recalls >= 10 }) else { return "" }
    let (left, right, top, bottom) = (40.0, 720.0, 14.0, 170.0)
    func x(_ place: Int) -> Double { left + 30 + Double(place) * (right - left - 60) / 11 }
    func y(_ share: Double) -> Double {
      bottom - (min(1, max(0.5, share)) - 0.5) * 2 * (bottom - top)
    }
    var marks: [String] = []
    for percent in stride(from: 50, through: 100, by: 10) {
      let share = Double(percent) / 100
      marks.append(Markup.line(left, y(share), right, y(share), stroke: "line", width: 1))
      marks.append(Markup.text(left - 6, y(share) + 4, "\(percent)", anchor: "end", isSoft: true))
    }
    marks.append(
      Markup.line(
        left, y(report.memory.goal), right, y(report.memory.goal), stroke: "mark", dashed: true))
    var last: (place: Int, count: RetentionCount)?
    for (place, month) in months.enumerated() {
      marks.append(
        Markup.text(x(place), bottom + 18, month.name, anchor: "middle", isSoft: true))
      guard month.count.recalls >= 10, let share = month.count.share,
        let expected = month.count.expectedShare
      else { continue }
      if let last {
        marks.append(
          Markup.line(
            x(last.place), y(last.count.expectedShare ?? 0), x(place), y(expected),
            stroke: "second", dashed: true))
        marks.append(
          Markup.line(
            x(last.place), y(last.count.share ?? 0), x(place), y(share), stroke: "full", width: 2))
      }
      marks.append(Markup.circle(x(place), y(expected), 2.5, fill: "second"))
      marks.append(Markup.circle(x(place), y(share), 4, fill: "full"))
      marks.append(
        Markup.text(
          x(place), y(share) - 8, "\(ProgressAnswers.whole(share))", anchor: "middle"))
      last = (place, month.count)
    }
    return Markup.svg(
      width: 730, height: bottom + 26, label: "Retention by month, kept and expected", marks)
      + Markup.note(
        "Percent of reviews remembered: dots with numbers, kept; dashed, what the memory model "
          + "expected; dashed line, the goal.")
  }

  /// Cards that come due in the next 30 days.
  var loadChart: String {
    let load = report.memory.load
    guard let most = load.max(), most > 0 else { return "" }
    let step = 23.0
    var marks: [String] = []
    for (place, count) in load.enumerated() {
      let height = 90 * Double(count) / Double(most)
      let x = 30 + Double(place) * step
      marks.append(Markup.rect(x, 110 - height, step - 5, height, fill: "full"))
      if count > 0 {
        marks.append(
          Markup.text(x + (step - 5) / 2, 106 - height, "\(count)", anchor: "middle", isSoft: true))
      }
      if place % 7 == 0, place < 28 {
        marks.append(Markup.text(x, 126, (report.today + place).shortName, isSoft: true))
      }
    }
    return Markup.svg(
      width: 730, height: 132, label: "Cards that come due in the next thirty days", marks)
      + Markup.note("Cards that come due on each of the next thirty days, as planned today.")
  }
}
