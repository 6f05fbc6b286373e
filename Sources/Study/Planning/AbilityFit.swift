/// What answers tell of a learner's abilities: the most likely coefficients, and how sure they are.
///
/// A penalized logistic fit by Fisher scoring, with the covariance at its end (Laplace). Domains
/// are pooled in part: one with few answers stays near the common ability.
package struct AbilityFit: Equatable, Sendable {
  package let model: AbilityModel
  /// Common, gain, offsets of study and of questions met before, then one for each domain.
  let coefficients: [Double]
  /// Row by row.
  let covariance: [Double]

  /// A chance with its standard deviation.
  package struct Estimate: Equatable, Sendable {
    package var value: Double
    package var deviation: Double
  }

  package init(_ evidence: [AbilityEvidence], domains: Int, model: AbilityModel = AbilityModel()) {
    let size = AbilityModel.sharedCount + domains
    var prior = [Double](repeating: 0, count: size)
    var means = [Double](repeating: 0, count: size)
    for index in 0..<size {
      let isShared = index < AbilityModel.sharedCount
      let deviation = isShared ? model.deviations[index] : model.domainDeviation
      prior[index] = 1 / (deviation * deviation)
      means[index] = isShared ? model.means[index] : 0
    }
    var found = means
    var precision = [Double](repeating: 0, count: size * size)
    for _ in 0..<12 {
      var gradient = zip(means, found).map { $0 - $1 }
      for index in 0..<size { gradient[index] *= prior[index] }
      precision = [Double](repeating: 0, count: size * size)
      for index in 0..<size { precision[index * size + index] = prior[index] }
      for group in evidence {
        AbilityFit.add(group, model, found, &gradient, &precision, size)
      }
      guard let step = SymmetricSystem.solve(precision, gradient) else { break }
      // Steps are held short, so that a far start does not overshoot.
      let longest = step.map(abs).max() ?? 0
      let scale = longest > 1.5 ? 1.5 / longest : 1
      for index in 0..<size { found[index] += scale * step[index] }
      if longest < 1e-6 { break }
    }
    self.model = model
    coefficients = found
    covariance = SymmetricSystem.inverse(precision) ?? precision.map { _ in 0 }
  }

  private static func add(
    _ group: AbilityEvidence, _ model: AbilityModel, _ found: [Double], _ gradient: inout [Double],
    _ precision: inout [Double], _ size: Int
  ) {
    let entries = AbilityFit.entries(group.domain, group.occasion, learned: group.learned)
    let ability = entries.reduce(0) { $0 + found[$1.index] * $1.value }
    let (chance, slope) = model.chance(ability)
    let weight = model.weight(group.occasion)
    let score =
      weight * (group.right - group.count * chance) * slope / (chance * (1 - chance))
    let information = weight * group.count * slope * slope / (chance * (1 - chance))
    for entry in entries {
      gradient[entry.index] += score * entry.value
      for other in entries {
        precision[entry.index * size + other.index] += information * entry.value * other.value
      }
    }
  }

  /// The coefficients that an answer hangs on, with their factors.
  private static func entries(
    _ domain: Int, _ occasion: AbilityModel.Occasion, learned: Double
  ) -> [(index: Int, value: Double)] {
    var entries = [
      (index: 0, value: 1), (index: 1, value: learned),
      (index: AbilityModel.sharedCount + domain, value: 1),
    ]
    switch occasion {
    case .mock: break
    case .study: entries.append((2, 1))
    case .repeated: entries.append((3, 1))
    }
    return entries
  }

  /// The chance of a right answer to a question never met, in an exam.
  package func mastery(domain: Int, learned: Double) -> Estimate {
    let entries = AbilityFit.entries(domain, .mock, learned: learned)
    let (chance, slope) = model.chance(entries.reduce(0) { $0 + coefficients[$1.index] * $1.value })
    let size = coefficients.count
    var variance = 0.0
    for left in entries {
      for right in entries {
        variance += left.value * right.value * covariance[left.index * size + right.index]
      }
    }
    return Estimate(value: chance, deviation: slope * variance.squareRoot())
  }

  /// The expected share of right answers over domains, as far as the abilities are uncertain.
  /// - Parameters:
  ///   - weights: the domains' shares of the exam, adding up to 1.
  ///   - learned: the share learned in each.
  func score(weights: [Double], learned: [Double]) -> (Estimate, slopes: [Double]) {
    var gradient = [Double](repeating: 0, count: coefficients.count)
    var value = 0.0
    var slopes: [Double] = []
    for domain in weights.indices {
      let entries = AbilityFit.entries(domain, .mock, learned: learned[domain])
      let ability = entries.reduce(0) { $0 + coefficients[$1.index] * $1.value }
      let (chance, slope) = model.chance(ability - model.examOffset)
      value += weights[domain] * chance
      slopes.append(slope)
      for entry in entries {
        gradient[entry.index] += weights[domain] * slope * entry.value
      }
    }
    let size = coefficients.count
    var variance = 0.0
    for left in 0..<size where gradient[left] != 0 {
      for right in 0..<size {
        variance += gradient[left] * gradient[right] * covariance[left * size + right]
      }
    }
    return (Estimate(value: value, deviation: max(0, variance).squareRoot()), slopes)
  }

  /// What a share more learned adds to θ.
  var gain: Double { coefficients[1] }
}
