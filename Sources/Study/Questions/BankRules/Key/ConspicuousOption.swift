/// C3: an option that stands out by length (1.25 times the next, 8 characters more) is not the key
/// more often than chance has it.
///
/// What C1 counts, where anyone sees it. Limit: 32 %, fails above 40 %.
package enum ConspicuousOption: BankRule {
  package static let id = "C3"
  package static let name = "an option that stands out by length is the key"
  package static let fix = "trim the key, or give one distractor its length"

  package static func figure(of sample: BankSample) -> BankFigure {
    var keys: [String] = []
    var count = 0
    for item in sample.choices {
      let lengths = item.options.map(\.length)
      guard let longest = Statistics.onlyLargest(lengths) else { continue }
      let next = lengths.sorted()[lengths.count - 2]
      guard Double(lengths[longest]) >= 1.25 * Double(next), lengths[longest] - next >= 8 else {
        continue
      }
      count += 1
      if longest == item.key { keys.append(item.question.id) }
    }
    return .cue(
      Double(keys.count), of: count, .init(warn: 0.32, fail: 0.40), questions: keys,
      note: "\(keys.count) keys stand out by length")
  }
}
