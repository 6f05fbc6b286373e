extension KeyMap {
  /// Every entry of the overlay: all keys in words, and what they do.
  package var helpEntries: [(keys: String, help: String)] { helpEntries(ascii: false) }

  /// Every entry of the overlay, with key names in ASCII where asked for.
  package func helpEntries(ascii: Bool) -> [(keys: String, help: String)] {
    groups.map { group in
      let columns = group.map(\.keys.count).max() ?? 0
      let names = (0..<columns).map { column in
        Self.condensed(group.compactMap { $0.keys.dropFirst(column).first }, ascii: ascii)
      }
      return (names.joined(separator: ", "), group[0].help)
    }
  }

  /// As many labelled bindings as fit into `width` columns, first come first kept; `? help` and
  /// the last one (leave) are always there.
  package func helpLine(width: Int, ascii: Bool) -> String {
    var entries = groups.compactMap { group in
      group[0].label.map { label in
        "\(Self.condensed(group.compactMap(\.keys.first), ascii: ascii)) \(label)"
      }
    }
    let leave = entries.popLast()
    let tail = (offersHelp ? ["? help"] : []) + (leave.map { [$0] } ?? [])
    while true {
      for gap in ["   ", "  "] {
        let line = (entries + tail).joined(separator: gap)
        if entries.isEmpty || DisplayWidth.standard.columns(of: line) <= width { return line }
      }
      entries.removeLast()
    }
  }

  /// Neighbours with the same label and help.
  private var groups: [[KeyBinding<Command>]] {
    bindings.filter { !$0.keys.isEmpty }.reduce(into: []) { groups, binding in
      if let last = groups.last?.last, last.label == binding.label, last.help == binding.help {
        groups[groups.count - 1].append(binding)
      } else {
        groups.append([binding])
      }
    }
  }

  /// `1-4` for neighbours in the alphabet, `←→` for arrows, else the names with blanks or slashes.
  private static func condensed(_ keys: [Key], ascii: Bool) -> String {
    let names = keys.map { ascii ? $0.asciiName : $0.name }
    let scalars = keys.compactMap { key -> UInt32? in
      guard case .character(let character) = key else { return nil }
      return character.unicodeScalars.first?.value
    }
    if let first = scalars.first, keys.count > 2, scalars.count == keys.count,
      scalars == (0..<UInt32(keys.count)).map({ first + $0 })
    {
      return "\(names[0])-\(names[names.count - 1])"
    }
    if names.allSatisfy({ ["↑", "↓", "←", "→"].contains($0) }) { return names.joined() }
    return names.joined(separator: names.allSatisfy { $0.count == 1 } ? " " : "/")
  }
}
