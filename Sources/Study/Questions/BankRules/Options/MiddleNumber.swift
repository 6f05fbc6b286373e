/// E9: a numeric key is a middle value about half the time.
///
/// Authors bracket the right number on both sides, so that guessing a middle one pays.
/// Limit: 60 %, fails above 70 %; chance is 50 %.
package enum MiddleNumber: BankRule {
  package static let id = "E9"
  package static let name = "a numeric key is one of the two middle values"
  package static let fix = "let the right number be the largest or smallest as often as not"

  package static func figure(of sample: BankSample) -> BankFigure {
    var middle = 0
    var all = 0
    for item in sample.choices {
      guard let numbers = UnorderedNumbers.numbers(of: item) else { continue }
      all += 1
      let rank = numbers.count { $0 < numbers[item.key] }
      if rank == 1 || rank == 2 { middle += 1 }
    }
    return .cue(
      Double(middle), of: all, .init(chance: 0.50, warn: 0.60, fail: 0.70, low: 0.35))
  }
}
