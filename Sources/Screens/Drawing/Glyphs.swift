/// The signs that a terminal can show, and what stands for the others: the one place for both.
package enum Glyphs: Equatable, Sendable {
  /// Everything that Unicode has.
  case full
  /// The console of the Linux kernel: a font of 256 signs.
  case console
  case ascii

  /// The cursor before a line.
  package static let cursor = "▸"
  /// The option that is chosen.
  package static let chosen = "●"
  package static let right = "✓"
  package static let wrong = "✗"
  package static let flag = "⚑"

  /// The signs for one to seven eighths of a cell, from the left, and the full cell.
  package static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  /// The signs for one to eight eighths of a cell, from the bottom.
  package static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// Five levels of a heat map, from nothing to much.
  package static let shades: [Character] = ["·", "░", "▒", "▓", "█"]

  /// What stands for a scalar on this terminal; nil: the scalar itself.
  ///
  /// The signs of the screen (cursor, blocks, rules, arrows) have substitutes of one column;
  /// a letter or a sign of a text may take more: `≥` becomes `>=`.
  func substitute(for scalar: Unicode.Scalar) -> String? {
    switch self {
    case .full: return nil
    case .console where Self.onConsole.contains(scalar) || (0xA1...0xFF).contains(scalar.value):
      return nil
    case .console, .ascii: break
    }
    if scalar.isASCII { return nil }
    if let substitute = Self.inASCII[scalar] { return substitute }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return ""
    default: return "?"
    }
  }

  /// Signs beyond Latin-1 that the usual console fonts have.
  private static let onConsole = Set("←↑→↓─│┌┐└┘├┤┬┴┼█▄▌▐▀░▒▓•".unicodeScalars)
}
