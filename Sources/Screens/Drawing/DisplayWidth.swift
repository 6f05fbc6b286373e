/// How many columns a text takes on the terminal at hand.
///
/// Whatever is drawn is measured here, after untrusted scalars were replaced and after the
/// substitutes of ``Glyphs``, so that what was measured is what appears.
package struct DisplayWidth: Sendable {
  /// The signs that the terminal can show.
  package let glyphs: Glyphs
  private let measure: @Sendable (Unicode.Scalar) -> Int

  /// - Parameter measure: the columns of a scalar as `wcwidth` counts them: 0 for a combining mark,
  ///   1, 2, or less than 0 for a scalar that the terminal does not know.
  package init(glyphs: Glyphs = .full, measure: @escaping @Sendable (Unicode.Scalar) -> Int) {
    self.glyphs = glyphs
    self.measure = measure
  }

  /// The same terminal with other signs.
  package func with(glyphs: Glyphs) -> DisplayWidth {
    DisplayWidth(glyphs: glyphs, measure: measure)
  }

  /// The columns of a text, 0 or more.
  package func columns(of text: some StringProtocol) -> Int {
    var sum = 0
    forEachSign(in: text) { _, columns in
      sum += columns
      return true
    }
    return sum
  }

  /// The columns of a character with its marks, 0 or more.
  package func columns(of character: Character) -> Int { columns(of: String(character)) }

  /// The columns of what is shown for one scalar.
  package func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    var sum = 0
    _ = show(scalar) { _, columns in
      sum += columns
      return true
    }
    return sum
  }

  /// Walks over the signs that are shown of a text.
  /// - Parameter body: takes a sign and its columns, 0 for a combining mark on the sign before it;
  ///   ends the walk by returning false.
  func forEachSign(
    in text: some StringProtocol, _ body: (_ sign: Unicode.Scalar, _ columns: Int) -> Bool
  ) {
    for scalar in text.unicodeScalars {
      let goesOn =
        scalar.value >= 0x20 && scalar.value < 0x7F ? body(scalar, 1) : show(scalar, body)
      guard goesOn else { return }
    }
  }

  /// Hands over what is shown for a scalar that is not plain ASCII.
  private func show(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar, Int) -> Bool) -> Bool {
    guard let safe = scalar.safe else { return true }
    if let substitute = glyphs.substitute(for: safe) {
      return substitute.unicodeScalars.allSatisfy { body($0, 1) }
    }
    let columns = measure(safe)
    if columns >= 0 { return body(safe, min(columns, 2)) }
    return glyphs == .full ? body("\u{FFFD}", 1) : body("?", 1)
  }
}
