/// E1: absolute words (always, never, all, only ...) stand in few options.
///
/// Trained candidates strike options with them. Whether they point away from the key is counted by
/// ``AbsolutesInKey``; this counts only how often they occur. Limit: 8 %, fails above 20 %.
package enum AbsoluteWords: BankRule {
  package static let id = "E1"
  package static let name = "questions with an absolute word (always, never, only ...) in an option"
  package static let fix = "say what the rule says, without always, never, all or only"

  package static func figure(of sample: BankSample) -> BankFigure {
    let flagged = sample.flagged(by: id) { item in
      item.options.contains { $0.hasAbsolute && !$0.isAllOrNone }
    }
    return .share(flagged, of: sample.choices.count, warn: 0.08, fail: 0.20)
  }
}
