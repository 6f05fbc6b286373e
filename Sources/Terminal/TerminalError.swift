import Screens

/// Why the full screen cannot be shown, as one plain sentence: what, and what to do.
package enum TerminalError: Error, Equatable, Sendable {
  /// Input or output is a file, a pipe or nothing.
  case noTerminal
  /// `TERM` is not set.
  case noName
  /// The terminal database has no such `TERM`.
  case unknownName(String)
  /// This `TERM` cannot place the cursor.
  case tooSimple(String)
  /// The system refused memory or a descriptor.
  case failed
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noTerminal:
      "The full screen needs a terminal for input and output; --plain works without one."
    case .noName:
      "TERM is not set, so it is unknown what this terminal can do; "
        + "set it (TERM=xterm-256color fits most) or use --plain."
    case .unknownName(let name):
      "The terminal database does not know TERM=\(Self.shown(name)); "
        + "set another (TERM=xterm-256color fits most) or use --plain."
    case .tooSimple(let name):
      "A terminal with TERM=\(Self.shown(name)) cannot place the cursor; "
        + "set another TERM or use --plain."
    case .failed:
      "The system refused what the full screen needs; close other programs or use --plain."
    }
  }

  /// A name from the environment, fit to be printed.
  private static func shown(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.compactMap(\.safe).prefix(40)))
  }
}
