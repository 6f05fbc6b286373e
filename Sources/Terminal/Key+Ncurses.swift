import CNcurses
import Screens

extension Key {
  /// A key that ncurses knows by a code; nil for one that this program has no use for.
  init?(keyCode: Int32) {
    switch Int(keyCode) {
    case CN_KEY_UP: self = .up
    case CN_KEY_DOWN: self = .down
    case CN_KEY_LEFT: self = .left
    case CN_KEY_RIGHT: self = .right
    case CN_KEY_PAGE_UP: self = .pageUp
    case CN_KEY_PAGE_DOWN: self = .pageDown
    case CN_KEY_HOME: self = .home
    case CN_KEY_END: self = .end
    case CN_KEY_BACKSPACE: self = .backspace
    case CN_KEY_DELETE: self = .delete
    case CN_KEY_ENTER: self = .enter
    case CN_KEY_BACK_TAB: self = .backTab
    default: return nil
    }
  }

  /// A key that sends a character; nil for a control character without a use.
  init?(scalar: Unicode.Scalar) {
    switch scalar.value {
    // Ctrl-H and Ctrl-J are what some terminals send for Backspace and Enter.
    case 8, 127: self = .backspace
    case 9: self = .tab
    case 10, 13: self = .enter
    case 27: self = .escape
    case 1...26: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 96)))
    case 0..<32, 128..<160: return nil
    default: self = .character(Character(scalar))
    }
  }
}

/// Makes keys of what ncurses reports, one report after the other.
///
/// What is more than one report long is gathered: pasted text, and escape sequences that the
/// terminal database does not know. The latter would else be read as Escape and commands.
struct KeyDecoder: Equatable, Sendable {
  private enum State: Equatable {
    case idle
    /// An escape character came; whether alone is not known yet.
    case escaped
    /// Within `ESC [ …`, up to a final byte.
    case sequence
    /// Behind `ESC O`, which one more character ends.
    case shortSequence
    case pasting([Unicode.Scalar])
  }

  private var state = State.idle

  /// The longest paste in scalars; what is beyond is dropped.
  static let longestPaste = 100_000

  /// How long to wait for the rest, in milliseconds; nil: nothing is left to come.
  var patience: Int32? {
    switch state {
    case .idle: nil
    // ncurses has waited for a known sequence already: what belongs to the escape is here.
    case .escaped, .sequence, .shortSequence: 0
    case .pasting: 2000
    }
  }

  /// Takes a report, and returns the keys that are complete with it.
  mutating func decode(_ event: cn_event) -> [Key] {
    switch Int(event.kind) {
    case CN_CHARACTER:
      return Unicode.Scalar(UInt32(bitPattern: event.code)).map { take($0) } ?? []
    case CN_KEY: return take(keyCode: event.code)
    default: return finish()
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> [Key] {
    switch state {
    case .idle:
      if scalar.value == 27 {
        state = .escaped
        return []
      }
      return [Key(scalar: scalar)].compactMap(\.self)
    case .escaped:
      switch scalar {
      case "[": state = .sequence
      case "O": state = .shortSequence
      case "\u{1B}": return [.escape]
      default:
        state = .idle
        return [.escape] + [Key(scalar: scalar)].compactMap(\.self)
      }
      return []
    case .sequence:
      if ("@"..."~").contains(scalar) { state = .idle }
      return []
    case .shortSequence:
      state = .idle
      return []
    case .pasting(var text):
      // Without this the copy above would be copied again for every character.
      state = .idle
      if text.count < Self.longestPaste { text.append(scalar == "\r" ? "\n" : scalar) }
      state = .pasting(text)
      return []
    }
  }

  private mutating func take(keyCode: Int32) -> [Key] {
    switch Int(keyCode) {
    case CN_KEY_PASTE_BEGIN:
      let before = finish()
      state = .pasting([])
      return before
    case CN_KEY_PASTE_END: return finish()
    default:
      if case .pasting = state { return [] }
      return finish() + [Key(keyCode: keyCode)].compactMap(\.self)
    }
  }

  /// Nothing more comes: an escape was the key, a paste that was not ended ends here.
  private mutating func finish() -> [Key] {
    defer { state = .idle }
    return switch state {
    case .escaped: [.escape]
    case .pasting(let text) where !text.isEmpty: [.paste(String(String.UnicodeScalarView(text)))]
    case .idle, .sequence, .shortSequence, .pasting: []
    }
  }
}
