import TestSupport
import Testing

/// Drawing, keys and sizes through ncurses on a real pseudo-terminal.
@Suite(.serialized) struct TerminalSessionTests {
  @Test func `signs, wide characters and marks arrive in their columns`() throws {
    let screen = try ProbeSession().terminal.screen
    #expect(screen.text[1] == "signs ▸ ● ✓ ✗ ⚑ é 漢字 e\u{301} ≥")
    #expect(screen.text[2] == "█████▌····")
  }

  @Test func `roles have colours where there are any`() throws {
    let rich = try ProbeSession().terminal.screen
    #expect(rich.pen(of: "correct") == .init(isBold: true, foreground: 28))
    #expect(rich.pen(of: "wrong") == .init(isBold: true, foreground: 160))
    #expect(rich.pen(of: "input") == .init(isUnderlined: true))
    let basic = try ProbeSession(terminal: "linux").terminal.screen
    #expect(basic.pen(of: "correct") == .init(isBold: true, foreground: 2))
  }

  @Test(arguments: [(["--no-color"], "xterm-256color"), ([], "vt100")])
  func `without colour only attributes are sent`(arguments: [String], name: String) throws {
    let session = try ProbeSession(arguments, terminal: name)
    let pens = session.terminal.screen.cells.joined().map(\.pen)
    #expect(pens.allSatisfy { $0.foreground == nil && $0.background == nil && !$0.isDim })
    #expect(session.terminal.screen.pen(of: "wrong") == .init(isBold: true, isUnderlined: true))
    #expect(session.terminal.screen.pen(of: "selected") == .init(isReversed: true))
  }

  @Test func `ASCII draws ASCII only`() throws {
    let terminal = try ProbeSession(["--ascii"]).terminal
    #expect(terminal.screen.text[1] == "signs > * + x ! e ?? e >=")
    #expect(terminal.output.allSatisfy { $0 < 128 })
  }

  @Test func `a locale that says nothing is taken as UTF-8`() throws {
    let terminal = try ProbeSession(environment: ["LC_ALL": "C"]).terminal
    #expect(terminal.screen.contains("▸ ● ✓"))
  }

  @Test(arguments: [
    ("b", "character(\"b\")"), ("é", "character(\"é\")"), ("\r", "enter"), ("\u{7F}", "backspace"),
    ("\u{7}", "control(\"g\")"), ("\u{3}", "control(\"c\")"), ("\u{1B}", "escape"),
    ("\u{1B}OA", "up"), ("\u{1B}[Z", "backTab"), ("\u{1B}[5~", "pageUp"), ("\u{1B}OH", "home"),
    ("\u{1B}[3~", "delete"), ("\u{1B}[200~E11.65\u{1B}[201~", "paste(\"E11.65\")"),
  ])
  func `what the keyboard sends is the key it says`(bytes: String, key: String) throws {
    let terminal = try ProbeSession().terminal
    terminal.send(bytes)
    try terminal.wait { $0.text[0].contains("last key(") && $0.text[0].contains(key) }
  }

  @Test func `an unknown sequence is passed over and the next key counts`() throws {
    let terminal = try ProbeSession().terminal
    terminal.send("\u{1B}[99;5~\u{1B}[?1;2cx")
    try terminal.wait(for: "keys 1 last key(Screens.Key.character(\"x\"))")
  }

  @Test func `no key of a thousand is lost`() throws {
    let terminal = try ProbeSession().terminal
    for _ in 0..<100 { terminal.send("xxxxxxxxxx") }
    try terminal.wait(for: "keys 1000 ")
  }

  @Test func `no resize of a hundred is lost`() throws {
    let session = try ProbeSession()
    for step in 0..<100 {
      let (width, height) = (60 + step % 41, 24 + step % 17)
      session.terminal.resize(width: width, height: height)
      try session.waitForFrame(width, height)
      #expect(session.terminal.screen.text[1].hasPrefix("signs ▸"))
    }
  }

  @Test func `a hundred resizes at once end at the last size`() throws {
    let session = try ProbeSession()
    for step in 0..<100 { session.terminal.resize(width: 60 + step % 40, height: 24 + step % 9) }
    session.terminal.resize(width: 77, height: 31)
    try session.waitForFrame(77, 31)
  }

  @Test func `the cursor appears where the frame has it`() throws {
    let terminal = try ProbeSession().terminal
    terminal.send("x")
    try terminal.wait { $0.isCursorVisible && $0.cursor == (4, 1) }
    terminal.send("x")
    try terminal.wait { !$0.isCursorVisible }
  }

  @Test(arguments: [
    (["TERM": "dumb"], "TERM=dumb cannot place the cursor"),
    (["TERM": "nosuch"], "does not know TERM=nosuch"), (["TERM": ""], "TERM is not set"),
  ])
  func `a terminal that is not fit for it is refused in a sentence`(
    environment: [String: String], sentence: String
  ) throws {
    let terminal = try PseudoTerminal(
      PseudoTerminal.product("TerminalProbe"), environment: environment, width: 200)
    let before = terminal.modes
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(terminal.screen.contains(sentence))
    #expect(terminal.screen.contains("--plain"))
    #expect(terminal.modes == before)
  }

  @Test func `a program without input is refused in a sentence`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "exec \"$0\" < /dev/null", PseudoTerminal.product("TerminalProbe")],
      width: 200)
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(terminal.screen.contains("--plain works without one"))
  }
}
