/// What a cell means; the terminal's palette decides how that looks.
///
/// No role is the only sign of its meaning: right and wrong also bear ✓ and ✗, the selected line a
/// cursor, a struck option the word.
package enum Role: UInt8, CaseIterable, Sendable {
  case normal
  /// The first line of a page.
  case title
  /// A heading within a page, or a number that matters.
  case heading
  /// What may be overlooked: dates, sources, hints.
  case muted
  /// The one accent: the cursor, what is under way.
  case accent
  case correct
  case wrong
  case warning
  /// The line that the cursor stands on.
  case selected
  /// An option that was struck out.
  case struck
  /// The name of a key.
  case key
  /// What a key does.
  case help
  /// A line that separates.
  case rule
  /// A field to type into.
  case input
  case chartFull
  case chartEmpty
  /// A goal or a limit in a chart.
  case chartMark

  /// The letter in the role grid of a golden frame.
  package var letter: Character {
    switch self {
    case .normal: "."
    case .title: "T"
    case .heading: "H"
    case .muted: "m"
    case .accent: "A"
    case .correct: "C"
    case .wrong: "X"
    case .warning: "W"
    case .selected: "S"
    case .struck: "s"
    case .key: "k"
    case .help: "h"
    case .rule: "r"
    case .input: "I"
    case .chartFull: "F"
    case .chartEmpty: "e"
    case .chartMark: "M"
    }
  }
}
