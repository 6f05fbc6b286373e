import Study

/// The first line of each tab: the answer to its question, in one sentence.
package enum ProgressAnswers {
  package static func answer(_ tab: ProgressTab, _ report: ProgressReport) -> String {
    guard report.rhythm.total.answers > 0 else { return empty(tab, report) }
    switch tab {
    case .overview: return overview(report)
    case .calendar: return calendar(report)
    case .memory: return memory(report)
    case .domains: return domains(report)
    case .exams: return exams(report)
    case .readiness: return readiness(report)
    case .confidence: return confidence(report)
    }
  }

  /// A share as a whole number of percent, without the sign.
  package static func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }

  /// A day as `Sun 22 Nov`, or with its year where that is another: `22 Nov 25`.
  package static func date(_ day: CalendarDay, today: CalendarDay) -> String {
    guard today - day > 300 else { return day.shortName }
    let year = day.parts.year % 100
    return "\(day.shortName.dropFirst(4)) \(year < 10 ? "0" : "")\(year)"
  }

  private static func empty(_ tab: ProgressTab, _ report: ProgressReport) -> String {
    switch tab {
    case .overview: "Nothing yet. Study first; the figures come by themselves."
    case .calendar: "Nothing yet. Every day you study gets a mark here."
    case .memory: "No answers yet; the goal is to keep \(whole(report.memory.goal)) %."
    case .domains: "Nobody knows yet: no question was answered."
    case .exams: "No mock exam yet."
    case .readiness: "Too early to say."
    case .confidence: "No answers yet."
    }
  }

  private static func overview(_ report: ProgressReport) -> String {
    let rhythm = report.rhythm
    let due = report.due == 0 ? "nothing is due" : "\(Wording.counted(report.due, "card")) due"
    guard rhythm.today.answers > 0 else {
      let week = Wording.duration(milliseconds: rhythm.week.milliseconds)
      return "Nothing yet today, \(week) in seven days; \(due)."
    }
    return "\(Wording.counted(rhythm.today.answers, "answer")) in "
      + "\(Wording.duration(milliseconds: rhythm.today.milliseconds)) today; \(due)."
  }

  private static func calendar(_ report: ProgressReport) -> String {
    let calendar = report.calendar
    guard calendar.studyDays > 0 else { return "Not in the last year." }
    let week = report.rhythm.weekDays
    return "\(calendar.studyDays) study days in a year; \(week) in the last seven."
  }

  private static func memory(_ report: ProgressReport) -> String {
    let goal = whole(report.memory.goal)
    guard let kept = report.memory.kept else {
      return "Too few reviews yet to say how much you keep; the goal is \(goal) %."
    }
    return "You keep \(whole(kept)) % of what you learned; the goal is \(goal) %."
  }

  private static func domains(_ report: ProgressReport) -> String {
    guard let weakest = report.weakest else {
      return "Too few first answers in any domain to tell."
    }
    return "Most to gain: \(weakest.domain.title), \(margin(weakest)) %, "
      + "\(whole(weakest.weight)) % of the exam."
  }

  /// `58 ± 7`.
  package static func margin(_ mastery: DomainMastery) -> String {
    "\(whole(mastery.estimate.value)) ± \(whole(mastery.margin))"
  }

  private static func exams(_ report: ProgressReport) -> String {
    guard let scores = report.scores, let last = scores.points.last else {
      return "No mock exam yet; one tells more than a week of cards."
    }
    let score = "The last one: \(whole(last.share)) % ± \(whole(last.margin))"
    guard let first = scores.points.dropLast().last else { return score + "." }
    let change = last.share - first.share
    // Two scores differ for sure only by more than chance alone moves them.
    let noise = (last.margin * last.margin + first.margin * first.margin).squareRoot()
    if abs(change) <= noise { return score + ", about as the one before." }
    return score + (change > 0 ? ", better than before." : ", below the one before.")
  }

  private static func readiness(_ report: ProgressReport) -> String {
    guard let readiness = report.readiness, let forecast = readiness.forecast else {
      return "Too early to say: the evidence is still thin."
    }
    let when = readiness.hasDate ? "on \(readiness.day.shortName)" : "were the exam today"
    return "Expected \(when): \(whole(forecast.score)) %, likely "
      + "\(whole(forecast.band.lowerBound))-\(whole(forecast.band.upperBound)); "
      + "chance to pass \(whole(forecast.passChance)) %."
  }

  private static func confidence(_ report: ProgressReport) -> String {
    let counts = report.confidence.counts
    guard counts.sure >= 20 else { return "Too few answers marked sure or guess to tell." }
    let sure = Wording.percent(counts.sureRight, of: counts.sure)
    guard counts.guessed >= 10 else {
      return "When you are sure, you are right \(sure) of the time."
    }
    let guessed = Wording.percent(counts.guessRight, of: counts.guessed)
    return "Sure, you are right \(sure) of the time; guessing, \(guessed)."
  }
}
