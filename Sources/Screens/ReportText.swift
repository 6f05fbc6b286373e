import Study

/// A score report as a text in Markdown, with every question.
package enum ReportText {
  package static func markdown(_ report: ScoreReport, catalog: Catalog) -> String {
    var lines = [
      "# Mock exam \(report.exam), \(report.studyDay)", "", ReportWording.headline(report),
    ]
    lines += ReportWording.meaning(report)
    lines += ["", "## Domains", "", "| domain | right | 95 of 100 | weak |", "|---|---|---|---|"]
    lines += report.domains.map {
      "| \(cell($0.title)) | \($0.score.right) of \($0.score.count) "
        + "| \(ReportWording.range($0.score)) | \($0.isWeak ? "yes" : "") |"
    }
    lines += ["", "## Time and answers", "", ReportWording.time(report)]
    if let lookUps = ReportWording.lookUps(report) { lines.append(lookUps) }
    lines += [ReportWording.changes(report), ReportWording.confidence(report), ""]
    lines.append("## Questions")
    for (place, item) in report.items.enumerated() {
      lines += question(item, place: place, catalog: catalog)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func question(
    _ item: ScoreReport.Item, place: Int, catalog: Catalog
  ) -> [String] {
    let verdict =
      switch item.isCorrect {
      case true?: "right"
      case false?: "wrong"
      case nil: "not answered"
      }
    var lines = ["", "### \(place + 1). \(item.question.id): \(verdict)", ""]
    guard let question = catalog.question(item.question.id), let set = question.optionSet else {
      return lines + ["No longer in the banks."]
    }
    if let exhibit = catalog.exhibit(of: question) {
      lines += ["> \(exhibit.title)"]
      lines += exhibit.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> \($0)" }
      lines.append("")
    }
    lines += [question.stem, ""]
    for option in item.question.order where set.options.indices.contains(option) {
      let isChosen = item.chosen.contains(option)
      let mark = set.options[option].isCorrect ? "**right**" : isChosen ? "chosen" : ""
      lines.append("- \(set.options[option].text)" + (mark.isEmpty ? "" : " (\(mark))"))
    }
    lines += ["", question.rationale]
    if let why = item.why { lines.append("Missed: \(why.title).") }
    if !item.note.isEmpty { lines.append("Note: \(item.note)") }
    return lines
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|").joined(separator: "/")
  }
}
