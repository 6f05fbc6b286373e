import Glibc
import Screens
import Study

/// Sends what was printed on its way at once.
func flush() { fflush(nil) }

/// What a plain exam lists.
enum PlainExamLists {
  /// Positions of questions by their state.
  static func lists(_ exam: MockExam) -> [(name: String, places: [Int])] {
    [
      ("unanswered", exam.items.indices.filter { !exam.items[$0].isAnswered }),
      ("flagged", exam.items.indices.filter { exam.items[$0].isFlagged }),
      ("guessed", exam.items.indices.filter { exam.items[$0].isGuess }),
    ]
  }

  /// A report in lines.
  static func text(_ report: ScoreReport) -> String {
    var lines = [ReportWording.headline(report)] + ReportWording.meaning(report)
    lines.append(ReportWording.time(report))
    if let lookUps = ReportWording.lookUps(report) { lines.append(lookUps) }
    lines += [ReportWording.confidence(report), ReportWording.changes(report)]
    for domain in report.domains {
      lines.append(
        "  \(domain.title): \(domain.score.right) of \(domain.score.count) "
          + "(\(ReportWording.range(domain.score)))\(domain.isWeak ? ", weak" : "")")
    }
    let missed = report.missed.map { report.items[$0].question.id }
    if !missed.isEmpty { lines.append("missed: \(missed.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }

  static let help = """
    a number, or a letter from a, answers; 2? answers as a guess; an empty line goes on
    :next :back :go N  move      :flag :guess :clear :strike N :note TEXT  mark
    :book  open or close the code book      :calc 2*3.5  calculate      :time  what is left
    :review  all questions      :submit  end the exam      :pause  stop the clock and leave
    :discard  throw the exam away
    """
}
