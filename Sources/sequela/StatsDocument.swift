import Screens
import Storage
import Study

/// One exam's figures as `stats --json` prints them; `docs/stats-format.md` describes each.
struct StatsDocument {
  let report: ProgressReport
  let standings: [DomainStanding]

  var json: JSONValue {
    .object([
      .init("exam", .string(report.exam)),
      .init("examDate", report.plan.date.map { .string($0.description) } ?? .null),
      .init("daysLeft", number(report.plan.daysLeft(from: report.today))),
      .init("due", number(report.due)), .init("new", number(report.new)),
      .init("tomorrow", number(report.memory.load[1])),
      .init("expired", number(report.expired)),
      .init("streak", number(report.rhythm.streak)),
      .init("restDays", number(report.rhythm.restDays)),
      .init("studyDays", number(report.rhythm.studyDays)),
      .init("answers", number(report.rhythm.total.answers)),
      .init("milliseconds", number(report.rhythm.total.milliseconds)),
      .init("answersToday", number(report.rhythm.today.answers)),
      .init("weekMilliseconds", .array(report.rhythm.lastSeven.map { number($0) })),
      .init("week", tally(report.rhythm.week, days: report.rhythm.weekDays)),
      .init("weekBefore", tally(report.rhythm.weekBefore, days: report.rhythm.weekDaysBefore)),
      .init("calendar", calendar), .init("memory", memory), .init("domains", domains),
      .init("mockExams", mockExams), .init("readiness", readiness),
      .init("confidence", confidence),
    ])
  }

  private func number(_ value: Int) -> JSONValue { .number(Double(value)) }
  private func number(_ value: Int?) -> JSONValue { value.map { number($0) } ?? .null }

  /// A share with six digits after the point.
  private func share(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 1_000_000).rounded() / 1_000_000) } ?? .null
  }

  private func tally(_ tally: DayTally, days: Int) -> JSONValue {
    .object([
      .init("days", number(days)), .init("answers", number(tally.answers)),
      .init("milliseconds", number(tally.milliseconds)),
      .init("newCards", number(tally.newCards)), .init("recalls", number(tally.recalls)),
      .init("remembered", number(tally.remembered)),
    ])
  }

  private var calendar: JSONValue {
    let calendar = report.calendar
    let days = calendar.milliseconds.enumerated().filter { $0.element > 0 }
    return .object([
      .init("from", .string(calendar.start.description)),
      .init("to", .string(calendar.today.description)),
      .init(
        "days",
        .array(
          days.map { place, time in
            .object([
              .init("day", .string((calendar.start + place).description)),
              .init("milliseconds", number(time)),
            ])
          })),
    ])
  }

  private func retention(_ count: RetentionCount) -> [JSONValue.Member] {
    [
      .init("recalls", number(count.recalls)), .init("remembered", number(count.remembered)),
      .init("expected", share(count.expectedShare)),
    ]
  }

  private var memory: JSONValue {
    let memory = report.memory
    let edges = LearnerStatistics.stabilityEdges
    return .object([
      .init("goal", share(memory.goal)), .init("last30Days", .object(retention(memory.recent))),
      .init(
        "months",
        .array(
          memory.months.map { month in
            let name = "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
            return .object([.init("month", .string(name))] + retention(month.count))
          })),
      .init(
        "byStability",
        .array(
          memory.byStability.enumerated().map { place, count in
            .object(
              [
                .init("from", .number(place == 0 ? 0 : edges[place - 1])),
                .init("below", place < edges.count ? .number(edges[place]) : .null),
                .init("cards", number(memory.stabilities[place])),
              ] + retention(count))
          })),
      .init("load", .array(memory.load.map { number($0) })),
      .init("learned", number(memory.learned)),
      .init("recalledToday", share(memory.recalledToday)),
      .init("medianStability", share(memory.medianStability)),
    ])
  }

  private var domains: JSONValue {
    .array(
      standings.map { standing in
        let mastery = report.domains.first { $0.id == standing.domain.id }
        return .object([
          .init("id", .string(standing.domain.id)), .init("title", .string(standing.domain.title)),
          .init("weight", share(standing.weight)), .init("cards", number(standing.cards)),
          .init("seen", number(standing.seen)), .init("answers", number(standing.answers)),
          .init("right", number(standing.passes)), .init("knownToday", share(standing.known)),
          .init("firstAnswers", number(mastery?.firstAnswers)),
          .init("mastery", share(mastery?.mastery)),
          .init("margin", share(mastery?.mastery == nil ? nil : mastery?.margin)),
          .init("change28Days", share(mastery?.mastery == nil ? nil : mastery?.change)),
        ])
      })
  }

  private var mockExams: JSONValue {
    guard let scores = report.scores else { return .null }
    return .object([
      .init("pass", share(scores.cut)), .init("passIsAssumed", .bool(scores.isCutAssumed)),
      .init("secondsAllowed", share(scores.allowance)),
      .init(
        "taken",
        .array(
          scores.points.map { point in
            .object([
              .init("day", .string(point.day.description)),
              .init("questions", number(point.questions)),
              .init("answered", number(point.answered)), .init("scored", number(point.scored)),
              .init("right", number(point.right)), .init("share", share(point.share)),
              .init("standardError", share(point.standardError)),
              .init("milliseconds", number(point.milliseconds)),
            ])
          })),
    ])
  }

  private var readiness: JSONValue {
    guard let readiness = report.readiness else { return .null }
    let evidence = readiness.evidence
    return .object([
      .init("day", .string(readiness.day.description)),
      .init("isExamDate", .bool(readiness.hasDate)),
      .init("firstAnswers", number(evidence.firstAnswers)),
      .init("mockAnswers", number(evidence.mockAnswers)),
      .init("blueprintCovered", share(evidence.coverage)),
      .init(
        "forecast",
        readiness.forecast.map { forecast in
          .object([
            .init("score", share(forecast.score)), .init("low", share(forecast.band.lowerBound)),
            .init("high", share(forecast.band.upperBound)), .init("pass", share(forecast.cut)),
            .init("passIsAssumed", .bool(forecast.isCutAssumed)),
            .init("passChance", share(forecast.passChance)),
            .init(
              "advice",
              .array(
                forecast.advice.map {
                  .object([
                    .init("domain", .string($0.domain.id)), .init("minutes", number($0.minutes)),
                    .init("points", share($0.points)),
                  ])
                })),
          ])
        } ?? .null),
    ])
  }

  private var confidence: JSONValue {
    let counts = report.confidence.counts
    return .object([
      .init("sureRight", number(counts.sureRight)), .init("sureWrong", number(counts.sureWrong)),
      .init("guessRight", number(counts.guessRight)),
      .init("guessWrong", number(counts.guessWrong)),
      .init(
        "sureButWrong",
        .array(
          report.confidence.mistaken.map {
            .object([
              .init("question", .string($0.id)), .init("domain", .string($0.domain)),
              .init("times", number($0.times)), .init("day", .string($0.day.description)),
            ])
          })),
    ])
  }
}
