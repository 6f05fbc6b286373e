import Screens
import Terminal
import Testing

@Suite struct TerminalOptionsTests {
  @Test(arguments: [
    ("xterm-256color", true, false, Glyphs.full), ("tmux", true, false, .full),
    ("linux", true, false, .console), ("linux-16color", true, false, .console),
    ("linux", true, true, .ascii), ("xterm", false, false, .ascii), ("xterm", true, true, .ascii),
  ])
  func `the signs follow the wish, the locale and the terminal`(
    name: String, isUTF8: Bool, ascii: Bool, glyphs: Glyphs
  ) {
    #expect(TerminalOptions(ascii: ascii).glyphs(terminal: name, isUTF8: isUTF8) == glyphs)
  }

  @Test func `every reason not to start names a way out, on one line`() {
    let errors: [TerminalError] = [
      .noTerminal, .noName, .unknownName("nosuch"), .tooSimple("dumb"), .failed,
    ]
    for error in errors {
      #expect(error.description.contains("--plain"))
      #expect(!error.description.contains("\n"))
    }
  }

  @Test func `a TERM full of control characters is not printed as it is`() {
    let text = TerminalError.unknownName("\u{1B}]0;x\u{07}\u{202E}").description
    #expect(!text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
  }
}
