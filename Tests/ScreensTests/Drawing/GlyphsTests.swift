import Screens
import Testing

@Suite struct GlyphsTests {
  @Test func `ASCII stands for every sign of the screen`() {
    var frame = Frame(width: 20, height: 3, ascii: true)
    frame.put("▸ 2 ● ✓ ✗ ⚑ ←→↑↓", x: 0, y: 0)
    frame.rule(y: 1)
    frame.bar(share: 0.55, x: 0, y: 2, width: 10)
    #expect(frame.text == ["> 2 * + x ! <>^v", "  ----------------", "#####=...."])
    #expect(frame.isASCII)
  }

  @Test(arguments: [Glyphs.ascii, .console])
  func `the signs of the screen keep their one column`(glyphs: Glyphs) {
    let width = DisplayWidth.standard.with(glyphs: glyphs)
    let signs =
      [Glyphs.cursor, Glyphs.chosen, Glyphs.right, Glyphs.wrong, Glyphs.flag]
      + (Glyphs.eighths + Glyphs.steps + Glyphs.shades).map(String.init)
    for sign in signs {
      #expect(width.columns(of: sign) == 1, "\(sign)")
      var frame = Frame(width: 3, height: 1, displayWidth: width)
      frame.put(sign, x: 0, y: 0)
      #expect(frame.text != ["?"], "\(sign)")
    }
  }

  @Test func `the heights of a chart stay apart in ASCII`() {
    var frame = Frame(width: 8, height: 1, ascii: true)
    frame.put(String(Glyphs.steps), x: 0, y: 0)
    #expect(Set(frame.text[0]).count == 8)
  }

  @Test func `signs of a text may grow, and the width knows it`() {
    var frame = Frame(width: 30, height: 1, ascii: true)
    #expect(frame.displayWidth.columns(of: "≥ 126 mg/dL ± 5 µg") == 20)
    #expect(frame.put("≥ 126 mg/dL ± 5 µg", x: 0, y: 0) == 20)
    #expect(frame.text == [">= 126 mg/dL +- 5 ug"])
  }

  @Test func `names lose their accents in ASCII, composed or not`() {
    var frame = Frame(width: 30, height: 1, ascii: true)
    frame.put("Ménière, Sjo\u{308}gren, 漢", x: 0, y: 0)
    #expect(frame.text == ["Meniere, Sjogren, ?"])
  }

  @Test func `the Linux console keeps rules, blocks, arrows and Latin letters`() {
    var frame = Frame(
      width: 20, height: 1, displayWidth: DisplayWidth.standard.with(glyphs: .console))
    frame.put("▸ é ─ █ ← ± ✓ ▍", x: 0, y: 0)
    #expect(frame.text == ["> é ─ █ ← ± + -"])
    #expect(!frame.isASCII)
  }
}
