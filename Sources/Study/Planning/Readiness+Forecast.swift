import Glibc

extension Readiness.Forecast {
  /// Puts the abilities together with what was never known: the day's form, the luck of the
  /// draw, and, for a secret cut, where it lies.
  init(
    fit: AbilityFit, profile: ExamProfile, weights: [Double], learning: DomainLearning,
    daysLeft: Int, secondsPerAnswer: Double
  ) {
    let model = fit.model
    let (estimate, slopes) = fit.score(weights: weights, learned: learning.onExam)
    let scored = Double(max(1, profile.questions - profile.unscored))
    let slope = zip(weights, slopes).reduce(0) { $0 + $1.0 * $1.1 }
    let form =
      model.dayDeviation * model.dayDeviation + model.monthVariance * Double(daysLeft) / 30
    let value = min(0.99, max(0.05, estimate.value))
    let variance =
      estimate.deviation * estimate.deviation + slope * slope * form
      + value * (1 - value) / scored
    // On the logit scale the band stays between 0 and 1.
    let center = Distribution.logit(value)
    let spread = variance.squareRoot() / (value * (1 - value))
    let reach = Distribution.eightyPercent * spread
    score = value
    band = Distribution.logistic(center - reach)...Distribution.logistic(center + reach)
    let half: Double
    switch profile.score {
    case .percent(let pass):
      (cut, isCutAssumed, half) = (pass / 100, false, 0)
    case .scaled(_, _, _, let assumed, let range):
      (cut, isCutAssumed) = (assumed, true)
      half = (range.upperBound - range.lowerBound) / 2 / Distribution.eightyPercent
    }
    // Half a question below the cut still rounds up to it.
    let needed = min(0.99, max(0.05, cut - 0.5 / scored))
    let cutSpread = half / (needed * (1 - needed))
    let chance = Distribution.normal(
      (center - Distribution.logit(needed))
        / (spread * spread + cutSpread * cutSpread).squareRoot())
    passChance = min(
      Readiness.chances.upperBound, max(Readiness.chances.lowerBound, chance))
    advice = Readiness.Forecast.advice(
      profile: profile, weights: weights, slopes: slopes, gain: fit.gain, learning: learning,
      secondsPerAnswer: secondsPerAnswer)
  }

  /// What half an hour of new or forgotten cards would add in each domain, the most first;
  /// nothing under a tenth of a point is named.
  private static func advice(
    profile: ExamProfile, weights: [Double], slopes: [Double], gain: Double,
    learning: DomainLearning, secondsPerAnswer: Double
  ) -> [Readiness.Advice] {
    let minutes = 30
    // A card is answered about two and a half times until it is learned.
    let learnable = Double(minutes * 60) / (2.5 * secondsPerAnswer)
    return profile.domains.indices.compactMap { place -> Readiness.Advice? in
      let cards = Double(learning.cards[place])
      guard cards > 0 else { return nil }
      let room = max(0, DomainLearning.usualRecall - learning.onExam[place])
      let more = min(room, learnable * DomainLearning.usualRecall / cards)
      let points = 100 * weights[place] * slopes[place] * max(0, gain) * more
      guard points >= 0.1 else { return nil }
      return Readiness.Advice(domain: profile.domains[place], minutes: minutes, points: points)
    }.sorted { $0.points > $1.points }
  }
}
