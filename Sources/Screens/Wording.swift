import Study

/// Numbers and times in words, the same on every page.
package enum Wording {
  /// `1 day`, `11 days`, `5 months`, `2.4 years`.
  package static func days(_ count: Int) -> String {
    switch count {
    case ..<60: return counted(count, "day")
    case ..<700: return counted(Int((Double(count) / 30.44).rounded()), "month")
    default:
      let tenths = Int((Double(count) / 36.525).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10) years" : "\(tenths / 10).\(tenths % 10) years"
    }
  }

  /// `tomorrow`, `in 11 days`.
  package static func inDays(_ count: Int) -> String {
    count == 0 ? "today" : count == 1 ? "tomorrow" : "in " + days(count)
  }

  /// `1 card`, `2 cards`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `45 s`, `12 min`, `4 h 10 min`.
  package static func duration(milliseconds: Int) -> String {
    let minutes = milliseconds / 60_000
    if milliseconds < 60_000 { return "\(milliseconds / 1000) s" }
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// A share as whole percent: `91 %`.
  package static func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "-" : "\(Int((Double(part) * 100 / Double(whole)).rounded())) %"
  }

  /// A text that ends in a full stop, unless it ends in a mark already.
  package static func sentence(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".!?".contains(last) ? text : text + "."
  }

  /// When an exam is: `in 41 days`, `today`, `no date yet`.
  package static func examDate(_ plan: ExamPlan, today: CalendarDay) -> String {
    guard let date = plan.date else { return "no date yet" }
    let days = date - today
    if days < 0 { return "was on \(date.shortName)" }
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
  }
}

extension String {
  /// Its lines as one, for a width of their own.
  var trimmingLines: String { split(separator: "\n").joined(separator: " ") }

  /// Without spaces at either end, and single ones between words.
  var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
