/// E8: numbers stand in ascending or descending order.
///
/// Searching for a number among unsorted ones tests patience. Limit: 95 % in order, fails under 70 %.
/// Source: Haladyna, Downing and Rodriguez (2002), place choices in logical or numerical order.
package enum UnorderedNumbers: QuestionRule, BankRule {
  package static let id = "E8"
  package static let severity = BankProblem.Severity.warn
  package static let name = "numeric options out of order"
  package static let fix = "put the numbers in ascending order and set \"fixedOrder\": true"

  package static func complaints(about item: BankItem, in sample: BankSample) -> [Complaint] {
    guard let numbers = numbers(of: item), !isOrdered(numbers) else { return [] }
    let texts = item.options.map(\.option.text).joined(separator: " | ")
    return [Complaint("the numbers are not in order", fix: fix, text: texts)]
  }

  package static func figure(of sample: BankSample) -> BankFigure {
    let numeric = sample.choices.count { numbers(of: $0) != nil }
    let flagged = sample.flagged(by: id) { item in
      numbers(of: item).map { !isOrdered($0) } ?? false
    }
    return .share(flagged, of: numeric, warn: 0.05, fail: 0.30)
  }

  /// Four different numbers, where the options are such.
  static func numbers(of item: BankItem) -> [Double]? {
    guard item.isChoice else { return nil }
    let numbers = item.options.compactMap(\.number)
    return numbers.count == item.options.count && Set(numbers).count == numbers.count
      ? numbers : nil
  }

  private static func isOrdered(_ numbers: [Double]) -> Bool {
    let sorted = numbers.sorted()
    return numbers == sorted || numbers == sorted.reversed()
  }
}
