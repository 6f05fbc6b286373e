import Glibc

extension FSRS6 {
  /// What the formulas need of the weights, worked out once for millions of reviews.
  struct Constants: Sendable {
    /// -w20.
    var negatedDecay: Double
    /// F = 0.9^(-1/w20) - 1, so that R(S, S) = 0.9.
    var factor: Double
    /// S after the first review, by rating.
    var firstStability: SIMD4<Double>
    /// D after the first review, by rating: w4 - e^(w5 (G - 1)) + 1, within 1...10.
    var firstDifficulty: SIMD4<Double>
    /// -w6 (G - 3)/9, by rating.
    var difficultyStep: SIMD4<Double>
    /// w7 D0(4), with D0(4) unclamped.
    var reversion: Double
    /// 1 - w7.
    var keptDifficulty: Double
    /// w8, with ln w15 added for Hard and ln w16 for Easy; Again is not used.
    var logGain: SIMD4<Double>
    /// w9.
    var saturation: Double
    /// w10.
    var recallGain: Double
    /// w11.
    var lapseScale: Double
    /// -w12.
    var lapseDifficulty: Double
    /// w13.
    var lapsePower: Double
    /// w14.
    var lapseRecall: Double
    /// e^(-w17 w18).
    var lapseCap: Double
    /// w17 (G - 3 + w18), by rating.
    var sameDayLog: SIMD4<Double>
    /// w19.
    var sameDaySaturation: Double

    init(_ w: [Double]) {
      let ratings = SIMD4<Double>(1, 2, 3, 4)
      negatedDecay = -w[20]
      factor = expm1(-log(0.9) / w[20])
      firstStability = SIMD4(w[0], w[1], w[2], w[3])
      let easy = w[4] - exp(w[5] * 3) + 1
      firstDifficulty = SIMD4(w[4], w[4] - exp(w[5]) + 1, w[4] - exp(w[5] * 2) + 1, easy)
        .clamped(lowerBound: SIMD4(repeating: 1), upperBound: SIMD4(repeating: 10))
      difficultyStep = (ratings - 3) * (-w[6] / 9)
      reversion = w[7] * easy
      keptDifficulty = 1 - w[7]
      logGain = SIMD4(0, w[8] + log(w[15]), w[8], w[8] + log(w[16]))
      saturation = w[9]
      recallGain = w[10]
      lapseScale = w[11]
      lapseDifficulty = -w[12]
      lapsePower = w[13]
      lapseRecall = w[14]
      lapseCap = exp(-w[17] * w[18])
      sameDayLog = (ratings - 3 + w[18]) * w[17]
      sameDaySaturation = w[19]
    }
  }
}
