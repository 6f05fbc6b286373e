import Screens

/// What the learner wants of the terminal.
package struct TerminalOptions: Equatable, Sendable {
  /// False with `--no-color` or `NO_COLOR`: bold, underline and reverse only.
  package var color: Bool
  /// True with `--ascii`: nothing but ASCII is drawn.
  package var ascii: Bool

  package init(color: Bool = true, ascii: Bool = false) {
    self.color = color
    self.ascii = ascii
  }

  /// The signs to draw with.
  /// - Parameters:
  ///   - name: the `TERM` of the terminal.
  ///   - isUTF8: whether the locale's characters are UTF-8.
  package func glyphs(terminal name: String, isUTF8: Bool) -> Glyphs {
    if ascii || !isUTF8 { return .ascii }
    return name == "linux" || name.hasPrefix("linux-") ? .console : .full
  }
}

/// What the terminal reports.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// The size changed: ask for it and draw again.
  case resized
  /// Nothing happened in the time given.
  case tick
  /// The terminal is gone: save and end. Reported again and again.
  case hangUp
  /// Someone asks the program to end: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case signal(Int32)
  /// The program was stopped and goes on: draw again.
  case resumed
}
