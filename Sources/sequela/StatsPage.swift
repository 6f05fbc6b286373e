import Screens
import Study

/// One exam's progress as a page of HTML with charts in it: nothing is loaded from elsewhere, it
/// prints well, and follows the reader's choice of light or dark.
struct ProgressPage {
  let report: ProgressReport
  let learner: String
  let catalog: Catalog

  init(_ report: ProgressReport, learner: String, catalog: Catalog) {
    self.report = report
    self.learner = learner
    self.catalog = catalog
  }

  /// The whole page.
  var html: String { ProgressPage.html(of: [self]) }

  /// One page for several exams.
  static func html(of pages: [ProgressPage]) -> String {
    let title = pages.first.map { "\($0.learner): progress" } ?? "Progress"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(Markup.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(pages.map(\.body).joined(separator: "\n"))
      <footer>Made by Sequela from the learner's own answers. The forecast is an estimate and no
      verdict of the exam's body.</footer>
      </body>
      </html>

      """
  }

  private var body: String {
    let profile = catalog.profile(report.exam)
    let title = profile.map { "\($0.id), \($0.title)" } ?? report.exam
    let when = report.plan.date.map { ", exam on \($0)" } ?? ""
    let sections = ProgressTab.allCases.map { tab in
      """
      <section>
      <h2>\(Markup.escaped(tab.question))</h2>
      <p class="answer">\(Markup.escaped(ProgressAnswers.answer(tab, report)))</p>
      \(content(tab))
      </section>
      """
    }
    return """
      <header>
      <h1>\(Markup.escaped(learner)): progress</h1>
      <p>\(Markup.escaped(title)). State of \(report.today)\(when).</p>
      </header>
      \(sections.joined(separator: "\n"))
      """
  }

  private func content(_ tab: ProgressTab) -> String {
    switch tab {
    case .overview: report.rhythm.total.answers == 0 ? "" : overview
    case .calendar: report.calendar.studyDays == 0 ? "" : heatMap
    case .memory: retentionChart + loadChart
    case .domains: domainChart
    case .exams: examChart
    case .readiness: readinessChart
    case .confidence: confidenceTable
    }
  }

  private static let style = """

    :root { --ink: #1b1f24; --soft: #5b6570; --line: #d5dae0; --paper: #ffffff; --full: #1f6f8b;
      --second: #c4661f; --mark: #a3262a; --s0: #eceff2; --s1: #bcdbe5; --s2: #7fb8cb; --s3: #3f8fab;
      --s4: #17556c; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa5b1; --line: #39424c;
      --paper: #14181d; --full: #6bb6d0; --second: #e79a5b; --mark: #ff8b84; --s0: #232a32;
      --s1: #1d4a5b; --s2: #2d738c; --s3: #55a3bd; --s4: #9bdcf0; } }
    @media print { :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --full: #1f6f8b;
      --second: #c4661f; --mark: #a3262a; --s0: #eceff2; --s1: #bcdbe5; --s2: #7fb8cb;
      --s3: #3f8fab; --s4: #17556c; } body { margin: 0; } section { break-inside: avoid; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 50rem; margin: 2rem auto; padding: 0 1rem; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 0; }
    header p, footer, .note { color: var(--soft); } header { margin-bottom: 1rem; }
    section { border-top: 1px solid var(--line); padding: 1.2rem 0; }
    .answer { font-size: 1.05rem; font-weight: 600; margin: .2rem 0 .8rem; }
    .note { font-size: .85rem; margin: .4rem 0 0; }
    svg { display: block; width: 100%; height: auto; margin: .4rem 0; }
    svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
    svg text.soft { fill: var(--soft); }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
    td:first-child { white-space: nowrap; } th { color: var(--soft); font-weight: 500; } td.number, th.number { text-align: right; }
    footer { font-size: .85rem; border-top: 1px solid var(--line); padding: 1rem 0 2rem; }

    """
}

/// The small part of HTML that the pages are made of.
enum Markup {
  /// Text that nothing in it can break out of; control characters and marks that turn the
  /// direction of writing are dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: result += " "
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// A coordinate with one digit after the point.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    guard tenths % 10 != 0 else { return "\(tenths / 10)" }
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  static func svg(width: Double, height: Double, label: String, _ content: [String]) -> String {
    "<svg viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" "
      + "aria-label=\"\(escaped(label))\">\(content.joined(separator: "\n"))</svg>"
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, title: String = ""
  ) -> String {
    let head =
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\" "
      + "height=\"\(number(max(0, height)))\" rx=\"1.5\" fill=\"var(--\(fill))\""
    return title.isEmpty ? head + "/>" : head + "><title>\(escaped(title))</title></rect>"
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1.5,
    dashed: Bool = false
  ) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" "
      + "stroke=\"var(--\(stroke))\" stroke-width=\"\(number(width))\""
      + (dashed ? " stroke-dasharray=\"4 3\"/>" : "/>")
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double, fill: String) -> String {
    "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" "
      + "fill=\"var(--\(fill))\"/>"
  }

  /// - Parameter anchor: `start`, `middle` or `end`.
  static func text(
    _ x: Double, _ y: Double, _ text: String, anchor: String = "start", isSoft: Bool = false
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\""
      + (isSoft ? " class=\"soft\">" : ">") + "\(escaped(text))</text>"
  }

  static func note(_ text: String) -> String { "<p class=\"note\">\(escaped(text))</p>" }
}
