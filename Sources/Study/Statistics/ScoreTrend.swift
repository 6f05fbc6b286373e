/// One mock exam as a point of a curve.
package struct ScorePoint: Equatable, Sendable {
  package var day: CalendarDay
  /// Questions that count, and right answers among them.
  package var scored: Int
  package var right: Int
  /// Questions on the form, and how many of them were answered.
  package var questions: Int
  package var answered: Int
  /// Exam time used, in milliseconds.
  package var milliseconds: Int

  package init(
    day: CalendarDay, scored: Int, right: Int, questions: Int, answered: Int, milliseconds: Int
  ) {
    self.day = day
    self.scored = scored
    self.right = right
    self.questions = questions
    self.answered = answered
    self.milliseconds = milliseconds
  }

  /// The share of right answers, 0 to 1.
  package var share: Double { scored == 0 ? 0 : Double(right) / Double(scored) }

  /// Its standard error, from the number of questions alone; a form without a miss, or without a
  /// hit, is counted as half a question off.
  package var standardError: Double {
    guard scored > 0 else { return 0 }
    let count = Double(scored)
    let smoothed = min(max(share, 0.5 / count), 1 - 0.5 / count)
    return (smoothed * (1 - smoothed) / count).squareRoot()
  }

  /// Half the width of the 80 % interval.
  package var margin: Double { Distribution.eightyPercent * standardError }

  /// Seconds for each question that was answered; nil without any.
  package var secondsPerQuestion: Double? {
    answered == 0 ? nil : Double(milliseconds) / 1000 / Double(answered)
  }
}

/// The mock exams of one exam over time.
package struct ScoreTrend: Equatable, Sendable {
  /// The earliest first.
  package var points: [ScorePoint]
  /// The share to pass with, and whether it is assumed because the exam's own is secret.
  package var cut: Double
  package var isCutAssumed: Bool
  /// Seconds that the exam allows for a question.
  package var allowance: Double

  package init(points: [ScorePoint], profile: ExamProfile) {
    self.points = points
    switch profile.score {
    case .percent(let pass): (cut, isCutAssumed) = (pass / 100, false)
    case .scaled(_, _, _, let assumed, _): (cut, isCutAssumed) = (assumed, true)
    }
    allowance = Double(profile.minutes) * 60 / Double(max(1, profile.questions))
  }
}
