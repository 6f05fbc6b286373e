import Screens

/// How a role looks on a terminal.
package struct Style: Equatable, Sendable {
  /// What a terminal can do without colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  package var attributes: Attributes
  /// The number of a colour; nil: the terminal's own.
  package var foreground: Int32?
  package var background: Int32?

  package init(
    _ attributes: Attributes = [], foreground: Int32? = nil, background: Int32? = nil
  ) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }
}

/// Which style a role has, by what the terminal can do.
///
/// The background is the terminal's own, light or dark, so every colour has to be legible on both.
package enum Palette: Equatable, Sendable, CaseIterable {
  /// No colour: bold, underline and reverse only.
  case monochrome
  /// The eight colours that a terminal's theme sets.
  case basic
  /// Fixed colours of the table of 256.
  case rich

  /// - Parameter colors: how many colours the terminal has; beyond 256 they are no table but red,
  ///   green and blue parts, of which only the first eight are fit for use here.
  package init(colors: Int, wantsColor: Bool) {
    switch colors {
    case 256 where wantsColor: self = .rich
    case 8... where wantsColor: self = .basic
    default: self = .monochrome
    }
  }

  package func style(for role: Role) -> Style {
    switch self {
    case .monochrome: Self.monochromeStyle(for: role)
    case .basic: Self.colored(role, Self.basicColors)
    case .rich: Self.colored(role, Self.richColors)
    }
  }

  private static func monochromeStyle(for role: Role) -> Style {
    switch role {
    case .normal, .muted, .help, .rule, .struck, .chartFull, .chartEmpty: Style()
    case .title, .heading, .accent, .correct, .key, .chartMark: Style(.bold)
    case .wrong, .warning: Style([.bold, .underline])
    case .selected: Style(.reverse)
    case .input: Style(.underline)
    }
  }

  /// The five colours that carry meaning; nil: the attribute dim stands in.
  private struct Colors {
    var accent: Int32
    var correct: Int32
    var wrong: Int32
    var warning: Int32
    var muted: Int32?
  }

  private static let basicColors = Colors(accent: 6, correct: 2, wrong: 1, warning: 3, muted: nil)
  /// Contrast of at least 3 to 1 on black and on white.
  private static let richColors = Colors(
    accent: 32, correct: 28, wrong: 160, warning: 130, muted: 244)

  private static func colored(_ role: Role, _ colors: Colors) -> Style {
    let muted = Style(colors.muted == nil ? .dim : [], foreground: colors.muted)
    return switch role {
    case .normal: Style()
    case .title, .heading, .selected, .key: Style(.bold)
    case .muted, .help, .rule, .struck, .chartEmpty: muted
    case .accent: Style(.bold, foreground: colors.accent)
    case .correct: Style(.bold, foreground: colors.correct)
    case .wrong: Style(.bold, foreground: colors.wrong)
    case .warning, .chartMark: Style(.bold, foreground: colors.warning)
    case .input: Style(.underline)
    case .chartFull: Style(foreground: colors.accent)
    }
  }
}
