import Glibc

/// A card's memory together with its derivatives by the weights.
struct CardSensitivity {
  var stability: Double
  /// ln S, and its derivatives.
  var log: Double
  var logStability: WeightLanes
  var difficulty: Double
  /// The derivatives of D by w4 to w7; the other weights do not move it.
  var difficultySlope: SIMD4<Double>

  /// The card after its first review.
  @inline(__always)
  init(first rating: Rating, weights: [Double], constants: FSRS6.Constants) {
    let index = Int(rating.rawValue) - 1
    stability = constants.firstStability[index]
    log = Glibc.log(stability)
    logStability = WeightLanes()
    logStability.ends[1] = 1
    difficulty = constants.firstDifficulty[index]
    difficultySlope = .zero
    if difficulty > 1 && difficulty < 10 {
      difficultySlope[0] = 1
      difficultySlope[1] = -Double(index) * exp(weights[5] * Double(index))
    }
  }
}

/// The chance of recall before a review, and its derivatives.
struct RecallSensitivity {
  var chance: Double
  /// ln R.
  var log: Double
  var byLogStability: Double
  /// By w20, at a given stability.
  var byDecay: Double
}

extension SensitivityPass {
  /// R = (1 + F t/S)^(-w20).
  @inline(__always)
  func recall(of card: CardSensitivity, after days: Double) -> RecallSensitivity {
    let x = constants.factor * days / card.stability
    let decay = -constants.negatedDecay
    let logBase = log(1 + x)
    let chance = exp(-decay * logBase)
    let share = decay * x / (1 + x)
    return RecallSensitivity(
      chance: chance, log: -decay * logBase, byLogStability: chance * share,
      byDecay: -chance * (logBase + share * factorSlope))
  }

  /// The stability and difficulty after a pass on a later day.
  @inline(__always)
  func pass(_ card: inout CardSensitivity, _ rating: Rating, _ recall: RecallSensitivity) {
    let missing = 1 - recall.chance
    let room = 11 - card.difficulty
    let scale =
      room * exp(constants.logGain[Int(rating.rawValue) - 1] - constants.saturation * card.log)
    let power = exp(constants.recallGain * missing)
    let growth = scale * (power - 1)
    let inverse = 1 / (1 + growth)
    let relative = growth * inverse
    let byRecall = -constants.recallGain * scale * power * inverse

    var slope = card.logStability
    slope.scale(
      by: 1 - constants.saturation * relative + byRecall * recall.byLogStability)
    slope.difficulty -= card.difficultySlope * (relative / room)
    slope.growth[0] += relative
    slope.growth[1] -= relative * card.log
    slope.growth[2] += scale * power * missing * inverse
    if rating == .hard { slope.growth[7] += relative / weights[15] }
    if rating == .easy { slope.short[0] += relative / weights[16] }
    slope.ends[0] += byRecall * recall.byDecay

    set(&card, stability: card.stability * (1 + growth), slope)
    moveDifficulty(&card, rating)
  }

  /// The stability and difficulty after a lapse on a later day.
  @inline(__always)
  func lapse(_ card: inout CardSensitivity, _ recall: RecallSensitivity) {
    let missing = 1 - recall.chance
    let logDifficulty = log(card.difficulty)
    let logMore = log(card.stability + 1)
    let power = exp(constants.lapsePower * logMore)
    let rest =
      constants.lapseScale * (power - 1)
      * exp(constants.lapseDifficulty * logDifficulty + constants.lapseRecall * missing)
    let cap = card.stability * constants.lapseCap
    var slope = card.logStability
    if rest < cap {
      let ratio = power / (power - 1)
      let own = ratio * constants.lapsePower * card.stability / (card.stability + 1)
      slope.scale(by: own - constants.lapseRecall * recall.byLogStability)
      slope.difficulty += card.difficultySlope * (constants.lapseDifficulty / card.difficulty)
      slope.growth[3] += 1 / constants.lapseScale
      slope.growth[4] -= logDifficulty
      slope.growth[5] += ratio * logMore
      slope.growth[6] += missing
      slope.ends[0] -= constants.lapseRecall * recall.byDecay
      set(&card, stability: rest, slope)
    } else {
      slope.short[1] -= weights[18]
      slope.short[2] -= weights[17]
      set(&card, stability: cap, slope)
    }
    moveDifficulty(&card, .again)
  }

  /// The stability and difficulty after a review on the same day.
  @inline(__always)
  func reviewSameDay(_ card: inout CardSensitivity, _ rating: Rating) {
    let step = Double(rating.rawValue) - 3 + weights[18]
    let logFactor = weights[17] * step - constants.sameDaySaturation * card.log
    if rating == .again || logFactor > 0 {
      var slope = card.logStability
      slope.scale(by: 1 - constants.sameDaySaturation)
      slope.short[1] += step
      slope.short[2] += weights[17]
      slope.short[3] -= card.log
      set(&card, stability: card.stability * exp(logFactor), slope)
    }
    moveDifficulty(&card, rating)
  }

  @inline(__always)
  private func set(_ card: inout CardSensitivity, stability: Double, _ slope: WeightLanes) {
    let range = FSRS6.stabilities
    if stability > range.lowerBound && stability < range.upperBound {
      card.stability = stability
      card.logStability = slope
    } else {
      card.stability = min(max(stability, range.lowerBound), range.upperBound)
      card.logStability = WeightLanes()
    }
    card.log = log(card.stability)
  }

  /// D' = w7 D0(4) + (1 - w7) (D + d (10 - D)/9).
  @inline(__always)
  private func moveDifficulty(_ card: inout CardSensitivity, _ rating: Rating) {
    let index = Int(rating.rawValue) - 1
    let step = constants.difficultyStep[index]
    let moved = card.difficulty + step * (10 - card.difficulty)
    let next = constants.reversion + constants.keptDifficulty * moved
    if next > 1 && next < 10 {
      var slope = card.difficultySlope * (constants.keptDifficulty * (1 - step))
      slope[0] += weights[7]
      slope[1] += weights[7] * easySlope
      slope[2] -=
        constants.keptDifficulty * (Double(index) - 2) / 9 * (10 - card.difficulty)
      slope[3] += easy - moved
      card.difficulty = next
      card.difficultySlope = slope
    } else {
      card.difficulty = min(max(next, 1), 10)
      card.difficultySlope = .zero
    }
  }
}
