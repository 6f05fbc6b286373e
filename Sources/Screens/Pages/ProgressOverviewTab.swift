import Study

extension TextBlock {
  /// Today and this week beside the week before.
  mutating func addOverview(_ report: ProgressReport) {
    let rhythm = report.rhythm
    guard rhythm.total.answers > 0 else {
      add("Each tab answers one question: arrows or 1 to 7 go there.", role: .muted)
      return
    }
    add(runSentence(rhythm), role: .muted)
    blank()
    addComparison(rhythm)
    addSection("The last seven days")
    let most = max(1, rhythm.lastSeven.max() ?? 1)
    for (place, time) in rhythm.lastSeven.enumerated() {
      addBar(
        (report.today + (place - 6)).shortName, labelWidth: 11,
        share: Double(time) / Double(most), width: min(40, max(10, width - 24)),
        value: time == 0 ? "-" : Wording.duration(milliseconds: time))
    }
    blank()
    add(
      "In all \(Wording.counted(rhythm.total.answers, "answer")) in "
        + "\(Wording.duration(milliseconds: rhythm.total.milliseconds)), on "
        + "\(Wording.counted(rhythm.studyDays, "day")); "
        + "\(report.memory.learned) cards have a memory.", role: .muted)
    if report.expired > 0 {
      add(
        "\(report.expired) are left out: their codes or rules do not hold on the exam's day.",
        role: .muted)
    }
  }

  private func runSentence(_ rhythm: StudyRhythm) -> String {
    switch rhythm.streak {
    case 0: return "No run of days at the moment; today can begin one."
    case 1: return "One day so far; tomorrow makes it a run."
    default:
      let rest =
        rhythm.restDays == 0
        ? "" : ", with \(Wording.counted(rhythm.restDays, "rest day")) among them"
      return "\(rhythm.streak) study days in a row\(rest)."
    }
  }

  private mutating func addComparison(_ rhythm: StudyRhythm) {
    let (now, before) = (rhythm.week, rhythm.weekBefore)
    func row(_ name: String, _ left: String, _ right: String, _ change: String, _ role: Role) {
      add(line: [
        Piece(x: 0, text: name, role: .muted), Piece(x: 16, text: left, role: role),
        Piece(x: 29, text: right, role: .muted), Piece(x: 44, text: change, role: role),
      ])
    }
    func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
    row("", "seven days", "seven before", "change", .muted)
    row(
      "study days", "\(rhythm.weekDays)", "\(rhythm.weekDaysBefore)",
      signed(rhythm.weekDays - rhythm.weekDaysBefore), .normal)
    row(
      "time", Wording.duration(milliseconds: now.milliseconds),
      Wording.duration(milliseconds: before.milliseconds),
      signed(now.milliseconds / 60_000 - before.milliseconds / 60_000) + " min", .normal)
    row(
      "answers", "\(now.answers)", "\(before.answers)", signed(now.answers - before.answers),
      .normal)
    row(
      "new cards", "\(now.newCards)", "\(before.newCards)",
      signed(now.newCards - before.newCards), .normal)
    let enough = now.recalls >= 10 && before.recalls >= 10
    let kept = Wording.percent(now.remembered, of: now.recalls)
    let points =
      enough
      ? ProgressAnswers.whole(
        Double(now.remembered) / Double(now.recalls)
          - Double(before.remembered) / Double(before.recalls)) : 0
    row(
      "kept", kept, Wording.percent(before.remembered, of: before.recalls),
      enough ? signed(points) : "", .normal)
  }
}
