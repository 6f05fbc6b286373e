import Dispatch
import Study
import Synchronization

/// Prints how good forecasts of readiness are over simulated learners: `make calibrate`.
enum CalibrationReport {
  static func run(learners: Int, firstSeed: UInt64) {
    var timing = Timing()
    var calibration = ReadinessCalibration(cases: [])
    timing.measure { calibration = simulate(learners, firstSeed) }
    let told = calibration.told
    let rate = Double(told.count { $0.case.passed }) / Double(max(1, told.count))
    print("learners \(learners), seeds from \(firstSeed), \(Timing.text(timing.median / 1000)) s")
    print("forecasts \(told.count), silent \(learners - told.count)")
    print("passed \(percent(rate)) of those with a forecast")
    print("80 % band: held \(percent(calibration.coverage)), width \(percent(calibration.width))")
    print("expected less true score: \(points(calibration.bias)) points")
    print("\nBrier score (less is better), all forecasts")
    print("  this forecast      \(number(calibration.brier(of: told) { $1.passChance }))")
    print("  constant           \(number(calibration.brier(of: told) { _, _ in rate }))")
    let mocked = told.filter { !$0.case.mockScores.isEmpty }
    let mockedRate = Double(mocked.count { $0.case.passed }) / Double(max(1, mocked.count))
    print("Brier score, the \(mocked.count) with a mock exam")
    print("  this forecast      \(number(calibration.brier(of: mocked) { $1.passChance }))")
    print("  constant           \(number(calibration.brier(of: mocked) { _, _ in mockedRate }))")
    print("  last mock          \(number(best(calibration, mocked) { $0.mockScores.last ?? 0 }))")
    print("  mean of last three \(number(best(calibration, mocked) { recent($0) }))")
    print("  mock at or above the cut: yes or no  \(number(verdict(calibration, mocked)))")
    print("\nchance forecast   learners   mean forecast   passed")
    for bin in calibration.reliability {
      print(
        "  \(percent(bin.forecast))".padded(20) + "\(bin.count)".padded(11)
          + percent(bin.forecast).padded(16) + percent(bin.passed))
    }
    print("\ndays to the exam   forecasts   band held   Brier")
    for range in [0..<8, 8..<22, 22..<46] {
      let part = ReadinessCalibration(
        cases: calibration.cases.filter { range.contains($0.daysLeft) })
      print(
        "  \(range.lowerBound)-\(range.upperBound - 1)".padded(19) + "\(part.told.count)".padded(12)
          + percent(part.coverage).padded(12)
          + number(part.brier(of: part.told) { $1.passChance }))
    }
  }

  /// Simulates on all cores; the result does not depend on how many there are.
  private static func simulate(_ learners: Int, _ firstSeed: UInt64) -> ReadinessCalibration {
    let chunk = (learners + 7) / 8
    let cases = Mutex([[ReadinessCalibration.Case]](repeating: [], count: 8))
    DispatchQueue.concurrentPerform(iterations: 8) { part in
      let seeds = min(learners, part * chunk)..<min(learners, (part + 1) * chunk)
      let found = seeds.map { ReadinessCalibration.simulate(seed: firstSeed + UInt64($0)) }
      cases.withLock { $0[part] = found }
    }
    return ReadinessCalibration(cases: cases.withLock { $0.flatMap(\.self) })
  }

  /// The mean of the last three mock exams.
  private static func recent(_ one: ReadinessCalibration.Case) -> Double {
    let last = one.mockScores.suffix(3)
    return last.isEmpty ? 0 : last.reduce(0, +) / Double(last.count)
  }

  /// The least Brier score that any spread gives a rule which knows one number: more than fair.
  private static func best(
    _ calibration: ReadinessCalibration,
    _ chosen: [(case: ReadinessCalibration.Case, forecast: Readiness.Forecast)],
    score: (ReadinessCalibration.Case) -> Double
  ) -> Double {
    (2...30).map { hundredths in
      calibration.brier(of: chosen) { one, forecast in
        ReadinessCalibration.chance(
          score: score(one), cut: forecast.cut, deviation: Double(hundredths) / 100)
      }
    }.min() ?? 1
  }

  private static func verdict(
    _ calibration: ReadinessCalibration,
    _ chosen: [(case: ReadinessCalibration.Case, forecast: Readiness.Forecast)]
  ) -> Double {
    calibration.brier(of: chosen) { one, forecast in
      (one.mockScores.last ?? 0) >= forecast.cut ? 0.97 : 0.03
    }
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
  private static func points(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
  private static func number(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
