import FSRS

extension History {
  /// The answers that moved the schedule, as the fit of the memory model takes them.
  ///
  /// In time order, with grades applied and without what was withdrawn; sorted histories only.
  package var timedReviews: [TimedReview] {
    let amendments = Amendments(others)
    var history = self
    var ledger = ExamLedger()
    history.addExamReviews(&ledger)
    let reviews = history.reviews
    var timed: [TimedReview] = []
    timed.reserveCapacity(reviews.count)
    for record in reviews where record.flags.contains(.movesSchedule) {
      var rating = record.rating
      if !amendments.isEmpty {
        let id = history.id(of: record)
        if amendments.withdrawn.contains(id) { continue }
        rating = amendments.grades[id]?.rating ?? rating
      }
      timed.append(
        TimedReview(
          card: record.question, day: Int32(clamping: record.studyDay.number), rating: rating))
    }
    return timed
  }

  /// The memory model's weights as the learner last set them; nil for the defaults.
  package var weights: [Double]? {
    let withdrawn = Amendments(others).withdrawn
    let last = others.last { event in
      event.settingKey == LearnerSettings.Key.weights && !withdrawn.contains(event.id)
    }
    guard case .setting(_, .numbers(let weights))? = last?.action else { return nil }
    return weights
  }
}
