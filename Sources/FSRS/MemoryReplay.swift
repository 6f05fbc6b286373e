/// One history to be computed: weights, reviews, and the moment for which intervals are asked.
package struct ReplayRequest: Equatable, Sendable {
  /// A review, counted from the one before.
  package struct Review: Equatable, Sendable {
    /// Days since the review before; the first review's count is not used.
    package var days: Double
    package var rating: Rating

    package init(days: Double, rating: Rating) {
      self.days = days
      self.rating = rating
    }
  }

  /// The weights; their count names the model.
  package var weights: [Double]
  /// The chance of recall at which a card is asked again, 0.01 to 1.
  package var retention: Double
  package var reviews: [Review]
  /// Days between the last review and the answer that `next` is about.
  package var after: Double

  package init(weights: [Double], retention: Double, reviews: [Review], after: Double = 0) {
    self.weights = weights
    self.retention = retention
    self.reviews = reviews
    self.after = after
  }

  /// Computes the history.
  package func answer() throws(ReplayError) -> ReplayAnswer {
    guard (0.01...1).contains(retention) else { throw .retention(retention) }
    guard after >= 0, after.isFinite else { throw .after(after) }
    for (index, review) in reviews.enumerated() where !(review.days >= 0 && review.days.isFinite) {
      throw .days(review: index + 1, value: review.days)
    }
    let model: FSRS6
    do {
      model = try FSRS6(weights: weights)
    } catch {
      throw .weights(error)
    }
    return ReplayAnswer(self, with: model)
  }
}

/// What a model makes of a history.
package struct ReplayAnswer: Equatable, Sendable {
  /// The memory after each review.
  package var states: [MemoryState]
  /// The chance of recall before each review; nil before the first.
  package var retrievability: [Double?]
  /// The next interval in days, unrounded, for Again, Hard, Good, Easy.
  package var next: [Double]

  init(_ request: ReplayRequest, with model: some MemoryModel) {
    states = []
    retrievability = []
    for review in request.reviews {
      if let last = states.last {
        let step = model.review(last, elapsedDays: review.days, rating: review.rating)
        states.append(step.state)
        retrievability.append(step.retrievability)
      } else {
        states.append(model.firstState(review.rating))
        retrievability.append(nil)
      }
    }
    let last = states.last
    next = Rating.allCases.map { rating in
      let state =
        last.map { model.nextState($0, elapsedDays: request.after, rating: rating) }
        ?? model.firstState(rating)
      return model.interval(state, retention: request.retention)
    }
  }

  /// One line of JSON; numbers in the shortest form that reads back as the same.
  package var json: String {
    let states = states.map { "[\($0.stability),\($0.difficulty)]" }
    let recall = retrievability.map { $0.map { "\($0)" } ?? "null" }
    let next = next.map { "\($0)" }
    return "{\"states\":[\(states.joined(separator: ","))],"
      + "\"retrievability\":[\(recall.joined(separator: ","))],"
      + "\"next\":[\(next.joined(separator: ","))]}"
  }
}

/// Why a history cannot be computed, as one plain sentence.
package enum ReplayError: Error, Equatable, Sendable, CustomStringConvertible {
  case weights(WeightsError)
  case retention(Double)
  case after(Double)
  /// The days of the n-th review, counted from 1.
  case days(review: Int, value: Double)

  package var description: String {
    switch self {
    case .weights(let error): error.description
    case .retention(let value): "\"retention\" is \(value), but must lie between 0.01 and 1."
    case .after(let value): "\"after\" is \(value), but must be a number of days, 0 or more."
    case .days(let review, let value):
      "Review \(review) came after \(value) days, but that must be 0 or more."
    }
  }
}
