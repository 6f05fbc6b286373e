import ArgumentParser
import Screens
import Storage
import Study

/// `sequela stats`: progress in figures.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show progress: rhythm, retention, domains.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "CPC, RHIT or CCA.")
  var exam: String?

  func run() throws {
    let view = try LearnerView(options, exam: exam)
    let now = SystemClock.now()
    var reports: [JSONValue] = []
    for exam in view.exams {
      let catalog = view.catalog(exam)
      let overview = Overview(progress: view.progress, exam: exam, today: now.studyDay)
      let standings = DomainStanding.all(
        catalog: catalog, progress: view.progress, exam: exam, today: now.studyDay)
      if options.json {
        reports.append(json(overview, standings, DueRow(view: view, exam: exam, now: now)))
      } else {
        printText(overview, standings, DueRow(view: view, exam: exam, now: now))
      }
    }
    if options.json {
      print(
        JSONValue.object([
          .init("learner", .string(view.name.text)),
          .init("day", .string(now.studyDay.description)), .init("exams", .array(reports)),
        ]).text())
    }
  }

  private func json(
    _ overview: Overview, _ standings: [DomainStanding], _ due: DueRow
  ) -> JSONValue {
    .object([
      .init("exam", .string(overview.exam)), .init("due", .number(Double(due.due))),
      .init("new", .number(Double(due.new))), .init("tomorrow", .number(Double(due.tomorrow))),
      .init("daysLeft", due.daysLeft.map { .number(Double($0)) } ?? .null),
      .init("streak", .number(Double(overview.streak))),
      .init("answers", .number(Double(overview.answers))),
      .init("answersToday", .number(Double(overview.answersToday))),
      .init("weekMilliseconds", .array(overview.week.map { .number(Double($0)) })),
      .init("recalls30Days", .number(Double(overview.recalls))),
      .init("remembered30Days", .number(Double(overview.remembered))),
      .init("expectedRetention", overview.expected.map { .number($0) } ?? .null),
      .init(
        "domains",
        .array(
          standings.map { standing in
            .object([
              .init("id", .string(standing.domain.id)),
              .init("title", .string(standing.domain.title)),
              .init("weight", .number(standing.weight)),
              .init("cards", .number(Double(standing.cards))),
              .init("seen", .number(Double(standing.seen))),
              .init("answers", .number(Double(standing.answers))),
              .init("right", .number(Double(standing.passes))),
              .init("knownToday", .number(standing.known)),
            ])
          })),
    ])
  }

  private func printText(_ overview: Overview, _ standings: [DomainStanding], _ due: DueRow) {
    print(PlainText.safe(due.sentence))
    let week = overview.week.reduce(0, +)
    print(
      "\(overview.streak) \(overview.streak == 1 ? "day" : "days") in a row, "
        + "\(Wording.duration(milliseconds: week)) in the last seven days, "
        + "\(Wording.counted(overview.answers, "answer")) in all")
    if let retention = overview.retention {
      print(
        "kept \(Int((retention * 100).rounded())) % of what was known "
          + "(\(overview.recalls) reviews in 30 days)")
    }
    for standing in standings {
      let share = Int((standing.weight * 100).rounded())
      let right =
        standing.answers < 4
        ? "too few answers" : "\(Wording.percent(standing.passes, of: standing.answers)) right"
      print(
        PlainText.safe(
          "  \(standing.domain.title) (\(share) % of the exam): "
            + "known today \(Int((standing.known * 100).rounded())) %, "
            + "\(standing.seen) of \(standing.cards) met, \(right)"))
    }
  }
}
