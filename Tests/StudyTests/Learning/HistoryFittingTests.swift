import FSRS
import Testing

@testable import Study

@Suite("A history is handed to the fit of the memory model")
struct HistoryFittingTests {
  private static func event(
    _ sequence: Int, day: Int, _ action: HistoryEvent.Action
  ) -> HistoryEvent {
    HistoryEvent(
      id: EventID(device: 1, sequence: sequence),
      milliseconds: Int64(day) * 86_400_000 + 12 * 3_600_000, zoneMinutes: 0, action: action)
  }

  @Test("withdrawn answers and drills are left out, grades overrule, the order is that of time")
  func reviews() {
    func review(_ question: String, _ rating: Rating, _ mode: Review.Mode = .study)
      -> HistoryEvent.Action
    {
      .review(Review(question: question, mode: mode, rating: rating))
    }
    var history = History()
    for event in [
      Self.event(4, day: 12, review("b", .easy)),
      Self.event(1, day: 10, review("a", .good)),
      Self.event(2, day: 11, review("b", .again)),
      Self.event(3, day: 11, review("a", .good, .drill)),
      Self.event(5, day: 13, review("a", .good)),
      Self.event(6, day: 13, .undo(of: EventID(device: 1, sequence: 5))),
      Self.event(7, day: 13, .grade(of: EventID(device: 1, sequence: 1), rating: .hard, days: 2)),
      Self.event(8, day: 14, review("a", .again, .exam)),
    ] {
      history.append(event)
    }
    history.sort()
    let timed = history.timedReviews
    #expect(timed.map { history.questions[Int($0.card)] } == ["a", "b", "b", "a"])
    #expect(timed.map(\.day) == [10, 11, 12, 14])
    #expect(timed.map(\.rating) == [.hard, .again, .easy, .again])
  }
}
