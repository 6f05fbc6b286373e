/// What a finished mock exam tells: the verdict, and everything that helps with the next one.
package struct ScoreReport: Equatable, Sendable {
  /// The id of the exam's `exam-start`.
  package var sitting: EventID
  package var exam: String
  package var seed: UInt64
  /// Start and submission in milliseconds since 1970, with minutes east of UTC.
  package var startedAt: Int64
  package var submittedAt: Int64
  package var zoneMinutes: Int
  /// Exam time used, and the limit with extra time, in milliseconds.
  package var spent: Int
  package var limit: Int
  /// Percent.
  package var extraTime: Int
  package var pauses: Int
  package var lookUps: Int
  package var bookMilliseconds: Int
  package var verdict: Verdict
  /// On a secret scale only.
  package var estimate: ScaledEstimate?
  /// The share of right answers that counts as the pass mark, assumed for a secret scale.
  package var passShare: Double
  /// Right answers of the questions that count.
  package var score: Proportion
  package var domains: [DomainResult]
  /// In the form's order.
  package var items: [Item]
  /// Questions answered after each tenth of the time.
  package var pace: [Int]
  /// Earlier forms of the same exam, the latest last.
  package var earlier: [Earlier]

  /// What the exam's own rule says of the score.
  package enum Verdict: String, Equatable, Sendable {
    case passed, failed
    /// The raw cut is secret: at least nine chances in ten on one side, or not.
    case likelyAbove, tooClose, likelyBelow
    /// Too few questions for any.
    case none
  }

  package init(
    sitting: EventID, exam: String, seed: UInt64, startedAt: Int64, submittedAt: Int64,
    zoneMinutes: Int, spent: Int, limit: Int, extraTime: Int, pauses: Int, lookUps: Int,
    bookMilliseconds: Int, verdict: Verdict, estimate: ScaledEstimate?, passShare: Double,
    score: Proportion, domains: [DomainResult], items: [Item], pace: [Int], earlier: [Earlier]
  ) {
    self.sitting = sitting
    self.exam = exam
    self.seed = seed
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.zoneMinutes = zoneMinutes
    self.spent = spent
    self.limit = limit
    self.extraTime = extraTime
    self.pauses = pauses
    self.lookUps = lookUps
    self.bookMilliseconds = bookMilliseconds
    self.verdict = verdict
    self.estimate = estimate
    self.passShare = passShare
    self.score = score
    self.domains = domains
    self.items = items
    self.pace = pace
    self.earlier = earlier
  }

  package var studyDay: CalendarDay {
    CalendarDay(studyDayAt: submittedAt, zoneMinutes: zoneMinutes)
  }
  package var answeredCount: Int { items.count { $0.isCorrect != nil } }
}

extension ScoreReport {
  /// The least that all answers must show before a domain is called weak.
  static let leastEvidence = 8

  /// Reads an exam that is being submitted.
  /// - Parameters:
  ///   - progress: everything before this submission.
  ///   - startedAt: milliseconds since 1970.
  package init(
    _ exam: MockExam, catalog: Catalog, progress: Progress, startedAt: Int64, at now: Now
  ) {
    let profile = catalog.profile(exam.start.exam)
    let items = exam.items.map(Item.init)
    let scored = items.filter { $0.question.isScored }
    let score = Proportion(
      right: scored.count { $0.isCorrect == true }, count: scored.count)
    sitting = exam.sitting
    self.exam = exam.start.exam
    seed = exam.start.seed
    self.startedAt = startedAt
    submittedAt = now.milliseconds
    zoneMinutes = now.zoneMinutes
    spent = exam.clock(at: now)
    limit = exam.start.limit
    extraTime = exam.start.rules.extraTime
    pauses = exam.pauses
    lookUps = exam.lookUps
    bookMilliseconds = exam.bookMilliseconds
    self.score = score
    self.items = items
    pace = (1...10).map { tenth in
      exam.items.count { item in
        item.answers.contains { !$0.chosen.isEmpty && $0.clock * 10 <= exam.start.limit * tenth }
      }
    }
    earlier = progress.exams.scores.suffix(50)
      .filter { $0.exam == exam.start.exam && $0.sitting != exam.sitting && $0.scored > 0 }
      .map {
        Earlier(
          milliseconds: $0.milliseconds, zoneMinutes: $0.zoneMinutes,
          score: Proportion(right: $0.right, count: $0.scored))
      }
    (verdict, estimate, passShare) = ScoreReport.judge(
      score, profile?.score, isLongEnough: items.count >= ExamForm.leastForVerdict)
    domains = ScoreReport.domains(
      items, exam: exam.start.exam, profile, catalog, progress, passShare: passShare)
  }

  /// The verdict by the exam's own rule; on a secret scale only how likely one is.
  static func judge(
    _ score: Proportion, _ rule: ExamProfile.Score?, isLongEnough: Bool
  ) -> (Verdict, ScaledEstimate?, Double) {
    switch rule {
    case .percent(let pass):
      guard isLongEnough else { return (.none, nil, pass / 100) }
      let isPassed = Double(score.right) * 100 >= pass * Double(score.count)
      return (isPassed ? .passed : .failed, nil, pass / 100)
    case .scaled(let low, let high, let pass, let cut, let band):
      guard isLongEnough else { return (.none, nil, cut) }
      let estimate = ScaledEstimate(
        score, low: low, high: high, pass: pass, cut: cut, cutBand: band)
      let verdict: Verdict =
        estimate.chance >= 0.9
        ? .likelyAbove : estimate.chance <= 0.1 ? .likelyBelow : .tooClose
      return (verdict, estimate, cut)
    case nil: return (.none, nil, 0.7)
    }
  }

  private static func domains(
    _ items: [Item], exam: String, _ profile: ExamProfile?, _ catalog: Catalog,
    _ progress: Progress, passShare: Double
  ) -> [DomainResult] {
    var evidence: [String: Proportion] = [:]
    for question in catalog.questions(for: exam) {
      guard let domain = question.domain(in: exam) else { continue }
      let card = progress[question.id]
      evidence[domain, default: Proportion(right: 0, count: 0)].right += card.passes
      evidence[domain, default: Proportion(right: 0, count: 0)].count += card.answers
    }
    var results: [DomainResult] = []
    for item in items {
      let domain = item.question.domain
      var place = results.firstIndex { $0.domain == domain } ?? results.count
      if place == results.count {
        results.append(
          DomainResult(
            domain: domain, title: profile?.domain(domain)?.title ?? domain,
            score: Proportion(right: 0, count: 0),
            evidence: evidence[domain] ?? Proportion(right: 0, count: 0), isWeak: false))
        place = results.count - 1
      }
      if item.question.isScored {
        results[place].score.count += 1
        results[place].score.right += item.isCorrect == true ? 1 : 0
      }
      if let isCorrect = item.isCorrect {
        results[place].evidence.count += 1
        results[place].evidence.right += isCorrect ? 1 : 0
      }
    }
    for place in results.indices {
      let all = results[place].evidence
      results[place].isWeak =
        all.count >= leastEvidence && all.interval(z: 1.645).upperBound < passShare
    }
    let order = profile?.domains.map(\.id) ?? []
    return results.sorted {
      (order.firstIndex(of: $0.domain) ?? .max, $0.domain)
        < (order.firstIndex(of: $1.domain) ?? .max, $1.domain)
    }
  }
}

extension ScoreReport.Item {
  init(_ item: MockExam.Item) {
    let given = item.answers.filter { !$0.chosen.isEmpty }
    self.init(
      question: item.question, chosen: item.chosen,
      isCorrect: item.isAnswered ? item.answer?.isCorrect : nil, isSure: !item.isGuess,
      isFlagged: item.isFlagged, milliseconds: item.milliseconds,
      bookMilliseconds: item.bookMilliseconds, visits: item.visits, note: item.note,
      change: nil, event: item.answers.last?.event ?? item.visit, why: nil)
    if let first = given.first, isCorrect != nil, first.chosen != item.chosen {
      switch (first.isCorrect, isCorrect) {
      case (true, false): change = .rightToWrong
      case (false, true): change = .wrongToRight
      default: change = .wrongToWrong
      }
    }
  }
}

// MARK: What it tells

extension ScoreReport {
  /// Positions of the questions that took longest, the slowest first.
  package func slowest(_ count: Int = 5) -> [Int] {
    Array(
      items.indices.filter { items[$0].milliseconds > 0 }
        .sorted { (items[$1].milliseconds, $0) < (items[$0].milliseconds, $1) }.prefix(count))
  }

  /// Positions of wrong answers that were sure, missed ones, and changed ones.
  package var sureButWrong: [Int] { items.indices.filter { items[$0].isSureButWrong } }
  package var missed: [Int] { items.indices.filter { items[$0].isMissed } }
  package func changes(_ change: Change) -> [Int] {
    items.indices.filter { items[$0].change == change }
  }

  /// The domain with the lowest share of right answers over all answers, where there is evidence.
  package var weakest: DomainResult? {
    domains.filter { $0.evidence.count >= ScoreReport.leastEvidence }
      .min { $0.evidence.share < $1.evidence.share }
  }

  /// How many points of a hundred the last earlier form differs, and whether chance explains it.
  package var comparison: (points: Int, isChance: Bool)? {
    guard let last = earlier.last else { return nil }
    let difference = score.share - last.score.share
    let error =
      (score.standardError * score.standardError
      + last.score.standardError * last.score.standardError).squareRoot()
    return (Int((difference * 100).rounded()), abs(difference) < 1.96 * error)
  }
}
