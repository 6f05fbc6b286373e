import Glibc

/// The FSRS-6 memory model: 21 weights w0 to w20, one stability, a power curve of forgetting.
///
/// The formulas are those of Anki 26.09, py-fsrs 6.3.2 and fsrs-rs 6.6.2. S is the stability in
/// days, D the difficulty, R the chance of recall, G the rating from 1 to 4. Elapsed days are
/// whole study days; anything under 1 is a review on the same day.
package struct FSRS6: MemoryModel {
  package let weights: [Double]
  /// Everything that depends on the weights alone.
  let constants: Constants

  /// The stabilities that a card can have, in days.
  package static let stabilities: ClosedRange<Double> = 0.001...36_500
  /// The difficulties that a card can have.
  package static let difficulties: ClosedRange<Double> = 1...10

  /// The model with the published default weights.
  package static let standard = FSRS6(unchecked: FSRS6Weights.defaults)

  /// A model with a learner's weights; 17 and 19 of older versions are converted.
  package init(weights: [Double]) throws(WeightsError) {
    self.init(unchecked: try FSRS6Weights.checked(weights))
  }

  /// A model whose 21 weights are known to lie within their bounds.
  init(unchecked weights: [Double]) {
    precondition(weights.count == FSRS6Weights.count)
    self.weights = weights
    constants = Constants(weights)
  }

  package static func == (left: FSRS6, right: FSRS6) -> Bool { left.weights == right.weights }

  package func firstState(_ rating: Rating) -> MemoryState {
    MemoryState(
      stability: clampedStability(constants.firstStability[Int(rating.rawValue) - 1]),
      difficulty: constants.firstDifficulty[Int(rating.rawValue) - 1])
  }

  package func nextState(
    _ state: MemoryState, elapsedDays: Double, rating: Rating
  ) -> MemoryState {
    review(state, elapsedDays: elapsedDays, rating: rating).state
  }

  package func retrievability(_ state: MemoryState, elapsedDays: Double) -> Double {
    // R = (1 + F t/S)^(-w20)
    exp(constants.negatedDecay * log(1 + constants.factor * elapsedDays / state.stability))
  }

  package func interval(_ state: MemoryState, retention: Double) -> Double {
    // I = S/F (r^(-1/w20) - 1)
    state.stability * intervalFactor(retention: retention)
  }

  /// The interval of a memory with a stability of one day; intervals are proportional to S.
  package func intervalFactor(retention: Double) -> Double {
    expm1(log(retention) / constants.negatedDecay) / constants.factor
  }

  package func review(
    _ state: MemoryState, elapsedDays: Double, rating: Rating
  ) -> ReviewedMemory {
    let difficulty = nextDifficulty(state.difficulty, rating)
    guard elapsedDays >= 1 else {
      let stability = sameDayStability(state.stability, rating)
      return ReviewedMemory(
        retrievability: elapsedDays > 0 ? retrievability(state, elapsedDays: elapsedDays) : 1,
        state: MemoryState(stability: stability, difficulty: difficulty))
    }
    let recall = retrievability(state, elapsedDays: elapsedDays)
    let stability =
      rating == .again
      ? lapsedStability(state, recall: recall) : recalledStability(state, rating, recall: recall)
    return ReviewedMemory(
      retrievability: recall, state: MemoryState(stability: stability, difficulty: difficulty))
  }
}

extension FSRS6 {
  /// D' = w7 D0(4) + (1 - w7) (D + d (10 - D)/9), d = -w6 (G - 3), with D0(4) unclamped.
  @inline(__always)
  func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
    let step = constants.difficultyStep[Int(rating.rawValue) - 1]
    let moved = difficulty + step * (10 - difficulty)
    return min(max(constants.reversion + constants.keptDifficulty * moved, 1), 10)
  }

  /// S' = S (1 + e^w8 (11 - D) S^(-w9) (e^(w10 (1 - R)) - 1) h b) after a pass.
  @inline(__always)
  private func recalledStability(
    _ state: MemoryState, _ rating: Rating, recall: Double
  ) -> Double {
    let growth =
      exp(constants.logGain[Int(rating.rawValue) - 1] - constants.saturation * log(state.stability))
      * (exp(constants.recallGain * (1 - recall)) - 1)
    return clampedStability(state.stability * (1 + (11 - state.difficulty) * growth))
  }

  /// S' = min(w11 D^(-w12) ((S + 1)^w13 - 1) e^(w14 (1 - R)), S / e^(w17 w18)) after a lapse.
  @inline(__always)
  private func lapsedStability(_ state: MemoryState, recall: Double) -> Double {
    let rest =
      constants.lapseScale * (exp(constants.lapsePower * log(state.stability + 1)) - 1)
      * exp(
        constants.lapseRecall * (1 - recall) + constants.lapseDifficulty * log(state.difficulty))
    return clampedStability(min(rest, state.stability * constants.lapseCap))
  }

  /// S' = k S with k = e^(w17 (G - 3 + w18)) S^(-w19), at least 1 unless the rating is Again.
  private func sameDayStability(_ stability: Double, _ rating: Rating) -> Double {
    let factor = exp(
      constants.sameDayLog[Int(rating.rawValue) - 1] - constants.sameDaySaturation * log(stability))
    return clampedStability(stability * (rating == .again ? factor : max(factor, 1)))
  }

  @inline(__always)
  private func clampedStability(_ stability: Double) -> Double {
    min(max(stability, FSRS6.stabilities.lowerBound), FSRS6.stabilities.upperBound)
  }
}
