/// Where a learner stands in one domain: what share of exam questions would be right today.
package struct DomainMastery: Equatable, Sendable, Identifiable {
  package var domain: ExamProfile.Domain
  /// The domain's share of the exam, 0 to 1.
  package var weight: Double
  /// Questions that may be studied, and how many of them were answered.
  package var cards: Int
  package var met: Int
  /// First answers to exam questions, which the estimate rests on.
  package var firstAnswers: Int
  /// The share of the cards that is recalled today.
  package var recalled: Double
  /// The chance that an exam question never met is right, and its standard deviation.
  package var estimate: AbilityFit.Estimate
  /// What the estimate gained by study in the last 28 days.
  package var change: Double

  package var id: String { domain.id }

  /// The fewest first answers from which mastery is told.
  package static let leastAnswers = 8

  /// The share of right answers; nil while too few answers say anything about it.
  package var mastery: Double? {
    firstAnswers < DomainMastery.leastAnswers ? nil : estimate.value
  }

  /// Half the width of the 80 % interval.
  package var margin: Double { Distribution.eightyPercent * estimate.deviation }

  /// What the exam would gain, as a share of its points, were the domain mastered.
  package var missing: Double { weight * (1 - estimate.value) }
}
