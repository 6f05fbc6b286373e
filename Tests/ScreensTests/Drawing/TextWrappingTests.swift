import Screens
import Testing

@Suite struct TextWrappingTests {
  private func wrap(_ text: String, _ width: Int) -> [String] {
    TextWrapping.wrap(text, width: width, using: .standard)
  }

  @Test func `lines break at blanks and the blank disappears`() {
    #expect(wrap("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrap("the quick brown", 9) == ["the quick", "brown"])
    #expect(wrap("abc", 3) == ["abc"])
  }

  @Test func `line breaks of all kinds and blank lines stay`() {
    #expect(wrap("a\n\nb\r\nc\rd\u{2028}e\n", 5) == ["a", "", "b", "c", "d", "e", ""])
    #expect(wrap("", 5) == [""])
  }

  @Test func `blanks within a line and at its start stay, those at its end go`() {
    #expect(wrap("  Na   140\n  K    4.1  ", 20) == ["  Na   140", "  K    4.1"])
  }

  @Test func `an indented line hangs below its own indent`() {
    #expect(wrap("  one two three", 9) == ["  one two", "  three"])
  }

  @Test(arguments: ["-", "•", "*", "3.", "b)", "12."])
  func `a list hangs below its text`(sign: String) {
    let margin = String(repeating: " ", count: sign.count + 1)
    #expect(
      wrap("\(sign) alpha beta gamma", sign.count + 11)
        == ["\(sign) alpha beta", "\(margin)gamma"])
  }

  @Test func `a sentence that begins with a short word is no list`() {
    #expect(wrap("He. alpha beta", 10) == ["He. alpha", "beta"])
  }

  @Test func `a word longer than a line is broken, and what follows stands behind its rest`() {
    #expect(wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(wrap("x abcdefgh", 4) == ["x", "abcd", "efgh"])
  }

  @Test func `wide characters break anywhere, and never across the edge`() {
    #expect(wrap("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(wrap("ab漢字", 3) == ["ab", "漢", "字"])
  }

  @Test func `a mark stays with its character`() {
    #expect(wrap("abe\u{301}cd", 3) == ["abe\u{301}", "cd"])
  }

  @Test func `no width, no lines; one column holds even what is too wide`() {
    #expect(wrap("abc", 0) == [])
    #expect(wrap("漢a", 1) == ["漢", "a"])
  }

  @Test(arguments: 1...40)
  func `no line is wider than asked, and no word is lost`(width: Int) {
    let text = "- The ≥ 65-year-old patient, 漢字 Ménière's   (I69.354), was seen:\n  a) once\n b"
    let lines = wrap(text, width)
    for line in lines { #expect(width == 1 || DisplayWidth.standard.columns(of: line) <= width) }
    #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }

  @Test func `what was measured is what is drawn, in ASCII as well`() {
    let frame = Frame(width: 8, height: 1, ascii: true)
    let lines = TextWrapping.wrap("≥ ≥ ≥ ≥", width: 5, using: frame.displayWidth)
    #expect(lines == ["≥ ≥", "≥ ≥"])
  }

  @Test func `a text that is cut ends in dots`() {
    let width = DisplayWidth.standard
    #expect(width.fitted("anesthesia", width: 10) == "anesthesia")
    #expect(width.fitted("anesthesia", width: 9) == "anesthes…")
    #expect(width.fitted("漢字漢", width: 4) == "漢…")
    #expect(width.fitted("abc", width: 1) == "…")
    #expect(width.fitted("abc", width: 0) == "")
  }
}
