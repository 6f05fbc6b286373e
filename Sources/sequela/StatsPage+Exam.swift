import Screens
import Study

extension ProgressPage {
  /// Mastery of each domain with its interval.
  var domainChart: String {
    let (left, right, row) = (270.0, 570.0, 24.0)
    func x(_ share: Double) -> Double { left + min(1, max(0, share)) * (right - left) }
    var marks: [String] = []
    for percent in stride(from: 0, through: 100, by: 25) {
      let at = x(Double(percent) / 100)
      marks.append(
        Markup.line(
          at, 16, at, 20 + row * Double(report.domains.count), stroke: "line", width: 1))
      marks.append(Markup.text(at, 11, "\(percent)", anchor: "middle", isSoft: true))
    }
    for (place, domain) in report.domains.enumerated() {
      let y = 20 + row * Double(place)
      let share = "\(ProgressAnswers.whole(domain.weight)) %"
      marks.append(Markup.text(0, y + 15, shortened(domain.domain.title, to: 34)))
      marks.append(Markup.text(left - 10, y + 15, share, anchor: "end", isSoft: true))
      guard let mastery = domain.mastery else {
        marks.append(
          Markup.text(
            left + 8, y + 15,
            domain.cards == 0
              ? "no questions"
              : domain.met == 0 ? "not met yet" : "\(domain.firstAnswers) answers, too few",
            isSoft: true))
        continue
      }
      marks.append(Markup.rect(left, y + 5, x(mastery) - left, 13, fill: "full"))
      marks.append(
        Markup.line(
          x(mastery - domain.margin), y + 11.5, x(mastery + domain.margin), y + 11.5,
          stroke: "second", width: 3))
      let change = ProgressAnswers.whole(domain.change)
      marks.append(Markup.text(right + 14, y + 15, ProgressAnswers.margin(domain)))
      let changed = "\(change > 0 ? "+" : "")\(change)"
      marks.append(Markup.text(right + 102, y + 15, changed, anchor: "end", isSoft: true))
      marks.append(
        Markup.text(730, y + 15, "\(domain.met)/\(domain.cards)", anchor: "end", isSoft: true))
    }
    return Markup.svg(
      width: 730, height: 26 + row * Double(report.domains.count), label: "Mastery by domain",
      marks)
      + Markup.note(
        "Each domain's share of the exam; percent of unknown questions expected right, with an "
          + "80 % interval; what four weeks of study changed; cards met.")
  }

  private func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : String(text.prefix(count - 1)) + "…"
  }

  /// Scores of the mock exams with error bars and the pass line.
  var examChart: String {
    guard let scores = report.scores, !scores.points.isEmpty else { return "" }
    let points = scores.points.suffix(24)
    let (left, right, top, bottom) = (40.0, 720.0, 14.0, 190.0)
    let step = (right - left) / Double(points.count)
    func y(_ share: Double) -> Double {
      bottom - (min(1, max(0.3, share)) - 0.3) / 0.7 * (bottom - top)
    }
    var marks: [String] = []
    for percent in stride(from: 30, through: 100, by: 10) {
      let at = y(Double(percent) / 100)
      marks.append(Markup.line(left, at, right, at, stroke: "line", width: 1))
      marks.append(Markup.text(left - 6, at + 4, "\(percent)", anchor: "end", isSoft: true))
    }
    marks.append(
      Markup.line(left, y(scores.cut), right, y(scores.cut), stroke: "mark", dashed: true))
    for (place, point) in points.enumerated() {
      let x = left + (Double(place) + 0.5) * step
      marks.append(
        Markup.line(
          x, y(point.share - point.margin), x, y(point.share + point.margin), stroke: "second",
          width: 2))
      marks.append(Markup.circle(x, y(point.share), 4.5, fill: "full"))
      guard step >= 36 || place % 3 == 0 else { continue }
      marks.append(Markup.text(x + 8, y(point.share) - 6, "\(ProgressAnswers.whole(point.share))"))
      let day = String(point.day.shortName.dropFirst(4))
      marks.append(Markup.text(x, bottom + 18, day, anchor: "middle", isSoft: true))
      let seconds = point.secondsPerQuestion.map { "\(Int($0.rounded())) s" } ?? "-"
      marks.append(Markup.text(x, bottom + 34, seconds, anchor: "middle", isSoft: true))
    }
    let cut = "\(ProgressAnswers.whole(scores.cut)) %"
    return Markup.svg(
      width: 730, height: bottom + 40, label: "Scores of mock exams", marks)
      + Markup.note(
        "Percent right with an 80 % interval; dashed, \(cut) to pass"
          + (scores.isCutAssumed ? " (assumed: the exam's own is secret)" : "")
          + "; below, seconds a question (\(Int(scores.allowance.rounded())) allowed).")
  }

  /// The expected score with its band beside the pass line, and what would raise it.
  var readinessChart: String {
    guard let readiness = report.readiness else { return "" }
    guard let forecast = readiness.forecast else {
      return Markup.note(
        "\(readiness.evidence.firstAnswers) of \(Readiness.Evidence.leastAnswers) first answers, "
          + "in domains of \(ProgressAnswers.whole(readiness.evidence.coverage)) % of the exam "
          + "(\(ProgressAnswers.whole(Readiness.Evidence.leastCoverage)) % needed).")
    }
    func x(_ share: Double) -> Double { 20 + (min(1, max(0.3, share)) - 0.3) / 0.7 * 690 }
    var marks: [String] = []
    for percent in stride(from: 30, through: 100, by: 10) {
      let at = x(Double(percent) / 100)
      marks.append(Markup.line(at, 12, at, 52, stroke: "line", width: 1))
      marks.append(Markup.text(at, 68, "\(percent)", anchor: "middle", isSoft: true))
    }
    let (low, high) = (x(forecast.band.lowerBound), x(forecast.band.upperBound))
    marks.append(Markup.rect(low, 24, high - low, 16, fill: "s2"))
    marks.append(Markup.circle(x(forecast.score), 32, 7, fill: "full"))
    marks.append(
      Markup.line(x(forecast.cut), 8, x(forecast.cut), 54, stroke: "mark", width: 2, dashed: true))
    let rows = forecast.advice.prefix(5).map { advice in
      let tenths = Int((advice.points * 10).rounded())
      return "<tr><td>\(advice.minutes) more minutes on \(Markup.escaped(advice.domain.title))</td>"
        + "<td class=\"number\">+\(tenths / 10).\(tenths % 10) points</td></tr>"
    }
    return Markup.svg(width: 730, height: 74, label: "Expected score", marks)
      + Markup.note(
        "Dot, the expected score; band, where eight of ten scores fall; dashed, to pass. It rests "
          + "on \(readiness.evidence.firstAnswers) first answers, "
          + "\(readiness.evidence.mockAnswers) of them in mock exams.")
      + (rows.isEmpty ? "" : "<table>\(rows.joined())</table>")
  }

  /// Sure and guess against right and wrong, and what was sure and wrong.
  var confidenceTable: String {
    let counts = report.confidence.counts
    guard counts.total > 0 else { return "" }
    func row(_ name: String, _ right: Int, _ wrong: Int) -> String {
      "<tr><td>\(name)</td><td class=\"number\">\(right)</td><td class=\"number\">\(wrong)</td>"
        + "<td class=\"number\">\(Wording.percent(right, of: right + wrong))</td></tr>"
    }
    let list = report.confidence.mistaken.prefix(25).map { question in
      "<tr><td>\(question.day)</td><td>\(Markup.escaped(question.topic))</td>"
        + "<td>\(Markup.escaped(catalog.domainTitle(question.domain, exam: report.exam)))</td></tr>"
    }
    return "<table><tr><th></th><th class=\"number\">right</th><th class=\"number\">wrong</th>"
      + "<th class=\"number\">right, of those</th></tr>"
      + row("sure", counts.sureRight, counts.sureWrong)
      + row("guess", counts.guessRight, counts.guessWrong) + "</table>"
      + (list.isEmpty
        ? ""
        : Markup.note("Sure, but wrong, and not put right since:")
          + "<table>\(list.joined())</table>")
  }
}
