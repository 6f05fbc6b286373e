/// H4: the rationale opens with the key, not with a distractor.
///
/// Where its first two sentences hold a distractor's own words and none of the key's, the wrong
/// option may be marked correct. Read each: often it only starts with what is wrong.
/// Limit: 1 %, fails above 4 %.
package enum RationaleOpening: BankRule {
  package static let id = "H4"
  package static let name = "the rationale opens with a distractor (is the right option marked?)"
  package static let fix = "check the key, and begin the rationale with why it is right"

  package static func figure(of sample: BankSample) -> BankFigure {
    let judged = sample.choices.filter { $0.rationaleWords >= 8 }
    let flagged = judged.filter(isSuspect)
    return .share(flagged.map(\.question.id), of: judged.count, warn: 0.01, fail: 0.04)
  }

  private static func isSuspect(_ item: BankItem) -> Bool {
    guard !item.rationaleOpening.isEmpty else { return false }
    let own = item.options.map { option -> [Int32] in
      SortedSet.make(option.content + option.codeWords)
    }
    func share(_ index: Int) -> Double {
      var distinct = own[index]
      for other in own.indices where other != index {
        distinct = SortedSet.subtracting(distinct, own[other])
      }
      if distinct.isEmpty { return 0 }
      return Double(SortedSet.shared(distinct, item.rationaleOpening)) / Double(distinct.count)
    }
    return share(item.key) == 0
      && own.indices.contains { $0 != item.key && share($0) >= 0.75 }
  }
}
