import Testing

@testable import FSRS

@Suite("Weights are taken, converted or refused with a sentence")
struct FSRS6WeightsTests {
  @Test("the defaults lie within the bounds")
  func defaultsAreLegal() throws {
    #expect(try FSRS6Weights.checked(FSRS6Weights.defaults) == FSRS6Weights.defaults)
    #expect(FSRS6Weights.bounds.count == FSRS6Weights.count)
  }

  @Test("17 weights of FSRS-4.5 are converted")
  func seventeen() throws {
    let old = [
      0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461,
      2.1072, 0.0793, 0.3246, 1.587, 0.2272, 2.8755,
    ]
    let new = try FSRS6Weights.checked(old)
    #expect(new.count == 21)
    #expect(abs(new[4] - 7.6214) < 1e-12)
    // ln(3 · 1.2298 + 1)/3
    #expect(abs(new[5] - 0.5151015) < 1e-6)
    #expect(abs(new[6] - 1.3975) < 1e-12)
    #expect(new.suffix(4) == [0, 0, 0, 0.5])
    #expect(new[0..<4] == old[0..<4])
    #expect(new[7..<17] == old[7..<17])
  }

  @Test("34 weights are refused until FSRS-7 is there")
  func thirtyFour() {
    let error = #expect(throws: WeightsError.needsFSRS7) {
      try FSRS6(weights: [Double](repeating: 0.5, count: 34))
    }
    #expect(error?.description.contains("FSRS-7") == true)
  }

  @Test("a wrong count, a value that is no number and one out of bounds are named")
  func refusals() {
    #expect(throws: WeightsError.wrongCount(20)) {
      try FSRS6(weights: Array(FSRS6Weights.defaults.dropLast()))
    }
    #expect(throws: WeightsError.wrongCount(0)) { try FSRS6(weights: []) }
    var weights = FSRS6Weights.defaults
    weights[3] = .nan
    #expect(throws: WeightsError.notFinite(index: 3)) { try FSRS6(weights: weights) }
    weights[3] = 101
    let error = #expect(throws: WeightsError.self) { try FSRS6(weights: weights) }
    #expect(error == .outOfBounds(index: 3, value: 101, allowed: 0.001...100))
    #expect(error?.description == "Weight w3 is 101.0, but must lie between 0.001 and 100.0.")
  }

  @Test("clamping moves only what lies outside")
  func clamping() {
    let wild: [Double] = [0, -1000, 1000, 0, 1000, -1000, 1, 0.25, -0.1]
    let clamped = FSRS6Weights.clamped(wild + FSRS6Weights.defaults[9...])
    #expect(Array(clamped[..<9]) == [0.001, 0.001, 100, 0.001, 10, 0.001, 1, 0.25, 0])
    #expect(clamped[9...] == FSRS6Weights.defaults[9...])
  }
}
