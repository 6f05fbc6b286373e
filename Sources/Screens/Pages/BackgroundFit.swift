import FSRS
import Study

/// The fit of the memory model's weights that runs by itself while the learner reads a result.
///
/// It goes on with every tick. Nothing is recorded before its end, so that it may be dropped at
/// any moment; then it is tried again after the next session.
package enum BackgroundFit: Equatable, Sendable {
  /// The page has not been drawn yet.
  case waiting
  /// The answers were asked for.
  case reading
  case running(WeightsFit)
  /// The old weights stay.
  case kept(FitOutcome)
  case taken(TakenWeights)
  case takenBack
  /// Nothing to do, or given up.
  case off

  /// New weights that are in use, with what is needed to tell of them and to take them back.
  package struct TakenWeights: Equatable, Sendable {
    /// The event that set them.
    package var event: EventID
    package var outcome: FitOutcome
    /// The dates that the old weights would set.
    package var before: DueCounts
  }

  /// The reviews of one slice: 1 to 4 ms of work on two cores, so that ten times slower machines
  /// stay near 30 ms.
  package static let slice = 30_000

  /// Whether a fit is due: enough new answers, and a history that may be written.
  static func isDue(in world: World) -> Bool { !world.isReadOnly && world.progress.isFitDue }

  /// Whether `u` belongs to the weights on this page, even after it has taken them back.
  var ownsUndo: Bool {
    switch self {
    case .taken, .takenBack: true
    case .waiting, .reading, .running, .kept, .off: false
    }
  }

  /// Whether new weights were taken and can be taken back.
  var isTaken: Bool {
    if case .taken = self { return true }
    return false
  }

  /// Whether ticks move it on.
  var isUnderWay: Bool {
    switch self {
    case .waiting, .reading, .running: true
    case .kept, .taken, .takenBack, .off: false
    }
  }

  /// The share of the work that is done, 0 to 1; nil where none is under way.
  func progress(in world: World) -> Double? {
    switch self {
    case .waiting: BackgroundFit.isDue(in: world) ? 0 : nil
    case .reading: 0
    case .running(let fit): fit.progress
    case .kept, .taken, .takenBack, .off: nil
    }
  }

  /// Goes on by one slice.
  mutating func advance(in world: World, at now: Now) -> [Effect] {
    switch self {
    case .waiting:
      guard BackgroundFit.isDue(in: world) else {
        self = .off
        return []
      }
      self = .reading
      return [.readReviews]
    case .reading:
      guard let reviews = world.reviews else {
        self = .off
        return []
      }
      self = .running(WeightsFit(reviews, current: world.progress.model))
    case .running(var fit):
      fit.advance(reviews: BackgroundFit.slice)
      self = .running(fit)
      if let outcome = fit.outcome { return conclude(outcome, in: world, at: now) }
    case .kept, .taken, .takenBack, .off: break
    }
    return []
  }

  /// Records that it was tried, and the new weights where they are better.
  private mutating func conclude(
    _ outcome: FitOutcome, in world: World, at now: Now
  ) -> [Effect] {
    let tried = HistoryEvent.Action.setting(
      key: LearnerSettings.Key.fitted, value: .number(Double(world.progress.answerCount)))
    guard case .better = outcome.verdict else {
      self = .kept(outcome)
      return [.record([world.event(tried, at: now)])]
    }
    let weights = world.event(
      .setting(key: LearnerSettings.Key.weights, value: .numbers(outcome.weights)), at: now)
    self = .taken(
      TakenWeights(
        event: weights.id, outcome: outcome,
        before: DueCounts(world.deck(at: now), asSetBy: world.progress)))
    return [.record([weights, world.event(tried, at: now, offset: 1)]), .saveSnapshot]
  }

  /// Brings the old weights back.
  mutating func takeBack(in world: World, at now: Now) -> [Effect] {
    guard case .taken(let taken) = self else { return [] }
    self = .takenBack
    return [.record([world.event(.undo(of: taken.event), at: now)]), .saveSnapshot]
  }
}
