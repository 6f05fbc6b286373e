import Glibc

/// A conditional logit: the chance of each option is proportional to e to its weighted features.
///
/// Fitted by Newton's method with a quadratic penalty of 2.5 on the weights of features scaled to a
/// standard deviation of 1, from weights of 0: from elsewhere Newton's steps may overshoot for ever.
struct ConditionalLogit {
  /// The deviation of each feature.
  private let scale: [Double]
  private var weights: [Double]

  init(features: [[[Double]]], keys: [Int]) {
    scale = Self.deviations(of: features)
    weights = [Double](repeating: 0, count: scale.count)
    let questions = zip(features, keys).map { Sample(features: $0, key: $1, scale: scale) }
    for _ in 0..<60 {
      let step = newtonStep(questions)
      for k in weights.indices { weights[k] += step[k] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
  }

  /// How likely an option is the key, as a score to compare within its question.
  func score(_ features: [Double]) -> Double {
    var score = 0.0
    for k in weights.indices { score += features[k] / scale[k] * weights[k] }
    return score
  }

  /// One question: the features of its options that are not 0, scaled.
  private struct Sample {
    var options: [[(index: Int, value: Double)]]
    var key: Int

    init(features: [[Double]], key: Int, scale: [Double]) {
      self.key = key
      options = features.map { row in
        row.indices.compactMap { row[$0] == 0 ? nil : ($0, row[$0] / scale[$0]) }
      }
    }
  }

  private static func deviations(of features: [[[Double]]]) -> [Double] {
    let size = features.first?.first?.count ?? 0
    var count = 0.0
    var sum = [Double](repeating: 0, count: size)
    for options in features {
      for row in options {
        count += 1
        for k in 0..<size { sum[k] += row[k] }
      }
    }
    let mean = sum.map { $0 / max(1, count) }
    var square = [Double](repeating: 0, count: size)
    for options in features {
      for row in options {
        for k in 0..<size { square[k] += (row[k] - mean[k]) * (row[k] - mean[k]) }
      }
    }
    // A feature that never varies says nothing: divided by infinity it is 0.
    return square.map { sum in
      let deviation = (sum / max(1, count)).squareRoot()
      return deviation > 1e-9 ? deviation : .infinity
    }
  }

  private func newtonStep(_ questions: [Sample]) -> [Double] {
    let size = weights.count
    var gradient = weights.map { -5 * $0 }
    // The lower triangle of the negative second derivatives.
    var curvature = [Double](repeating: 0, count: size * size)
    for k in 0..<size { curvature[k * size + k] = 5 }
    var expected = [Double](repeating: 0, count: size)
    for question in questions {
      for k in 0..<size { expected[k] = 0 }
      for (row, chance) in zip(question.options, chances(in: question)) {
        for place in row.indices {
          let (i, value) = row[place]
          let weighted = chance * value
          expected[i] += weighted
          for (j, other) in row[...place] { curvature[i * size + j] += weighted * other }
        }
      }
      for (i, value) in question.options[question.key] { gradient[i] += value }
      for i in 0..<size where expected[i] != 0 {
        gradient[i] -= expected[i]
        for j in 0...i { curvature[i * size + j] -= expected[i] * expected[j] }
      }
    }
    return Self.solve(curvature, gradient)
  }

  private func chances(in question: Sample) -> [Double] {
    let scores = question.options.map { row in
      row.reduce(0.0) { $0 + $1.value * weights[$1.index] }
    }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// Solves a symmetric positive definite system given by its lower triangle (Cholesky).
  private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var lower = matrix
    for i in 0..<size {
      for j in 0...i {
        var sum = lower[i * size + j]
        for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
        lower[i * size + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j * size + j]
      }
    }
    var solution = right
    for i in 0..<size {
      for k in 0..<i { solution[i] -= lower[i * size + k] * solution[k] }
      solution[i] /= lower[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<size { solution[i] -= lower[k * size + i] * solution[k] }
      solution[i] /= lower[i * size + i]
    }
    return solution
  }
}
