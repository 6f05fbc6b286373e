/// What a learner's name may be: it is also the name of a folder.
package enum NameRule {
  /// The rule as a sentence for the learner.
  package static let sentence =
    "A learner's name has 1 to 40 letters, digits, spaces, - and _. Choose another name."

  /// The name with single blanks between its words; nil where it breaks the rule.
  package static func name(_ text: String) -> String? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    let isFine = trimmed.unicodeScalars.allSatisfy {
      $0 == " " || $0 == "-" || $0 == "_" || $0.properties.isAlphabetic
        || ($0.properties.numericType != nil)
    }
    guard (1...40).contains(trimmed.count), trimmed.utf8.count <= 120, isFine else { return nil }
    return trimmed
  }
}
