import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is given back.
@Suite(.serialized) struct RestorationTests {
  @Test func `while it runs, the terminal is taken`() throws {
    let session = try ProbeSession()
    #expect(session.terminal.modes.isRaw)
    #expect(!session.modesBefore.isRaw)
    #expect(session.terminal.screen.isAlternate)
    #expect(!session.terminal.screen.isCursorVisible)
    #expect(session.terminal.screen.isPasteBracketed)
  }

  @Test func `after quitting`() throws {
    let session = try ProbeSession()
    session.terminal.send("q")
    #expect(try session.terminal.waitForEnd() == .exited(0))
    session.expectRestored()
    #expect(session.terminal.screen.contains("farewell"))
  }

  @Test func `after exit in the middle`() throws {
    let session = try ProbeSession()
    session.terminal.send("e")
    #expect(try session.terminal.waitForEnd() == .exited(5))
    session.expectRestored()
  }

  @Test(arguments: [
    ("f", SIGILL), ("i", SIGILL), ("o", SIGILL), ("s", SIGSEGV), ("r", SIGSEGV), ("a", SIGABRT),
  ])
  func `after a crash, and the crash is seen as what it was`(key: String, signal: Int32) throws {
    let session = try ProbeSession()
    session.terminal.send(key)
    #expect(try session.terminal.waitForEnd() == .signaled(signal))
    session.expectRestored()
  }

  @Test func `the reason of a trap is read on the restored screen`() throws {
    let session = try ProbeSession()
    session.terminal.send("f")
    _ = try session.terminal.waitForEnd()
    #expect(session.terminal.screen.contains("the reason of the trap"))
  }

  @Test func `error output waits for the end and does not disturb the screen`() throws {
    let session = try ProbeSession()
    session.terminal.send("w")
    try session.terminal.wait(for: "keys 1")
    #expect(!String(decoding: session.terminal.output, as: UTF8.self).contains("a note"))
    session.terminal.send("q")
    #expect(try session.terminal.waitForEnd() == .exited(0))
    session.expectRestored()
    #expect(session.terminal.screen.contains("a note on the error output"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `after a signal that asks to end, and the parent sees it`(signal: Int32) throws {
    let session = try ProbeSession()
    session.terminal.kill(signal)
    #expect(try session.terminal.waitForEnd() == .signaled(signal))
    session.expectRestored()
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGFPE, SIGBUS])
  func `after a fatal signal from outside`(signal: Int32) throws {
    let session = try ProbeSession()
    session.terminal.kill(signal)
    #expect(try session.terminal.waitForEnd() == .signaled(signal))
    session.expectRestored()
  }

  @Test func `on the Linux console`() throws {
    let session = try ProbeSession(terminal: "linux")
    #expect(session.terminal.screen.contains("> * + x !"))
    session.terminal.send("f")
    #expect(try session.terminal.waitForEnd() == .signaled(SIGILL))
    #expect(session.terminal.modes == session.modesBefore)
    #expect(session.terminal.screen.isCursorVisible)
  }

  @Test func `when the terminal goes away the program ends, even if it ignores SIGHUP`() throws {
    let session = try ProbeSession(["--ignore-hang-up"])
    session.terminal.hangUp()
    #expect(try session.terminal.waitForEnd() == .exited(3))
  }
}
