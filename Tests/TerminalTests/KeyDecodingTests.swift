import CNcurses
import Screens
import Testing

@testable import Terminal

@Suite struct KeyDecodingTests {
  private func event(_ scalar: Unicode.Scalar) -> cn_event {
    cn_event(kind: Int32(CN_CHARACTER), code: Int32(scalar.value))
  }
  private func event(key: Int) -> cn_event { cn_event(kind: Int32(CN_KEY), code: Int32(key)) }
  private let nothing = cn_event(kind: Int32(CN_TICK), code: 0)

  /// The keys of a text, and of the silence after it.
  private func keys(of text: String) -> [Key] {
    var decoder = KeyDecoder()
    return text.unicodeScalars.flatMap { decoder.decode(event($0)) } + decoder.decode(nothing)
  }

  @Test(arguments: [
    ("a", Key.character("a")), (" ", .character(" ")), ("é", .character("é")),
    ("漢", .character("漢")), ("?", .character("?")), ("\r", .enter), ("\n", .enter),
    ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{07}", .control("g")),
    ("\u{01}", .control("a")), ("\u{1A}", .control("z")), ("\u{1B}", .escape),
  ])
  func `a character is a key`(text: String, key: Key) {
    #expect(keys(of: text) == [key])
  }

  @Test(arguments: ["\0", "\u{1C}", "\u{1F}", "\u{9B}"])
  func `control characters without a use are no key`(text: String) {
    #expect(keys(of: text) == [])
  }

  @Test(arguments: [
    (CN_KEY_UP, Key.up), (CN_KEY_DOWN, .down), (CN_KEY_LEFT, .left), (CN_KEY_RIGHT, .right),
    (CN_KEY_PAGE_UP, .pageUp), (CN_KEY_PAGE_DOWN, .pageDown), (CN_KEY_HOME, .home),
    (CN_KEY_END, .end), (CN_KEY_BACKSPACE, .backspace), (CN_KEY_DELETE, .delete),
    (CN_KEY_ENTER, .enter), (CN_KEY_BACK_TAB, .backTab), (CN_KEY_OTHER, nil),
  ])
  func `a key code is a key`(code: Int, key: Key?) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(event(key: code)) == [key].compactMap(\.self))
  }

  @Test func `an escape waits for what belongs to it, and for nothing longer`() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.decode(event("\u{1B}")) == [])
    #expect(decoder.patience == 0)
    #expect(decoder.decode(nothing) == [.escape])
    #expect(decoder.patience == nil)
  }

  @Test(arguments: ["\u{1B}[15;5~", "\u{1B}[1;2P", "\u{1B}OZ", "\u{1B}[", "\u{1B}O"])
  func `an unknown sequence is no key, let alone Escape and commands`(text: String) {
    #expect(keys(of: text) == [])
    if text.count > 2 { #expect(keys(of: text + "2") == [.character("2")]) }
  }

  @Test func `Escape and a letter in one go are both keys`() {
    #expect(keys(of: "\u{1B}q") == [.escape, .character("q")])
    #expect(keys(of: "\u{1B}\u{1B}") == [.escape, .escape])
  }

  @Test func `a key code behind an escape loses neither`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(event("\u{1B}")) == [])
    #expect(decoder.decode(event(key: CN_KEY_UP)) == [.escape, .up])
  }

  @Test func `pasted text is one key, its lines parted by newlines`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(event(key: CN_KEY_PASTE_BEGIN)) == [])
    #expect("q\r\u{1B}[A1".unicodeScalars.flatMap { decoder.decode(event($0)) } == [])
    #expect(decoder.decode(event(key: CN_KEY_LEFT)) == [])
    #expect(decoder.decode(event(key: CN_KEY_PASTE_END)) == [.paste("q\n\u{1B}[A1")])
    #expect(decoder == KeyDecoder())
  }

  @Test func `a paste without an end ends with the silence, an empty one is nothing`() {
    var decoder = KeyDecoder()
    _ = decoder.decode(event(key: CN_KEY_PASTE_BEGIN))
    _ = decoder.decode(event("a"))
    #expect((decoder.patience ?? 0) > 0)
    #expect(decoder.decode(nothing) == [.paste("a")])
    _ = decoder.decode(event(key: CN_KEY_PASTE_BEGIN))
    #expect(decoder.decode(event(key: CN_KEY_PASTE_END)) == [])
  }

  @Test func `a paste is bounded`() {
    var decoder = KeyDecoder()
    _ = decoder.decode(event(key: CN_KEY_PASTE_BEGIN))
    for _ in 0..<(KeyDecoder.longestPaste + 10) { _ = decoder.decode(event("a")) }
    let keys = decoder.decode(event(key: CN_KEY_PASTE_END))
    #expect(keys.first?.text?.unicodeScalars.count == KeyDecoder.longestPaste)
  }
}
