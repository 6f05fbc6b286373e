import FSRS
import Storage
import Study

/// Measures all statistics over long histories that are in memory.
enum StatisticsBenchmark {
  static func rows() -> [FSRSModelBenchmark.Row] {
    [(100_000, "10 ms"), (1_000_000, "100 ms")].map { count, goal in
      let sample = history(reviews: count)
      let progress = Progress(replaying: sample.history)
      var times = Timing()
      var sum = 0
      for _ in 0..<9 {
        times.measure {
          let statistics = LearnerStatistics(
            sample.history, model: progress.model, day: sample.today)
          let report = ProgressReport(
            catalog: sample.exam.catalog, progress: progress, statistics: statistics,
            exam: sample.exam.profile.id, today: sample.today)
          sum += report.rhythm.total.answers + report.confidence.counts.total
        }
      }
      precondition(sum > 0)
      return .init(
        what: "all statistics over \(count) reviews", goal: goal,
        ours: "\(Timing.text(times.median)) ms")
    }
  }

  /// Two years of answers to 3,000 questions.
  private static func history(
    reviews: Int
  ) -> (history: History, exam: SimulatedExam, today: CalendarDay) {
    let exam = SimulatedExam(
      profile: SimulatedExam.all[1].profile, studyPerExamQuestion: 20, mockPerExamQuestion: 2)
    var history = History()
    var generator = SplitMix64(seed: 7)
    let questions = exam.catalog.questions.map(\.id)
    let first = CalendarDay(year: 2024, month: 11, day: 22)
    let step = 730 * 86_400_000 / Int64(reviews)
    let device = history.position(ofDevice: 1)
    let place = history.position(ofExam: exam.profile.id)
    for number in 0..<reviews {
      let isRight = generator.next() % 10 != 0
      let isSure = generator.next() % 5 != 0
      var flags: ReviewRecord.Flags = [.knowsCorrect, .knowsSure, .movesSchedule]
      if isRight { flags.insert(.correct) }
      if isSure { flags.insert(.sure) }
      history.append(
        ReviewRecord(
          milliseconds: Int64(first.number) * 86_400_000 + Int64(number) * step,
          sequence: Int32(number + 1),
          question: history.position(
            ofQuestion: questions[Int(generator.next() % UInt64(questions.count))]),
          days: isRight ? Int32(1 + generator.next() % 90) : -1,
          spent: Int32(5_000 + generator.next() % 60_000), zoneMinutes: 60, device: device,
          exam: place, rating: isRight ? .good : .again, flags: flags))
    }
    return (history, exam, first + 730)
  }
}
