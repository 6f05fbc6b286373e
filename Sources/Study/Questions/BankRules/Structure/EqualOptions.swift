/// A3: no two options are the same but for case, blanks and punctuation at the ends.
///
/// Of two equal options neither can be the key, so both give themselves away.
package enum EqualOptions: StructureRule {
  package static let id = "A3"
  package static let severity = BankProblem.Severity.error

  package static func complaints(about question: Question) -> [Complaint] {
    guard let options = question.optionSet?.options else { return [] }
    let folded = options.map { FoldedText.folded($0.text) }
    return options.indices.compactMap { index in
      guard !folded[index].isEmpty,
        let earlier = folded[..<index].firstIndex(of: folded[index])
      else { return nil }
      return Complaint(
        "options \(earlier + 1) and \(index + 1) are the same",
        fix: "write a different distractor in the place of one of them", text: options[index].text)
    }
  }
}
