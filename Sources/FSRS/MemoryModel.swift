/// What is remembered of one card.
package struct MemoryState: Equatable, Sendable {
  /// Days until the chance of recall has fallen to 90 % (in FSRS-7 the slow component alone), > 0.
  package var stability: Double
  /// How hard the card is, 1 (easy) to 10.
  package var difficulty: Double
  /// The fast stability of FSRS-7 in days; 0 in a model with one stability.
  package var fastStability: Double

  package init(stability: Double, difficulty: Double, fastStability: Double = 0) {
    self.stability = stability
    self.difficulty = difficulty
    self.fastStability = fastStability
  }
}

/// A model of forgetting: what a review does to a memory, and when to ask again.
package protocol MemoryModel: Equatable, Sendable {
  /// The numbers fitted to a learner; their count names the model (21: FSRS-6).
  var weights: [Double] { get }

  /// The memory after the very first review.
  func firstState(_ rating: Rating) -> MemoryState

  /// The memory after a review `elapsedDays` (>= 0) after the review before.
  func nextState(_ state: MemoryState, elapsedDays: Double, rating: Rating) -> MemoryState

  /// The chance of recall, 0 to 1, `elapsedDays` (>= 0) after the last review.
  func retrievability(_ state: MemoryState, elapsedDays: Double) -> Double

  /// The days, unrounded, after which the chance of recall has fallen to `retention` (0 to 1).
  func interval(_ state: MemoryState, retention: Double) -> Double

  /// Both the chance of recall before a review and the memory after it, in one go.
  func review(_ state: MemoryState, elapsedDays: Double, rating: Rating) -> ReviewedMemory
}

/// What one review tells: how likely recall was, and what is remembered since.
package struct ReviewedMemory: Equatable, Sendable {
  /// The chance of recall just before the answer, 0 to 1.
  package var retrievability: Double
  package var state: MemoryState

  package init(retrievability: Double, state: MemoryState) {
    self.retrievability = retrievability
    self.state = state
  }
}

extension MemoryModel {
  package func review(
    _ state: MemoryState, elapsedDays: Double, rating: Rating
  ) -> ReviewedMemory {
    ReviewedMemory(
      retrievability: retrievability(state, elapsedDays: elapsedDays),
      state: nextState(state, elapsedDays: elapsedDays, rating: rating))
  }
}
