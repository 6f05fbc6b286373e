/// What a rule counted in a bank, and its verdict.
package struct BankFigure: Equatable, Sendable {
  package enum Verdict: String, Sendable {
    case pass, warn, fail
    /// Too little to judge.
    case unjudged
    /// Told, never judged.
    case info
  }

  /// The count in words: `31.2 % [27.0-35.8] of 412`.
  package var value: String
  /// What it is held against, in words.
  package var limit: String
  package var verdict: Verdict
  /// The share, ratio or measure behind the words; nil where there is none.
  package var rate: Double?
  /// How many questions were counted.
  package var count: Int
  /// 95 % of samples of such a bank would lie in it (Wilson); nil where it is no sample.
  package var interval: ClosedRange<Double>?
  /// The ids of the questions that make up the count, where it points to any.
  package var questions: [String]
  package var note: String

  package init(
    value: String, limit: String, verdict: Verdict, rate: Double? = nil, count: Int,
    interval: ClosedRange<Double>? = nil, questions: [String] = [], note: String = ""
  ) {
    self.value = value
    self.limit = limit
    self.verdict = verdict
    self.rate = rate
    self.count = count
    self.interval = interval
    self.questions = questions
    self.note = note
  }

  /// The share of questions with a flaw: pass up to `warn`, fail above `fail`.
  static func share(
    _ flagged: [String], of count: Int, warn: Double, fail: Double, note: String = ""
  ) -> BankFigure {
    let limit =
      fail == 0 ? "none" : "at most \(percent(warn)), fails above \(percent(fail))"
    guard count > 0 else {
      return BankFigure(
        value: "-", limit: limit, verdict: .unjudged, count: 0, note: "nothing to judge")
    }
    let share = Double(flagged.count) / Double(count)
    return BankFigure(
      value: "\(percent(share)) (\(flagged.count) of \(count))", limit: limit,
      verdict: share <= warn ? .pass : share <= fail ? .warn : .fail, rate: share, count: count,
      questions: flagged, note: note)
  }

  /// What a cue that anyone can see is held against.
  struct CueLimits {
    /// How often it points at the key by chance.
    var chance = 0.25
    var warn: Double
    /// Fails above, where the interval's lower end lies three points above chance too.
    var fail: Double
    /// Warns below, where the interval's upper end lies three points below chance: the key avoids it.
    var low: Double?
  }

  /// How often a cue points at the key, of the questions that carry it.
  static func cue(
    _ hits: Double, of count: Int, _ limits: CueLimits, questions: [String] = [], note: String = ""
  ) -> BankFigure {
    let limit =
      "chance \(percent(limits.chance)), at most \(percent(limits.warn)), "
      + "fails above \(percent(limits.fail))"
    guard count >= 30 else {
      return BankFigure(
        value: "\(decimal(hits, 0)) of \(count)", limit: limit, verdict: .unjudged, count: count,
        note: "fewer than 30 questions carry it")
    }
    let rate = hits / Double(count)
    let interval = Statistics.wilson(hits, of: Double(count))
    var verdict = Verdict.pass
    var note = note
    if rate > limits.warn { verdict = .warn }
    if rate > limits.fail, interval.lowerBound > limits.chance + 0.03 { verdict = .fail }
    if let low = limits.low, rate < low, interval.upperBound < limits.chance - 0.03 {
      verdict = .warn
      note += (note.isEmpty ? "" : "; ") + "the key avoids it more than chance"
    }
    return BankFigure(
      value: "\(percent(rate)) \(range(interval)) of \(count)", limit: limit, verdict: verdict,
      rate: rate, count: count, interval: interval, questions: questions, note: note)
  }

  // MARK: Numbers in words

  /// A share as `31.2 %`.
  static func percent(_ share: Double) -> String { decimal(100 * share, 1) + " %" }

  /// An interval of shares as `[27.0-35.8]`.
  static func range(_ interval: ClosedRange<Double>) -> String {
    "[\(decimal(100 * interval.lowerBound, 1))-\(decimal(100 * interval.upperBound, 1))]"
  }

  /// A number with so many decimals, rounded half away from zero.
  static func decimal(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "\(number)" }
    let whole = Int(scaled / scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(Int(scaled))" }
    let fraction = String(Int(scaled) - whole * Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(whole).\(zeros)\(fraction)"
  }
}
