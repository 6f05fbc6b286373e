import Foundation
import TestSupport
import Testing

/// A run of `TerminalProbe` on a pseudo-terminal, up to its first whole frame.
struct ProbeSession {
  let terminal: PseudoTerminal
  /// The modes before the program took the terminal.
  let modesBefore: PseudoTerminal.Modes

  /// - Parameter command: words to run instead of the probe alone; the probe's path is `$PROBE`.
  init(
    _ arguments: [String] = [], environment: [String: String] = [:],
    terminal name: String = "xterm-256color", width: Int = 80, height: Int = 24
  ) throws {
    // The shell waits for a line, so that the modes can be read before the probe changes them; a
    // line of its own on the main screen proves later that this one came back.
    let script = "echo before; read line; exec \"$@\""
    terminal = try PseudoTerminal(
      "/bin/sh", ["-c", script, "sh", PseudoTerminal.product("TerminalProbe")] + arguments,
      environment: environment, terminal: name, width: width, height: height)
    try terminal.wait(for: "before")
    modesBefore = terminal.modes
    terminal.send("\n")
    try waitForFrame(width, height)
  }

  /// Waits until the frame of this size has come whole.
  func waitForFrame(
    _ width: Int, _ height: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try terminal.wait("no frame of \(width)x\(height)", sourceLocation: sourceLocation) {
      $0.text[0].hasPrefix("size \(width)x\(height) ")
        && $0.cells[height - 1][width - 1].text == "#"
    }
  }

  /// Expects the terminal as it was: modes, screen, cursor, paste.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.modes == modesBefore, sourceLocation: sourceLocation)
    #expect(!terminal.screen.isAlternate, sourceLocation: sourceLocation)
    #expect(terminal.screen.contains("before"), sourceLocation: sourceLocation)
    #expect(terminal.screen.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!terminal.screen.isPasteBracketed, sourceLocation: sourceLocation)
    #expect(terminal.screen.cells.last?.last?.pen == VirtualScreen.Pen())
  }
}
