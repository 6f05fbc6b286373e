import Testing

@testable import FSRS

@Suite("Intervals become whole days")
struct IntervalTests {
  @Test("rounding stays within one day and a hundred years")
  func rounding() {
    #expect(
      [0, 0.2, 1.49, 1.5, 12.4, 1e9, .infinity].map(WholeDays.nearest) == [
        1, 1, 1, 2, 12, 36_500, 36_500,
      ])
  }

  @Test("the half-width of the fuzz follows Anki's rule")
  func halfWidths() {
    for (interval, width) in [
      (1.0, 0.0), (2.49, 0), (2.5, 1), (7, 1.675), (20, 2.975), (100, 6.975), (365, 20.225),
    ] {
      #expect(abs(IntervalFuzz.halfWidth(interval) - width) < 1e-12)
    }
  }

  @Test("the days of the fuzz are rounded bounds")
  func fuzzDays() {
    #expect(IntervalFuzz.days(around: 0.4) == 1...1)
    #expect(IntervalFuzz.days(around: 2.4) == 2...2)
    #expect(IntervalFuzz.days(around: 2.5) == 2...4)
    #expect(IntervalFuzz.days(around: 10) == 8...12)
    #expect(IntervalFuzz.days(around: 100) == 93...107)
    #expect(IntervalFuzz.days(around: 50_000) == 34_673...36_500)
    #expect(IntervalFuzz.days(around: 5, within: 6...36_500) == 6...8)
    // A single day above two gets a neighbour.
    #expect(IntervalFuzz.days(around: 2.4, within: 3...36_500) == 3...4)
  }

  @Test("an interval that grows is not fuzzed back to the last one")
  func growthIsKept() {
    #expect(IntervalFuzz.days(around: 10, after: 9) == 10...12)
    #expect(IntervalFuzz.days(around: 10, after: 11) == 11...13)
    #expect(IntervalFuzz.days(around: 10, after: 30) == 8...12)
    #expect(IntervalFuzz.days(around: 40_000, after: 36_500) == 36_500...36_500)
  }

  @Test("a draw is the same for the same seed and reaches every day about as often")
  func draws() {
    #expect(
      IntervalFuzz.draw(from: 8...12, seed: 42) == IntervalFuzz.draw(from: 8...12, seed: 42))
    var counts: [Int: Int] = [:]
    for seed in 0..<10_000 {
      counts[IntervalFuzz.draw(from: 8...12, seed: UInt64(seed)), default: 0] += 1
    }
    #expect(counts.keys.sorted() == [8, 9, 10, 11, 12])
    #expect(counts.values.allSatisfy { (1_800...2_200).contains($0) })
  }

  @Test("seeds differ by card and by count")
  func seeds() {
    let seeds = ["cpc-icd-014", "cpc-icd-015"].flatMap { id in
      (0..<50).map { SeededDraw.seed(id: id, count: $0) }
    }
    #expect(Set(seeds).count == 100)
    #expect(SeededDraw.seed(id: "a", count: 3) == SeededDraw.seed(id: "a", count: 3))
  }

  @Test("load balance prefers the empty day, and is plain fuzz where all are equal")
  func loadBalance() {
    func share(of day: Int, due: (Int) -> Int) -> Double {
      let hits = (0..<5_000).count { seed in
        LoadBalance.choose(from: 8...12, seed: UInt64(seed), due: due) == day
      }
      return Double(hits) / 5_000
    }
    #expect(abs(share(of: 10) { _ in 7 } - 0.2) < 0.02)
    // One day with 0, four with 9: 1 against 4 hundredths.
    #expect(share(of: 11) { $0 == 11 ? 0 : 9 } > 0.94)
    #expect(share(of: 8) { $0 == 8 ? 50 : 4 } < 0.01)
  }

  @Test("a better answer is granted more days")
  func passingIntervals() {
    for seed in 0..<200 {
      let days = PassingIntervals(hard: 1.2, good: 2.1, easy: 2.2, last: 1) {
        IntervalFuzz.draw(from: $0, seed: UInt64(seed))
      }
      #expect(1 <= days.hard && days.hard < days.good && days.good < days.easy)
      #expect(days[.again] == nil)
      #expect(days[.good] == days.good)
    }
    let long = PassingIntervals(hard: 20, good: 40, easy: 80, last: 15, choose: \.lowerBound)
    #expect((long.hard, long.good, long.easy) == (17, 36, 74))
  }
}
