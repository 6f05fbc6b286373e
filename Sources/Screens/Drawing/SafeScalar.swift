extension Unicode.Scalar {
  /// What may stand on a terminal in place of this scalar of an untrusted text; nil: nothing.
  ///
  /// Control characters become U+FFFD, so that an escape sequence is seen and does nothing. What
  /// has no shape of its own vanishes: bidirectional overrides and isolates, joiners, zero-width
  /// spaces, variation selectors, tags. Blanks and line breaks of all kinds become a space.
  package var safe: Unicode.Scalar? {
    if value >= 0x20 && value < 0x7F { return self }
    if value == 0x09 || value == 0x0A || value == 0x0D { return " " }
    if value < 0xA0 { return "\u{FFFD}" }
    if value < 0x300 && value != 0xA0 && value != 0xAD { return self }
    if properties.isDefaultIgnorableCodePoint { return nil }
    switch properties.generalCategory {
    case .format: return nil
    case .control, .surrogate, .privateUse, .unassigned: return "\u{FFFD}"
    case .lineSeparator, .paragraphSeparator: return " "
    case .spaceSeparator: return value == 0x3000 ? self : " "
    default: return self
    }
  }
}
