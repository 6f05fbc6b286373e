/// Keys that mean one command, with the words that explain them.
package struct KeyBinding<Command: Hashable & Sendable>: Equatable, Sendable {
  /// All keys that mean the command; the help line shows the first.
  package var keys: [Key]
  package var command: Command
  /// One or two words for the help line; nil: only the overlay names it.
  package var label: String?
  /// What it does, as part of a sentence, for the overlay.
  package var help: String

  package init(keys: [Key], command: Command, label: String? = nil, help: String) {
    self.keys = keys
    self.command = command
    self.label = label
    self.help = help
  }
}

/// Every key that does something right now; the help is printed from it, so that it cannot lie.
///
/// Neighbouring bindings with the same label and help are one entry of the help: four bindings for
/// the keys 1 to 4 read `1-4 choose`. The last labelled binding is the one that leaves.
package struct KeyMap<Command: Hashable & Sendable>: Sendable {
  package var bindings: [KeyBinding<Command>]
  /// Where the learner types: makes a command of what was typed or pasted.
  package var typing: (@Sendable (String) -> Command)?

  /// - Parameter typing: given while a text field has the keyboard; then printable characters and
  ///   pasted text are never commands, `?` included. An enum case fits: `typing: Command.type`.
  package init(
    _ bindings: [KeyBinding<Command>], typing: (@Sendable (String) -> Command)? = nil
  ) {
    self.bindings = bindings
    self.typing = typing
  }

  /// Whether printable characters are text.
  package var typesText: Bool { typing != nil }

  /// Whether `?` shows the overlay: not while it is text.
  package var offersHelp: Bool { !typesText }

  package func command(for key: Key) -> Command? {
    if let typing, let text = key.text { return typing(text) }
    return bindings.first { $0.keys.contains(key) }?.command
  }

  /// Keys that can never do what a binding says: bound twice, or text while the learner types.
  package var duplicates: [Key] {
    var seen: Set<Key> = offersHelp ? [.character("?")] : []
    return bindings.flatMap(\.keys).filter { key in
      !seen.insert(key).inserted || (typesText && key.text != nil)
    }
  }
}

extension KeyMap: Equatable {
  /// Maps are equal when they offer the same; what typing makes of the text is not compared.
  package static func == (left: KeyMap, right: KeyMap) -> Bool {
    left.bindings == right.bindings && left.typesText == right.typesText
  }
}
