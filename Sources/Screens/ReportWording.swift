import Study

/// A score report in sentences, the same on the screen, in lines and in a file.
package enum ReportWording {
  /// The score and the verdict by the exam's own rule.
  package static func headline(_ report: ScoreReport) -> String {
    let score =
      "\(report.score.right) of \(report.score.count) right "
      + "(\(Wording.percent(report.score.right, of: report.score.count)))"
    switch report.verdict {
    case .passed: return "\(score). Passed: the rule is \(percent(report.passShare))."
    case .failed:
      let needed = Int((report.passShare * Double(report.score.count)).rounded(.up))
      return "\(score). Not passed: the rule is \(percent(report.passShare)), "
        + "\(needed - report.score.right) more would do."
    case .likelyAbove: return "\(score). Likely above the cut."
    case .tooClose: return "\(score). Too close to call."
    case .likelyBelow: return "\(score). Likely below the cut."
    case .none:
      return "\(score). Too few questions for a verdict "
        + "(\(report.items.count); \(ExamForm.leastForVerdict) is the least)."
    }
  }

  /// What to make of the score: the estimate, chance, and the forms before.
  package static func meaning(_ report: ScoreReport) -> [String] {
    var sentences: [String] = []
    if let estimate = report.estimate {
      sentences.append(
        "Estimated scaled score \(estimate.score), nine times in ten between "
          + "\(estimate.band.lowerBound) and \(estimate.band.upperBound). Unofficial: the raw cut "
          + "is secret, and \(percent(report.passShare)) is this program's assumption.")
    }
    let error = points(report.score.standardError)
    sentences.append(
      "Standard error \(error) points: chance alone moves such a score by that much, "
        + "twice as much now and then.")
    if let comparison = report.comparison, let last = report.earlier.last {
      let day = CalendarDay(
        studyDayAt: last.milliseconds, zoneMinutes: last.zoneMinutes
      ).shortName
      let points = abs(comparison.points)
      let change =
        points == 0
        ? "The same share as in"
        : "\(Wording.counted(points, "point")) \(comparison.points > 0 ? "more" : "less") than in"
      sentences.append(
        "\(change) the form of \(day) "
          + "(\(Wording.percent(last.score.right, of: last.score.count)))"
          + (points == 0 ? "." : comparison.isChance ? "; chance may explain that." : "."))
    }
    return sentences
  }

  /// Time and pace.
  package static func time(_ report: ScoreReport) -> String {
    let answered = report.answeredCount
    let planned = report.limit / max(1, report.items.count) / 1000
    var text =
      "\(Wording.duration(milliseconds: report.spent)) of "
      + "\(Wording.duration(milliseconds: report.limit)) used"
    text +=
      answered == 0
      ? "." : ", \(report.spent / answered / 1000) s an answer, \(planned) s planned."
    let left = report.items.count - report.answeredCount
    if left > 0 { text += " \(Wording.counted(left, "question")) unanswered." }
    if report.extraTime > 0 { text += " With \(report.extraTime) % extra time." }
    if report.pauses > 0 {
      text +=
        " Interrupted \(report.pauses == 1 ? "once" : "\(report.pauses) times"); "
        + "the real exam runs through."
    }
    return text
  }

  /// Code books; nil where none was opened.
  package static func lookUps(_ report: ScoreReport) -> String? {
    guard report.lookUps > 0 else { return nil }
    return "\(Wording.counted(report.lookUps, "look-up")), "
      + "\(Wording.duration(milliseconds: report.bookMilliseconds)) in the books."
  }

  /// Answers that were changed.
  package static func changes(_ report: ScoreReport) -> String {
    let wrong = report.changes(.rightToWrong).count
    let right = report.changes(.wrongToRight).count
    let other = report.changes(.wrongToWrong).count
    guard wrong + right + other > 0 else { return "No answer was changed." }
    return "Answers changed: \(right) from wrong to right, \(wrong) from right to wrong"
      + (other == 0 ? "." : ", \(other) from wrong to wrong.")
  }

  /// How sure the answers were, and how right.
  package static func confidence(_ report: ScoreReport) -> String {
    let sure = report.items.filter { $0.isCorrect != nil && $0.isSure }
    let guesses = report.items.filter { $0.isCorrect != nil && !$0.isSure }
    let sureRight = sure.count { $0.isCorrect == true }
    let guessRight = guesses.count { $0.isCorrect == true }
    var text = "Sure of \(sure.count): \(sureRight) right."
    text +=
      guesses.isEmpty
      ? " Nothing was marked as a guess."
      : " Guessed \(guesses.count): \(guessRight) right."
    return text
  }

  /// A domain's score as a count with its interval: `4 of 6 (30-90 %)`.
  package static func range(_ score: Proportion) -> String {
    let interval = score.interval()
    let low = Int((interval.lowerBound * 100).rounded())
    let high = Int((interval.upperBound * 100).rounded())
    return "\(low)-\(high) %"
  }

  static func percent(_ share: Double) -> String { Calculator.text(share * 100) + " %" }

  private static func points(_ share: Double) -> String {
    Calculator.text((share * 1000).rounded() / 10)
  }
}
