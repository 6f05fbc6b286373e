/// G2: few questions have the same stem with other options.
///
/// Limit: 1 %, fails above 3 %.
package enum SameStem: BankRule {
  package static let id = "G2"
  package static let name = "the same stem with other options"
  package static let fix = "write another case, or make them enemies of each other"

  package static func figure(of sample: BankSample) -> BankFigure {
    let same = SameStems.groups(of: sample).filter { !$0.hasTwin }.flatMap(\.questions)
    return .share(same, of: sample.choices.count, warn: 0.01, fail: 0.03)
  }
}

/// Questions with one stem.
enum SameStems {
  struct Group {
    var questions: [String]
    /// Whether two of them have the same options and key too.
    var hasTwin: Bool
  }

  /// The groups of two questions or more, in the order of the bank.
  static func groups(of sample: BankSample) -> [Group] {
    var byStem: [String: [BankItem]] = [:]
    var order: [String] = []
    for item in sample.choices {
      if byStem[item.foldedStem] == nil { order.append(item.foldedStem) }
      byStem[item.foldedStem, default: []].append(item)
    }
    return order.compactMap { stem in
      guard let items = byStem[stem], items.count > 1 else { return nil }
      let signatures = Set(
        items.map { [$0.options[$0.key].folded] + $0.options.map(\.folded).sorted() })
      return Group(questions: items.map(\.question.id), hasTwin: signatures.count < items.count)
    }
  }
}
