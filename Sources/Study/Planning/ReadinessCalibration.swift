import FSRS
import Glibc

/// How good forecasts were for simulated learners whose exam is over.
package struct ReadinessCalibration: Equatable, Sendable {
  /// One learner: what was forecast, and what came.
  package struct Case: Equatable, Sendable {
    package var forecast: Readiness.Forecast?
    package var score: Double
    package var passed: Bool
    package var mockScores: [Double]
    package var daysLeft: Int
    package var firstAnswers: Int
  }

  package let cases: [Case]

  package init(cases: [Case]) { self.cases = cases }

  /// Simulates learners, one for each seed, and forecasts the exam of each.
  package init(seeds: Range<UInt64>, model: AbilityModel = AbilityModel()) {
    cases = seeds.map { ReadinessCalibration.simulate(seed: $0, model: model) }
  }

  package static func simulate(seed: UInt64, model: AbilityModel = AbilityModel()) -> Case {
    let exams = SimulatedExam.all
    let learner = LearnerSimulation(exams[Int(seed % UInt64(exams.count))], seed: seed)
    let exam = learner.exam.profile.id
    let progress = Progress(replaying: learner.history)
    let readiness = Readiness(
      catalog: learner.exam.catalog, progress: progress,
      statistics: LearnerStatistics(
        learner.history, model: progress.model, day: learner.today),
      exam: exam, today: learner.today, model: model)
    return Case(
      forecast: readiness?.forecast, score: learner.score, passed: learner.passed,
      mockScores: learner.mockScores, daysLeft: learner.examDay - learner.today,
      firstAnswers: readiness?.evidence.firstAnswers ?? 0)
  }

  /// Those of whom something was forecast.
  package var told: [(case: Case, forecast: Readiness.Forecast)] {
    cases.compactMap { one in one.forecast.map { (one, $0) } }
  }

  /// The share of scores within the 80 % band; 0 to 1.
  package var coverage: Double {
    mean(told) { $0.forecast.band.contains($0.case.score) ? 1 : 0 }
  }

  /// The mean of expected less true score, in shares: above 0 means too hopeful.
  package var bias: Double { mean(told) { $0.forecast.score - $0.case.score } }

  /// The mean width of the band.
  package var width: Double {
    mean(told) { $0.forecast.band.upperBound - $0.forecast.band.lowerBound }
  }

  /// The mean squared error of a chance to pass; less is better.
  package func brier(
    of chosen: [(case: Case, forecast: Readiness.Forecast)],
    chance: (Case, Readiness.Forecast) -> Double
  ) -> Double {
    mean(chosen) { one in
      let error = chance(one.case, one.forecast) - (one.case.passed ? 1 : 0)
      return error * error
    }
  }

  /// A row of the reliability table.
  package struct Bin: Equatable, Sendable {
    package var count: Int
    package var forecast: Double
    package var passed: Double
  }

  /// Forecasts in tenths of the chance, with the share that passed; empty tenths are left out.
  package var reliability: [Bin] {
    (0..<10).compactMap { tenth in
      let inside = told.filter {
        min(9, Int($0.forecast.passChance * 10)) == tenth
      }
      guard !inside.isEmpty else { return nil }
      return Bin(
        count: inside.count, forecast: mean(inside) { $0.forecast.passChance },
        passed: mean(inside) { $0.case.passed ? 1 : 0 })
    }
  }

  /// A chance from a score alone: the share of a normal distribution above the cut.
  package static func chance(score: Double, cut: Double, deviation: Double) -> Double {
    Distribution.normal((score - cut) / deviation)
  }

  private func mean<Element>(_ elements: [Element], _ value: (Element) -> Double) -> Double {
    elements.isEmpty ? 0 : elements.reduce(0) { $0 + value($1) } / Double(elements.count)
  }
}
