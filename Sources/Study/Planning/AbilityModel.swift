import Glibc

/// How the chance of a right answer hangs on a domain and on what was learned: the model behind
/// mastery and readiness, with what is believed before any answer.
///
/// A question of domain d is right with the chance c + (1 - c - s) σ(θ), where c is a lucky guess,
/// s a slip, and θ = common + domain(d) + gain * learned + offset(occasion). `learned` is the share
/// of the domain's cards that the learner recalls.
package struct AbilityModel: Equatable, Sendable {
  /// c: a question of four options answered without knowing.
  package var guess = 0.25
  /// s: a known question missed.
  package var slip = 0.03
  /// The mean of each coefficient before any answer: common, gain, offset of a first answer in
  /// study, offset of a question met before.
  package var means: [Double] = [-0.3, 2.0, 0.0, 0.8]
  /// And the standard deviation.
  package var deviations: [Double] = [0.9, 0.7, 0.2, 0.5]
  /// The standard deviation of domains around the common ability.
  package var domainDeviation = 0.6
  /// How much a first answer in study, and an answer in a mock exam to a question met before, say
  /// beside a first answer in a mock exam.
  package var studyWeight = 0.9
  package var repeatWeight = 0.3
  /// Days after which an answer counts half.
  package var halfLife = 180.0
  /// How much harder the real exam is expected to be than a mock exam, in θ.
  package var examOffset = 0.38
  /// The standard deviation of θ on the day of the exam: form, nerves, other authors' questions.
  package var dayDeviation = 0.18
  /// What 30 days between now and the exam add to that, as a variance.
  package var monthVariance = 0.02

  package init() {}

  /// Coefficients that are not a domain's own.
  static let sharedCount = 4

  /// The occasion of an answer.
  package enum Occasion: Int, CaseIterable, Sendable {
    /// The first answer to a question, in a mock exam.
    case mock
    /// The first answer to a question, in study.
    case study
    /// An answer in a mock exam to a question met before.
    case repeated
  }

  /// The chance of a right answer at an ability, and its slope.
  @inline(__always)
  func chance(_ ability: Double) -> (value: Double, slope: Double) {
    let odds = exp(-abs(ability))
    let share = ability >= 0 ? 1 / (1 + odds) : odds / (1 + odds)
    let span = 1 - guess - slip
    return (guess + span * share, span * share * (1 - share))
  }

  func weight(_ occasion: Occasion) -> Double {
    switch occasion {
    case .mock: 1
    case .study: studyWeight
    case .repeated: repeatWeight
    }
  }
}

/// Answers of one domain, given at about the same share learned.
package struct AbilityEvidence: Equatable, Sendable {
  /// The domain's position in the blueprint.
  package var domain: Int
  package var occasion: AbilityModel.Occasion
  /// The share of the domain's cards learned at the time, 0 to 1.
  package var learned: Double
  /// Answers and right answers, each counted by its age.
  package var count: Double
  package var right: Double

  package init(
    domain: Int, occasion: AbilityModel.Occasion, learned: Double, count: Double, right: Double
  ) {
    self.domain = domain
    self.occasion = occasion
    self.learned = learned
    self.count = count
    self.right = right
  }
}
