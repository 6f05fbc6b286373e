import Screens
import Testing

@Suite struct KeyMapTests {
  enum Command: Hashable, Sendable {
    case choose(Int), confirm, move(Int), leave, guess, mark, type(String)
  }

  private static let help = "choose an option"
  private let map = KeyMap<Command>([
    KeyBinding(
      keys: [.character("1"), .character("a")], command: .choose(0), label: "choose", help: help),
    KeyBinding(
      keys: [.character("2"), .character("b")], command: .choose(1), label: "choose", help: help),
    KeyBinding(
      keys: [.character("3"), .character("c")], command: .choose(2), label: "choose", help: help),
    KeyBinding(keys: [.enter, .character(" ")], command: .confirm, label: "sure", help: "answer"),
    KeyBinding(keys: [.left, .character("h")], command: .move(-1), label: "move", help: "go on"),
    KeyBinding(keys: [.right, .character("l")], command: .move(1), label: "move", help: "go on"),
    KeyBinding(keys: [.character("m")], command: .mark, help: "mark it"),
    KeyBinding(keys: [.character("q"), .escape], command: .leave, label: "leave", help: "leave"),
  ])

  @Test func `any key of a binding means its command, and others mean nothing`() {
    #expect(map.command(for: .character("b")) == .choose(1))
    #expect(map.command(for: .escape) == .leave)
    #expect(map.command(for: .character("z")) == nil)
    #expect(map.command(for: .paste("1")) == nil)
  }

  @Test func `the help line joins neighbours and shows first keys`() {
    #expect(
      map.helpLine(width: 80, ascii: false)
        == "1-3 choose   Enter sure   ←→ move   ? help   q leave")
    #expect(
      map.helpLine(width: 80, ascii: true)
        == "1-3 choose   Enter sure   Left/Right move   ? help   q leave")
  }

  @Test func `a narrow help line first closes up, then drops from the end, and keeps the way out`()
  {
    #expect(
      map.helpLine(width: 48, ascii: false) == "1-3 choose  Enter sure  ←→ move  ? help  q leave")
    #expect(map.helpLine(width: 47, ascii: false) == "1-3 choose   Enter sure   ? help   q leave")
    #expect(map.helpLine(width: 5, ascii: false) == "? help   q leave")
  }

  @Test func `the overlay names every key and every binding`() {
    let entries = map.helpEntries.map { "\($0.keys): \($0.help)" }
    #expect(
      entries == [
        "1-3, a-c: choose an option", "Enter, Space: answer", "←→, h l: go on", "m: mark it",
        "q, Esc: leave",
      ])
    #expect(map.helpEntries(ascii: true)[2].keys == "Left/Right, h l")
  }

  @Test func `a map without bindings offers help alone`() {
    #expect(KeyMap<Command>([]).helpLine(width: 80, ascii: false) == "? help")
  }

  @Test func `a key bound twice is found, and so is the help key`() {
    #expect(map.duplicates == [])
    var wrong = map
    wrong.bindings += [
      KeyBinding(keys: [.character("a"), .control("g")], command: .guess, help: "guess"),
      KeyBinding(keys: [.character("?")], command: .guess, help: "guess"),
    ]
    #expect(wrong.duplicates == [.character("a"), .character("?")])
  }

  @Test func `where the learner types, printable keys and pasted text are text`() {
    let field = KeyMap<Command>(
      [
        KeyBinding(keys: [.enter], command: .confirm, label: "sure", help: "answer"),
        KeyBinding(keys: [.control("g")], command: .guess, label: "guess", help: "guess"),
        KeyBinding(keys: [.escape], command: .leave, label: "commands", help: "leave the field"),
      ], typing: Command.type)
    #expect(field.command(for: .character("q")) == .type("q"))
    #expect(field.command(for: .character("?")) == .type("?"))
    #expect(field.command(for: .paste("E11.65")) == .type("E11.65"))
    #expect(field.command(for: .control("g")) == .guess)
    #expect(field.command(for: .control("u")) == nil)
    #expect(field.helpLine(width: 80, ascii: false) == "Enter sure   Ctrl-G guess   Esc commands")
    #expect(field.duplicates == [])
    #expect(field != KeyMap(field.bindings))
    #expect(field == KeyMap(field.bindings) { _ in .mark })
  }

  @Test func `a letter as a command where letters are text is found`() {
    let field = KeyMap<Command>(
      [KeyBinding(keys: [.character("q")], command: .leave, help: "leave")], typing: Command.type)
    #expect(field.duplicates == [.character("q")])
  }

  @Test(arguments: [
    (Key.character(" "), "Space"), (.character("g"), "g"), (.control("g"), "Ctrl-G"),
    (.backTab, "Shift-Tab"), (.pageDown, "PgDn"), (.escape, "Esc"), (.left, "←"),
  ])
  func `keys have names`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(key.asciiName.unicodeScalars.allSatisfy { $0.isASCII })
  }
}
