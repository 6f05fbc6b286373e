/// One key press, or one pasted text, as the learner means it.
package enum Key: Hashable, Sendable {
  /// A printable character; the space bar is `.character(" ")`.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right
  case pageUp, pageDown, home, end
  /// Ctrl held with a small letter: Ctrl-G is `.control("g")`.
  case control(Character)
  /// Text that the terminal handed over in one piece, never read as commands.
  case paste(String)
}

extension Key {
  /// The name in help texts: `Enter`, `Space`, `←`, `Ctrl-G`.
  package var name: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    default: asciiName
    }
  }

  /// The name where the terminal knows ASCII only.
  package var asciiName: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .paste: "Paste"
    }
  }

  /// What the key types into a text field; nil where it types nothing.
  package var text: String? {
    switch self {
    case .character(let character): String(character)
    case .paste(let text): text
    default: nil
    }
  }
}
