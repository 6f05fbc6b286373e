import Glibc

/// A chance of recall that was predicted, and what happened.
package struct Prediction: Equatable, Sendable {
  /// 0 to 1.
  package var chance: Double
  package var passed: Bool
  /// The kind of review, for the calibration within like reviews.
  package var bin: Int

  package init(chance: Double, passed: Bool, bin: Int = 0) {
    self.chance = chance
    self.passed = passed
    self.bin = bin
  }

  /// ln(p/(1 - p)), with p kept from 0 and 1.
  var logOdds: Double {
    let bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
  }
}

/// Groups reviews that are alike in interval, number and lapses, in steps that widen.
///
/// The steps are those of fsrs-rs and srs-benchmark, whose RMSE(bins) rests on them.
enum PredictionBin {
  /// The bin of a review.
  /// - Parameters:
  ///   - days: since the card's review before, at least 1.
  ///   - length: the card's reviews on later days, this one included, and one.
  ///   - lapses: how many of those before were Again.
  static func number(days: Int, length: Int, lapses: Int) -> Int {
    (step(days, base: 3.62) * 64 + step(length, base: 1.89)) * 64
      + (lapses == 0 ? 0 : 1 + step(lapses, base: 1.73))
  }

  /// floor(log_base value).
  private static func step(_ value: Int, base: Double) -> Int {
    Int(log(Double(max(1, value))) / log(base))
  }
}
