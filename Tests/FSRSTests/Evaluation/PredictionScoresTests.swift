import Testing

@testable import FSRS

@Suite("Predictions are scored")
struct PredictionScoresTests {
  /// Predictions drawn so that what happens has the log odds `slope` times those predicted.
  static func predictions(slope: Double, count: Int) -> [Prediction] {
    (0..<count).map { index in
      let chance = 0.55 + 0.4 * SeededDraw.unit(UInt64(index))
      let odds = chance / (1 - chance)
      let real = slope == 1 ? odds : odds.squareRoot()
      let passed = SeededDraw.unit(UInt64(index + count)) < real / (1 + real)
      return Prediction(chance: chance, passed: passed, bin: index % 7)
    }
  }

  @Test("log loss is the mean of -ln of what was given to the outcome")
  func logLoss() {
    let scores = PredictionScores([
      Prediction(chance: 0.9, passed: true), Prediction(chance: 0.8, passed: false),
    ])
    // (-ln 0.9 - ln 0.2)/2
    #expect(abs(scores.logLoss - 0.857399214) < 1e-9)
    // Never infinite.
    #expect(PredictionScores([Prediction(chance: 1, passed: false)]).logLoss < 10)
  }

  @Test("the area under the curve counts ordered pairs, and ties by half")
  func auc() {
    func auc(_ pairs: [(Double, Bool)]) -> Double {
      PredictionScores(pairs.map { Prediction(chance: $0.0, passed: $0.1) }).auc
    }
    #expect(auc([(0.9, true), (0.8, true), (0.3, false)]) == 1)
    #expect(auc([(0.2, true), (0.8, false)]) == 0)
    #expect(auc([(0.5, true), (0.5, false), (0.5, false)]) == 0.5)
    // Pairs: 0.9 wins both; 0.4 loses to 0.6 and ties with 0.4.
    #expect(auc([(0.9, true), (0.4, true), (0.6, false), (0.4, false)]) == 0.625)
    #expect(auc([(0.9, true)]) == 0.5)
  }

  @Test("the root mean square error is taken within bins, weighted by their size")
  func rmseBins() {
    let scores = PredictionScores([
      Prediction(chance: 0.8, passed: true, bin: 1), Prediction(chance: 0.6, passed: true, bin: 1),
      Prediction(chance: 0.9, passed: false, bin: 2),
    ])
    // Bin 1: mean gap -0.3, size 2; bin 2: gap 0.9, size 1.
    #expect(abs(scores.rmseBins - ((2 * 0.09 + 0.81) / 3.0).squareRoot()) < 1e-12)
  }

  @Test("bins widen as fsrs-rs has them")
  func bins() {
    func bin(_ days: Int, _ length: Int = 2, _ lapses: Int = 0) -> Int {
      PredictionBin.number(days: days, length: length, lapses: lapses)
    }
    // Steps of 3.62 for days: 1-3, 4-13, 14-47.
    #expect(bin(1) == bin(3) && bin(3) != bin(4) && bin(4) == bin(13) && bin(13) != bin(14))
    // Steps of 1.89 for length: 2-3, 4-6; of 1.73 for lapses, 0 alone.
    #expect(bin(1, 2) == bin(1, 3) && bin(1, 3) != bin(1, 4) && bin(1, 4) == bin(1, 6))
    #expect(bin(1, 2, 0) != bin(1, 2, 1) && bin(1, 2, 1) != bin(1, 2, 2))
    #expect(bin(1, 2, 3) == bin(1, 2, 5) && bin(1, 2, 5) != bin(1, 2, 6))
  }

  @Test("the calibration slope is 1 for true chances and a half for odds that are squared")
  func calibrationSlope() {
    let good = PredictionScores(Self.predictions(slope: 1, count: 40_000))
    #expect(abs(good.calibrationSlope - 1) < 0.05)
    let tooSure = PredictionScores(Self.predictions(slope: 0.5, count: 40_000))
    #expect(abs(tooSure.calibrationSlope - 0.5) < 0.05)
    let alike = PredictionScores([
      Prediction(chance: 0.5, passed: true), Prediction(chance: 0.5, passed: false),
    ])
    #expect(alike.calibrationSlope == 1)
  }

  @Test("no predictions are no trap")
  func empty() {
    let scores = PredictionScores([])
    #expect(scores.count == 0 && scores.logLoss == 0 && scores.auc == 0.5)
  }
}
