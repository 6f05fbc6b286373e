import FSRS

extension History {
  /// The answers that moved the schedule, as the fit of the memory model takes them.
  ///
  /// In time order, with grades applied and without what was withdrawn; sorted histories only.
  package var timedReviews: [TimedReview] {
    let amendments = Amendments(others)
    var timed: [TimedReview] = []
    timed.reserveCapacity(reviews.count)
    for record in reviews where record.flags.contains(.movesSchedule) {
      var rating = record.rating
      if !amendments.isEmpty {
        let id = id(of: record)
        if amendments.withdrawn.contains(id) { continue }
        rating = amendments.grades[id]?.rating ?? rating
      }
      timed.append(
        TimedReview(
          card: record.question, day: Int32(clamping: record.studyDay.number), rating: rating))
    }
    return timed
  }
}
