import Glibc
import TestSupport
import Testing

/// Ctrl-Z and back, under a shell with job control.
@Suite(.serialized) struct JobControlTests {
  /// An interactive shell that has started the probe, at its first whole frame.
  private func shell() throws -> (PseudoTerminal, before: PseudoTerminal.Modes) {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-i"],
      environment: ["PS1": "ready> ", "PROBE": PseudoTerminal.product("TerminalProbe")])
    try terminal.wait(for: "ready>")
    let before = terminal.modes
    terminal.send("$PROBE; echo ended $?\n")
    try waitForFrame(on: terminal)
    return (terminal, before)
  }

  private func waitForFrame(on terminal: PseudoTerminal) throws {
    try terminal.wait("no whole frame") {
      $0.isAlternate && $0.text[0].hasPrefix("size ")
        && $0.cells[$0.height - 1][$0.width - 1].text == "#"
    }
  }

  @Test func `Ctrl-Z gives the terminal to the shell, fg takes it again`() throws {
    let (terminal, before) = try shell()
    terminal.send("\u{1A}")
    try terminal.wait { !$0.isAlternate && $0.contains("Stopped") }
    #expect(terminal.modes.local == before.local)
    #expect(terminal.screen.isCursorVisible)
    #expect(!terminal.screen.isPasteBracketed)
    terminal.send("fg\n")
    try waitForFrame(on: terminal)
    #expect(terminal.modes.isRaw)
    #expect(terminal.screen.contains("last resumed"))
    terminal.send("x")
    try terminal.wait(for: "keys 1")
    terminal.send("q")
    try terminal.wait(for: "farewell")
    #expect(!terminal.screen.isAlternate)
  }

  @Test func `a size that changed while stopped is the size afterwards`() throws {
    let (terminal, _) = try shell()
    terminal.send("\u{1A}")
    try terminal.wait { !$0.isAlternate && $0.contains("Stopped") }
    terminal.resize(width: 60, height: 25)
    terminal.send("fg\n")
    try waitForFrame(on: terminal)
    try terminal.wait(for: "size 60x25")
  }

  @Test func `a crash after coming back restores the terminal too`() throws {
    let (terminal, before) = try shell()
    terminal.send("\u{1A}")
    try terminal.wait { !$0.isAlternate && $0.contains("Stopped") }
    terminal.send("fg\n")
    try waitForFrame(on: terminal)
    terminal.send("f")
    try terminal.wait { !$0.isAlternate && $0.contains("the reason of the trap") }
    #expect(terminal.modes.local == before.local)
  }

  @Test func `a stopped program that is told to end does so and leaves the shell its terminal`()
    throws
  {
    let (terminal, before) = try shell()
    terminal.send("\u{1A}")
    try terminal.wait { !$0.isAlternate && $0.contains("Stopped") }
    terminal.send("kill %1; bg; wait %1; echo wait $?\n")
    try terminal.wait(for: "wait 143")
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.modes.local == before.local)
  }

  @Test(arguments: ["TSTP", "STOP"])
  func `a stop from outside gives the terminal to the shell as well`(signal: String) throws {
    let (terminal, before) = try shell()
    // Another process sends it, because the shell itself waits for the probe.
    let probe = try #require(terminal.foregroundProcess)
    _ = kill(probe, signal == "TSTP" ? SIGTSTP : SIGSTOP)
    try terminal.wait(for: "Stopped")
    if signal == "TSTP" {
      #expect(!terminal.screen.isAlternate)
      #expect(terminal.modes.local == before.local)
    }
    terminal.send("fg\n")
    try terminal.wait(for: "last resumed")
    try waitForFrame(on: terminal)
    #expect(terminal.modes.isRaw)
    terminal.send("x")
    try terminal.wait(for: "keys 1")
  }
}
