import TestSupport
import Testing

/// The emulator that the other tests look through.
@Suite struct VirtualScreenTests {
  private func screen(after output: String, width: Int = 8, height: Int = 3) -> VirtualScreen {
    var screen = VirtualScreen(width: width, height: height)
    // Byte by byte: output comes in pieces of any length.
    for byte in output.utf8 { screen.feed([byte]) }
    return screen
  }

  @Test func `text, positions and erasing`() {
    #expect(screen(after: "ab\r\ncd\u{1B}[1;4Hx\u{1B}[2;1H\u{1B}[K").text == ["ab x", "", ""])
    #expect(screen(after: "abcdef\u{1B}[1;3H\u{1B}[2X").text[0] == "ab  ef")
    #expect(screen(after: "abcdef\u{1B}[1;3H\u{1B}[2P").text[0] == "abef")
    #expect(screen(after: "abcdef\u{1B}[1;3H\u{1B}[2@").text[0] == "ab  cdef")
    #expect(screen(after: "a\u{1B}[3b").text[0] == "aaaa")
    #expect(screen(after: "ab\u{1B}[H\u{1B}[2J").text == ["", "", ""])
  }

  @Test func `the last column does not wrap until the next character`() {
    #expect(screen(after: "12345678").cursor == (8, 0))
    #expect(screen(after: "123456789").text == ["12345678", "9", ""])
    #expect(screen(after: "1234567漢").text == ["1234567", "漢", ""])
  }

  @Test func `scrolling, whole and in a region`() {
    #expect(screen(after: "a\r\nb\r\nc\r\nd").text == ["b", "c", "d"])
    #expect(screen(after: "a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\nx").text == ["b", "x", "c"])
    #expect(screen(after: "a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L").text == ["a", "", "b"])
    #expect(screen(after: "a\r\nb\r\nc\u{1B}[1;1H\u{1B}[2M").text == ["c", "", ""])
    #expect(screen(after: "a\r\nb\u{1B}[H\u{1B}M").text == ["", "a", "b"])
  }

  @Test func `colours and attributes`() {
    let screen = screen(after: "\u{1B}[1;38;5;160mA\u{1B}[0;4;33mB\u{1B}[m\u{1B}[7mC\u{1B}[0mD")
    #expect(screen.pen(of: "A") == .init(isBold: true, foreground: 160))
    #expect(screen.pen(of: "B") == .init(isUnderlined: true, foreground: 3))
    #expect(screen.pen(of: "C") == .init(isReversed: true))
    #expect(screen.pen(of: "D") == .init())
    #expect(screen.pen(of: "E") == nil)
  }

  @Test func `the alternate screen goes and the main one comes back`() {
    let during = screen(after: "main\u{1B}[?1049h\u{1B}[Hfull\u{1B}[?25l")
    #expect(during.text[0] == "full" && during.isAlternate && !during.isCursorVisible)
    let after = screen(after: "main\u{1B}[?1049h\u{1B}[Hfull\u{1B}[?1049l")
    #expect(after.text[0] == "main" && !after.isAlternate && after.cursor == (4, 0))
  }

  @Test func `a title is not text, a mark sits on its character`() {
    #expect(screen(after: "\u{1B}]0;title\u{07}a\u{1B}(Be\u{301}").text[0] == "ae\u{301}")
  }

  @Test func `a resize keeps what fits`() {
    var screen = screen(after: "abcdef\r\n漢")
    screen.resize(width: 4, height: 2)
    screen.resize(width: 6, height: 3)
    #expect(screen.text == ["abcd", "漢", ""])
  }
}
