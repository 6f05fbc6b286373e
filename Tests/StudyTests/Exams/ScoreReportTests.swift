import FSRS
import Study
import TestSupport
import Testing

@Suite struct ScoreReportTests {
  private let start = Now.evening

  /// An exam of so many questions, of which the first `right` are answered right.
  private func report(
    right: Int, of count: Int, score: ExamProfile.Score = .percent(pass: 70),
    progress: Progress = Progress(), domains: [String] = ["em"]
  ) -> ScoreReport {
    var profile = ExamProfile.make()
    profile.score = score
    let questions = (0..<count).map {
      Question.choice("q\($0)", domain: domains[$0 % domains.count])
    }
    var exam = MockExam(
      sitting: EventID(device: 42, sequence: 10),
      start: ExamStart(
        exam: "CPC", seed: 7, date: nil,
        questions: questions.map {
          ExamQuestion(id: $0.id, domain: $0.domain, order: [0, 1, 2, 3])
        }, minutes: 240, rules: ExamStart.Rules(isOpenBook: true)))
    exam.run(from: start)
    for place in 0..<count {
      let now = start.adding(seconds: place * 60)
      func take(_ step: ExamEvent.Step?) {
        guard let step else { return }
        exam.apply(exam.event(step, at: now), id: EventID(device: 42, sequence: 100 + place))
      }
      take(exam.visiting(place))
      take(exam.choosing(place < right ? 0 : 1, of: questions[place]))
    }
    return ScoreReport(
      exam, catalog: .make(questions, profiles: [profile]), progress: progress,
      startedAt: start.milliseconds, at: start.adding(seconds: count * 60))
  }

  private static let scaled = ExamProfile.Score.scaled(
    low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.7...0.8)

  @Test("CPC is passed at 70 of 100, by its own rule")
  func percent() {
    #expect(report(right: 70, of: 100).verdict == .passed)
    #expect(report(right: 69, of: 100).verdict == .failed)
    #expect(report(right: 42, of: 60).verdict == .passed)
    #expect(report(right: 41, of: 60).verdict == .failed)
  }

  @Test("Under 50 questions there is a score and no verdict")
  func short() {
    #expect(report(right: 49, of: 49).verdict == .none)
    #expect(report(right: 49, of: 49, score: Self.scaled).estimate == nil)
    #expect(report(right: 50, of: 50).verdict == .passed)
  }

  @Test(
    "A secret cut makes likely, too close and likely not, never passed",
    arguments: [
      (130, ScoreReport.Verdict.likelyAbove), (112, .likelyAbove), (102, .tooClose),
      (97, .tooClose), (92, .tooClose), (86, .likelyBelow), (40, .likelyBelow), (0, .likelyBelow),
    ])
  func secret(right: Int, verdict: ScoreReport.Verdict) throws {
    let report = report(right: right, of: 130, score: Self.scaled)
    #expect(report.verdict == verdict)
    let estimate = try #require(report.estimate)
    #expect((100...400).contains(estimate.score))
    #expect(estimate.band.contains(estimate.score))
    #expect((0...1).contains(estimate.chance))
  }

  @Test("The estimated score meets the scale at the assumed cut and at its ends")
  func scale() {
    func estimate(_ right: Int, _ count: Int) -> ScaledEstimate {
      ScaledEstimate(
        Proportion(right: right, count: count), low: 100, high: 400, pass: 300, cut: 0.75,
        cutBand: 0.7...0.8)
    }
    #expect(estimate(75, 100).score == 300)
    #expect(estimate(100, 100).score == 400)
    #expect(estimate(0, 100).score == 100)
    #expect(estimate(75, 100).chance == 0.5)
    #expect(estimate(75, 100).band.lowerBound < 290)
  }

  @Test("Wilson's interval has its published values, and chance its standard error")
  func intervals() {
    let interval = Proportion(right: 7, count: 10).interval()
    #expect(abs(interval.lowerBound - 0.3968) < 0.0005)
    #expect(abs(interval.upperBound - 0.8922) < 0.0005)
    #expect(Proportion(right: 0, count: 0).interval() == 0...1)
    #expect(Proportion(right: 6, count: 6).interval().upperBound == 1)
    let error = Proportion(right: 70, count: 100).standardError
    #expect(abs(error - 0.0453) < 0.0005)
    #expect(Proportion(right: 100, count: 100).standardError > 0)
  }

  @Test("A domain is weak only when all answers carry it")
  func weak() {
    let few = report(right: 0, of: 6)
    #expect(!few.domains[0].isWeak)
    #expect(few.weakest == nil)
    let many = report(right: 20, of: 60)
    #expect(many.domains[0].isWeak)
    // Eighty right answers before outweigh the sixty of this exam.
    var progress = Progress()
    for number in 0..<200 {
      progress.apply(
        .make(
          .review(
            Review(
              question: "q\(number % 60)", exam: "CPC", rating: .good, isCorrect: true, days: 3)),
          at: .at(minute: number), sequence: number + 1))
    }
    #expect(!report(right: 20, of: 60, progress: progress).domains[0].isWeak)
  }

  @Test("Domains are counted in blueprint order, and pace in tenths of the time")
  func counts() {
    let report = report(right: 30, of: 60, domains: ["terminology", "em"])
    #expect(report.domains.map(\.domain) == ["em", "terminology"])
    #expect(report.domains.map(\.score.count) == [30, 30])
    #expect(report.domains.map(\.score.right) == [15, 15])
    // One a minute over 240 minutes: all were answered in the first quarter.
    #expect(report.pace == [25, 49, 60, 60, 60, 60, 60, 60, 60, 60])
    #expect(report.slowest(3).count == 3)
  }

  @Test("Unscored questions count for nothing but the memory")
  func unscored() {
    let questions = [Question.choice("a"), .choice("b")]
    var exam = MockExam(
      sitting: EventID(device: 42, sequence: 10),
      start: ExamStart(
        exam: "CPC", seed: 7, date: nil,
        questions: [
          ExamQuestion(id: "a", domain: "em", isScored: false, order: [0, 1, 2, 3]),
          ExamQuestion(id: "b", domain: "em", order: [0, 1, 2, 3]),
        ], minutes: 5, rules: ExamStart.Rules(isOpenBook: true)))
    exam.run(from: start)
    exam.apply(
      exam.event(exam.choosing(1, of: questions[0]), at: start),
      id: EventID(device: 42, sequence: 11))
    let report = ScoreReport(
      exam, catalog: .make(questions), progress: Progress(), startedAt: 0, at: start)
    #expect(report.score == Proportion(right: 0, count: 1))
    #expect(report.missed == [0, 1])
    #expect(exam.reviews().map(\.question) == ["a"])
  }

  @Test("A changed answer is told by its first and its last")
  func changes() {
    let question = Question.choice("a")
    func change(_ options: [Int?]) -> ScoreReport.Change? {
      var exam = MockExam(
        sitting: EventID(device: 42, sequence: 10),
        start: ExamStart(
          exam: "CPC", seed: 7, date: nil,
          questions: [ExamQuestion(id: "a", domain: "em", order: [0, 1, 2, 3])], minutes: 5,
          rules: ExamStart.Rules(isOpenBook: true)))
      exam.run(from: start)
      for (place, option) in options.enumerated() {
        guard let step = option.map({ exam.choosing($0, of: question) }) ?? exam.clearing() else {
          continue
        }
        exam.apply(exam.event(step, at: start), id: EventID(device: 42, sequence: 11 + place))
      }
      return ScoreReport(
        exam, catalog: .make([question]), progress: Progress(), startedAt: 0, at: start
      ).items[0].change
    }
    #expect(change([0]) == nil)
    #expect(change([0, 1]) == .rightToWrong)
    #expect(change([1, 0]) == .wrongToRight)
    #expect(change([1, 2]) == .wrongToWrong)
    #expect(change([0, 1, 0]) == nil)
    #expect(change([1, nil, 0]) == .wrongToRight)
    #expect(change([1, nil]) == nil)
  }
}
