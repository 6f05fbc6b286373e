import FSRS
import Glibc

/// What makes one simulated learner, drawn at random: nothing of it is known to the forecast.
struct CandidateTraits {
  /// The weights by which this learner forgets, not those by which cards are scheduled.
  let memory: FSRS6
  /// Log odds that a domain's content was known beforehand.
  let background: [Double]
  /// How much of a learned card helps with another question on the same thing, 0 to 1.
  let transfer: Double
  /// The share of the real exam that the bank touches, 0 to 1.
  let touched: Double
  /// A right answer without knowing; a wrong one in spite of it, at ease and on the clock.
  let guess: Double
  let slip: Double
  let examSlip: Double
  /// What a month changes in the log odds of recall.
  let drift: Double
  /// The chance of a day that something unknown is learned elsewhere.
  let elsewhere: Double
  /// The chance to study on a day, new cards and the most reviews on it.
  let adherence: Double
  let newCards: Int
  let mostReviews: Int
  /// How much harder the real exam is than the bank, in log odds, and the form of that day.
  let harder: Double
  let form: Double
  /// The day of the exam, of the forecast, and of the end of study, counted from the first.
  let examDay: Int
  let forecastDay: Int
  let lastStudyDay: Int
  let mockDays: [Int]
  /// The share of right answers that passes.
  let cut: Double

  init(_ exam: SimulatedExam, random: inout CandidateRandom) {
    memory = CandidateTraits.memory(&random)
    let level = 0.1 + 0.9 * random.normal()
    background = exam.profile.domains.map { _ in level + 0.7 * random.normal() }
    transfer = random.between(0.4, 0.95)
    touched = random.between(0.5, 0.9)
    guess = random.between(0.22, 0.40)
    slip = random.between(0.01, 0.05)
    examSlip = slip + random.between(0, 0.04)
    drift = 0.15 * random.normal()
    elsewhere = random.between(0, 0.004)
    adherence = random.between(0.5, 0.98)
    newCards = Int(random.between(3, 16))
    mostReviews = Int(random.between(25, 120))
    harder = 0.25 * random.normal()
    form = 0.2 * random.normal()
    examDay = Int(random.between(40, 180))
    forecastDay = max(21, examDay - Int(random.between(1, 45)))
    lastStudyDay =
      random.unit() < 0.15 ? forecastDay + Int(random.between(-10, 10)) : examDay
    let mocks = Int(random.between(0, 7))
    let first = Double(examDay) * 0.2
    let (lastDay, count) = (Double(examDay - 1), mocks)
    mockDays = (0..<count).map { _ in Int(random.between(first, lastDay)) }.sorted()
    switch exam.profile.score {
    case .percent(let pass): cut = pass / 100
    case .scaled(_, _, _, let assumed, _): cut = assumed + 0.03 * random.normal()
    }
  }

  /// The default weights, each of those that matter most moved by about a quarter.
  private static func memory(_ random: inout CandidateRandom) -> FSRS6 {
    var weights = FSRS6.standard.weights
    for index in [0, 1, 2, 3, 8, 11, 20] { weights[index] *= exp(0.25 * random.normal()) }
    return (try? FSRS6(weights: FSRS6Weights.clamped(weights))) ?? .standard
  }
}

/// Draws of a simulation, the same for the same seed on every machine.
struct CandidateRandom {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func bits() -> UInt64 { generator.next() }

  /// A number in 0..<1.
  mutating func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// A position below `count`, which is 1 or more.
  mutating func index(below count: Int) -> Int { min(count - 1, Int(unit() * Double(count))) }

  /// A number of the standard normal distribution (Box and Muller).
  mutating func normal() -> Double {
    (-2 * log(max(1e-300, unit()))).squareRoot() * cos(2 * .pi * unit())
  }
}
