/// When the learner studied: in a row, this week, the week before.
package struct StudyRhythm: Equatable, Sendable {
  /// Study days of the present run, rest days left out.
  package var streak = 0
  /// Rest days within that run.
  package var restDays = 0
  /// Whether anything was done today.
  package var hasStudiedToday = false
  /// The last seven days, today included, and the seven before them.
  package var week = DayTally()
  package var weekBefore = DayTally()
  /// Study days in those weeks.
  package var weekDays = 0
  package var weekDaysBefore = 0
  package var today = DayTally()
  package var total = DayTally()
  package var studyDays = 0
  /// Milliseconds on each of the last seven days, today last.
  package var lastSeven = [Int](repeating: 0, count: 7)

  /// - Parameter exam: whose tallies count; study of any exam keeps the run alive.
  package init(progress: Progress, exam: String, today day: CalendarDay) {
    var days: Set<CalendarDay> = []
    for (key, tally) in progress.tallies where tally.answers > 0 && key.day <= day {
      days.insert(key.day)
      guard key.exam == exam else { continue }
      total += tally
      studyDays += 1
      let age = day - key.day
      switch age {
      case 0..<7:
        week += tally
        weekDays += 1
        lastSeven[6 - age] += tally.milliseconds
        if age == 0 { today += tally }
      case 7..<14:
        weekBefore += tally
        weekDaysBefore += 1
      default: break
      }
    }
    hasStudiedToday = days.contains(day)
    countRun(days, upTo: hasStudiedToday ? day : day + -1)
  }

  /// Counts back from `end`; one day off in any seven is rest and ends no run.
  private mutating func countRun(_ days: Set<CalendarDay>, upTo end: CalendarDay) {
    var day = end
    var lastRest: CalendarDay?
    while true {
      if days.contains(day) {
        streak += 1
      } else {
        // A rest day lies between study days, and the next one at least a week off.
        guard days.contains(day + -1), lastRest.map({ $0 - day >= 7 }) ?? true else { break }
        lastRest = day
        restDays += 1
      }
      day = day + -1
    }
    if streak == 0 { restDays = 0 }
  }
}

/// A year of study days, as a heat map shows them.
package struct StudyCalendar: Equatable, Sendable {
  /// Monday of the first week.
  package let start: CalendarDay
  package let today: CalendarDay
  /// Milliseconds of each day from `start` to `today`.
  package let milliseconds: [Int]
  /// Milliseconds by weekday, Monday first, over the same days.
  package let byWeekday: [Int]

  /// - Parameter weeks: how many, the present one included.
  package init(progress: Progress, exam: String, today: CalendarDay, weeks: Int = 52) {
    start = today + -(today.weekday + 7 * (weeks - 1))
    self.today = today
    var days = [Int](repeating: 0, count: today - start + 1)
    var weekdays = [Int](repeating: 0, count: 7)
    for (key, tally) in progress.tallies where key.exam == exam {
      let place = key.day - start
      guard days.indices.contains(place) else { continue }
      days[place] += tally.milliseconds
      weekdays[key.day.weekday] += tally.milliseconds
    }
    milliseconds = days
    byWeekday = weekdays
  }

  package var studyDays: Int { milliseconds.count { $0 > 0 } }
  package var total: Int { milliseconds.reduce(0, +) }

  /// The time that the deepest shade stands for: nine of ten study days have less.
  package var fullDay: Int {
    let days = milliseconds.filter { $0 > 0 }.sorted()
    return days.isEmpty ? 0 : days[min(days.count - 1, days.count * 9 / 10)]
  }
}
