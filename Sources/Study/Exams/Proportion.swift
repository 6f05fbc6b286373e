import Glibc

/// A share of right answers, with what chance does to it.
package struct Proportion: Equatable, Sendable {
  package var right: Int
  package var count: Int

  package init(right: Int, count: Int) {
    self.right = right
    self.count = count
  }

  /// 0 to 1; 0 without answers.
  package var share: Double { count == 0 ? 0 : Double(right) / Double(count) }

  /// The standard error of the share, with two right and two wrong answers assumed besides
  /// (Agresti and Coull 1998), so that a full score is not taken for certainty.
  package var standardError: Double {
    let n = Double(count) + 4
    let p = (Double(right) + 2) / n
    return (p * (1 - p) / n).squareRoot()
  }

  /// The interval of Wilson (1927) around the share.
  /// - Parameter z: 1.96 for 95 of 100, 1.645 for 90.
  package func interval(z: Double = 1.96) -> ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    let n = Double(count)
    let p = share
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // The ends are exact where rounding would miss them by a hair.
    return (right == 0 ? 0 : max(0, middle - half))...(right == count ? 1 : min(1, middle + half))
  }
}

/// What a share of right answers may mean on a scale whose raw cut is secret.
package struct ScaledEstimate: Equatable, Sendable {
  /// The likeliest score, and the band that holds the true one in nine of ten cases.
  package var score: Int
  package var band: ClosedRange<Int>
  /// The chance that the true share lies above the true cut, 0 to 1.
  package var chance: Double

  package init(score: Int, band: ClosedRange<Int>, chance: Double) {
    self.score = score
    self.band = band
    self.chance = chance
  }

  /// - Parameters:
  ///   - cut: the assumed raw cut, a share.
  ///   - cutBand: holds the true cut in nine of ten cases, by assumption.
  package init(
    _ result: Proportion, low: Double, high: Double, pass: Double, cut: Double,
    cutBand: ClosedRange<Double>
  ) {
    // Chance in the answers and doubt about the cut, as one standard deviation.
    let doubt = (cutBand.upperBound - cutBand.lowerBound) / 2 / 1.645
    let deviation =
      (result.standardError * result.standardError + doubt * doubt).squareRoot()
    func scale(_ share: Double) -> Int {
      let share = min(1, max(0, share))
      let value =
        share >= cut
        ? pass + (high - pass) * (share - cut) / max(0.01, 1 - cut)
        : low + (pass - low) * share / max(0.01, cut)
      return Int(value.rounded())
    }
    score = scale(result.share)
    band =
      scale(result.share - 1.645 * deviation)...scale(result.share + 1.645 * deviation)
    chance = 0.5 * erfc((cut - result.share) / deviation / 2.0.squareRoot())
  }
}
