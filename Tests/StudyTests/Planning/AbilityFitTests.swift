import Study
import TestSupport
import Testing

@Suite struct AbilityFitTests {
  private func answers(_ domain: Int, _ right: Double, of count: Double) -> AbilityEvidence {
    AbilityEvidence(domain: domain, occasion: .mock, learned: 0.5, count: count, right: right)
  }

  @Test("Many answers decide; few stay near the other domains")
  func pooling() {
    let fit = AbilityFit([answers(0, 90, of: 100), answers(1, 1, of: 2)], domains: 3)
    let known = fit.mastery(domain: 0, learned: 0.5)
    let thin = fit.mastery(domain: 1, learned: 0.5)
    let empty = fit.mastery(domain: 2, learned: 0.5)
    #expect(abs(known.value - 0.9) < 0.03)
    #expect(thin.value > 0.65 && thin.value < known.value)
    #expect(empty.value > thin.value)
    #expect(known.deviation < thin.deviation)
  }

  @Test("More right answers never lower an estimate, and more answers narrow it")
  func monotone() {
    var last = 0.0
    for right in 0...20 {
      let estimate = AbilityFit([answers(0, Double(right), of: 20)], domains: 1)
        .mastery(domain: 0, learned: 0.5)
      #expect(estimate.value >= last)
      #expect(estimate.value > 0.25 && estimate.value < 0.97)
      last = estimate.value
    }
    let few = AbilityFit([answers(0, 14, of: 20)], domains: 1).mastery(domain: 0, learned: 0.5)
    let many = AbilityFit([answers(0, 140, of: 200)], domains: 1).mastery(domain: 0, learned: 0.5)
    #expect(many.deviation < few.deviation)
  }

  @Test("Learning lifts the estimate of a domain")
  func gain() {
    let fit = AbilityFit([answers(0, 12, of: 20)], domains: 1)
    #expect(
      fit.mastery(domain: 0, learned: 0.9).value > fit.mastery(domain: 0, learned: 0.3).value)
  }
}
