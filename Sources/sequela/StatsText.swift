import Screens
import Study

/// One exam's figures in sentences: each tab's question, its answer, and the numbers behind it,
/// without a chart.
struct StatsText {
  let report: ProgressReport
  let catalog: Catalog

  var lines: [String] {
    var lines = [due]
    for tab in ProgressTab.allCases {
      lines += ["", "\(tab.name): \(tab.question)", ProgressAnswers.answer(tab, report)]
      lines += facts(tab).map { "  " + $0 }
    }
    return lines
  }

  private var due: String {
    var text = "\(report.exam): \(Wording.counted(report.due, "card")) due, \(report.new) new, "
    text += "\(report.memory.load[1]) due tomorrow"
    if let left = report.plan.daysLeft(from: report.today) {
      text += "; the exam is \(Wording.inDays(left))"
    }
    return text
  }

  private func percent(_ share: Double) -> String { "\(ProgressAnswers.whole(share)) %" }

  private func facts(_ tab: ProgressTab) -> [String] {
    let isEmpty = report.rhythm.total.answers == 0
    return switch tab {
    case .domains: report.domains.map(domain)
    case .exams: exams
    case .readiness: readiness
    case .overview where !isEmpty: overview
    case .calendar where !isEmpty: calendar
    case .memory where !isEmpty: memory
    case .confidence where !isEmpty: confidence
    case .overview, .calendar, .memory, .confidence: []
    }
  }

  private var overview: [String] {
    let rhythm = report.rhythm
    func week(_ tally: DayTally, _ days: Int) -> String {
      "\(Wording.counted(days, "study day")), "
        + "\(Wording.duration(milliseconds: tally.milliseconds)), "
        + "\(Wording.counted(tally.answers, "answer")), "
        + "\(Wording.counted(tally.newCards, "new card")), "
        + "kept \(Wording.percent(tally.remembered, of: tally.recalls))"
    }
    return [
      "\(Wording.counted(rhythm.streak, "study day")) in a row, "
        + "\(Wording.counted(rhythm.restDays, "rest day")) among them",
      "last seven days: \(week(rhythm.week, rhythm.weekDays))",
      "seven days before: \(week(rhythm.weekBefore, rhythm.weekDaysBefore))",
      "\(Wording.counted(rhythm.total.answers, "answer")) in all, in "
        + Wording.duration(milliseconds: rhythm.total.milliseconds),
    ]
  }

  private var calendar: [String] {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return zip(names, report.calendar.byWeekday).filter { $0.1 > 0 }.map { name, time in
      "\(name): \(Wording.duration(milliseconds: time)) in the year"
    }
  }

  private var memory: [String] {
    let memory = report.memory
    var lines = memory.months.filter { $0.count.recalls > 0 }.map { month in
      "\(month.name): " + retention(month.count)
    }
    let names = ["under 3", "3 to 7", "7 to 21", "21 to 60", "60 to 180", "over 180"]
    lines += zip(names, memory.byStability).filter { $0.1.recalls > 0 }.map { name, count in
      "held \(name) days: " + retention(count)
    }
    lines.append(
      "due today \(memory.load[0]), tomorrow \(memory.load[1]), "
        + "in seven days \(memory.load.prefix(7).reduce(0, +)), "
        + "in thirty \(memory.load.reduce(0, +))")
    lines.append(
      "\(memory.learned) cards have a memory; about \(Int(memory.recalledToday.rounded())) "
        + "would be recalled today")
    return lines
  }

  private func retention(_ count: RetentionCount) -> String {
    "kept \(percent(count.share ?? 0)), expected \(percent(count.expectedShare ?? 0)), "
      + "of \(Wording.counted(count.recalls, "review"))"
  }

  private func domain(_ domain: DomainMastery) -> String {
    let change = ProgressAnswers.whole(domain.change)
    let known =
      domain.mastery == nil
      ? "too few first answers (\(domain.firstAnswers))"
      : "mastery \(ProgressAnswers.margin(domain)) %, "
        + "\(change > 0 ? "+" : "")\(change) in four weeks"
    return "\(domain.domain.title) (\(percent(domain.weight)) of the exam): \(known), "
      + "\(domain.met) of \(domain.cards) met, recalled today \(percent(domain.recalled))"
  }

  private var exams: [String] {
    guard let scores = report.scores else { return [] }
    let pass = "pass line \(percent(scores.cut))\(scores.isCutAssumed ? ", assumed" : "")"
    return [pass + ", \(Int(scores.allowance.rounded())) seconds allowed a question"]
      + scores.points.map { point in
        let seconds = point.secondsPerQuestion.map { "\(Int($0.rounded())) seconds a question" }
        return "\(point.day): \(point.right) of \(point.scored), "
          + "\(percent(point.share)) ± \(ProgressAnswers.whole(point.margin)), "
          + (seconds ?? "nothing answered")
      }
  }

  private var readiness: [String] {
    guard let readiness = report.readiness else { return [] }
    let evidence = readiness.evidence
    var lines = [
      "\(evidence.firstAnswers) first answers, \(evidence.mockAnswers) of them in mock exams, "
        + "in domains of \(percent(evidence.coverage)) of the exam"
    ]
    guard let forecast = readiness.forecast else {
      return lines + [
        "needed: \(Readiness.Evidence.leastAnswers) first answers, in domains of "
          + "\(percent(Readiness.Evidence.leastCoverage)) of the exam"
      ]
    }
    lines += forecast.advice.prefix(4).map { advice in
      let tenths = Int((advice.points * 10).rounded())
      return "\(advice.minutes) more minutes on \(advice.domain.title): "
        + "+\(tenths / 10).\(tenths % 10) points"
    }
    return lines
  }

  private var confidence: [String] {
    let confidence = report.confidence
    let counts = confidence.counts
    return [
      "sure: \(counts.sureRight) right, \(counts.sureWrong) wrong",
      "guess: \(counts.guessRight) right, \(counts.guessWrong) wrong",
      "sure but wrong, and not put right since: \(confidence.mistaken.count)",
    ]
      + confidence.mistaken.prefix(20).map { question in
        "\(question.day): \(question.topic) (\(question.id))"
      }
  }
}
