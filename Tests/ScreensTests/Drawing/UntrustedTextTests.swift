import Screens
import Testing

/// What a bank or a history file may hold, and what the terminal must never be sent.
@Suite struct UntrustedTextTests {
  private func drawn(_ text: String, ascii: Bool = false) -> String {
    var frame = Frame(width: 40, height: 1, ascii: ascii)
    frame.put(text, x: 0, y: 0)
    return frame.text[0]
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "\u{FFFD}[31mred"),
    ("\u{1B}]0;title\u{07}", "\u{FFFD}]0;title\u{FFFD}"),
    ("a\u{9B}2Jb", "a\u{FFFD}2Jb"),
    ("a\u{7F}\u{08}b", "a\u{FFFD}\u{FFFD}b"),
    ("a\0b", "a\u{FFFD}b"),
  ])
  func `control characters are seen and do nothing`(text: String, shown: String) {
    #expect(drawn(text) == shown)
  }

  @Test(arguments: [
    "I69\u{202E}.352", "I69\u{2066}.352\u{2069}", "I69\u{200F}.352", "I69\u{61C}.352",
    "I69\u{200B}.3\u{200D}52", "I69\u{2060}.352", "\u{FEFF}I69.352", "I69.\u{AD}352",
    "I69.3\u{FE0F}52", "I69.352\u{E0041}", "I6\u{34F}9.352", "I69\u{3164}.352",
  ])
  func `bidirectional controls and what has no width vanish`(text: String) {
    #expect(drawn(text) == "I69.352")
  }

  @Test(arguments: ["a\tb", "a\nb", "a\rb", "a\u{2028}b", "a\u{A0}b", "a\u{2003}b"])
  func `blanks and line breaks of all kinds become one space`(text: String) {
    #expect(drawn(text) == "a b")
  }

  @Test func `what no font knows is replaced`() {
    #expect(drawn("a\u{E000}\u{FFFF}\u{378}") == "a\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test func `joined emoji are drawn one by one, as terminals do`() {
    var frame = Frame(width: 10, height: 1)
    #expect(frame.put("👩\u{200D}🔬", x: 0, y: 0) == 4)
    #expect(frame.text == ["👩🔬"])
  }

  @Test func `no scalar at all brings a control character into a cell`() {
    for value in UInt32(0)...0x10FFFF {
      guard let safe = Unicode.Scalar(value)?.safe else { continue }
      switch safe.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        Issue.record("U+\(String(value, radix: 16)) becomes U+\(String(safe.value, radix: 16))")
      default: break
      }
    }
  }

  @Test func `in ASCII no scalar at all brings anything but ASCII into a cell`() {
    let width = DisplayWidth.standard.with(glyphs: .ascii)
    var frame = Frame(width: 8, height: 1, displayWidth: width)
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let used = frame.put(String(scalar), x: 0, y: 0)
      if used != width.columns(of: scalar) || !frame.cells[0..<used].allSatisfy(\.scalar.isASCII) {
        Issue.record("U+\(String(value, radix: 16)) is drawn as \(frame.text)")
      }
    }
  }
}
