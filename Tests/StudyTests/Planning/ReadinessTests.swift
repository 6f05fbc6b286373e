import FSRS
import Study
import TestSupport
import Testing

@Suite struct ReadinessTests {
  /// Forty simulated learners, the same in every test.
  private static let sample = ReadinessCalibration(seeds: 500..<540)

  @Test("Nothing is forecast before there is evidence enough")
  func silence() throws {
    let exam = SimulatedExam.all[0]
    let today = CalendarDay(year: 2026, month: 11, day: 22)
    var progress = Progress()
    var history = History()
    for (number, question) in exam.catalog.questions.prefix(60).enumerated() {
      let event = HistoryEvent.make(
        .review(
          Review(question: question.id, exam: "A", rating: .good, isCorrect: true, isSure: true)),
        at: .at(minute: 600 + number), sequence: number + 1)
      progress.apply(event)
      history.append(event)
    }
    let readiness = try #require(
      Readiness(
        catalog: exam.catalog, progress: progress,
        statistics: LearnerStatistics(history, model: .standard, day: today), exam: "A",
        today: today))
    #expect(readiness.forecast == nil)
    #expect(readiness.evidence.firstAnswers == 60)
    #expect(!readiness.evidence.isEnough)
  }

  @Test("A forecast stays within its limits, and its band around its score")
  func limits() {
    #expect(Self.sample.told.count > 30)
    for (_, forecast) in Self.sample.told {
      #expect(Readiness.chances.contains(forecast.passChance))
      #expect(forecast.band.contains(forecast.score))
      #expect(forecast.band.lowerBound > 0 && forecast.band.upperBound < 1)
      #expect(forecast.advice.map(\.points) == forecast.advice.map(\.points).sorted(by: >))
      #expect(forecast.advice.allSatisfy { $0.points < 20 })
    }
  }

  @Test("Over a slice of the simulation the band and the chance hold")
  func calibration() {
    let slice = ReadinessCalibration(seeds: 3000..<3160)
    let told = slice.told
    let rate = Double(told.count { $0.case.passed }) / Double(told.count)
    // Three standard errors of a share of 160 around the range that `make calibrate` holds.
    #expect((0.68...0.92).contains(slice.coverage))
    #expect(abs(slice.bias) < 0.03)
    #expect(slice.brier(of: told) { $1.passChance } < slice.brier(of: told) { _, _ in rate })
  }

  @Test("The same seed is the same learner")
  func repeatable() {
    #expect(
      ReadinessCalibration.simulate(seed: 77) == ReadinessCalibration.simulate(seed: 77))
    #expect(
      ReadinessCalibration.simulate(seed: 77) != ReadinessCalibration.simulate(seed: 78))
  }
}
