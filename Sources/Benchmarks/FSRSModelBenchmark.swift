import FSRS

/// Measures the memory model alone, on one core.
enum FSRSModelBenchmark {
  /// One line of the bench table.
  struct Row {
    var what: String
    var goal: String
    var ours: String
  }

  /// Reviews a second of FSRS-6 over made-up histories of ten reviews.
  static func rows() -> [Row] {
    let cards = 100_000
    let depth = 10
    let histories = reviews(cards: cards, depth: depth)
    var best = Duration.seconds(1_000)
    var sum = 0.0
    for _ in 0..<7 {
      let clock = ContinuousClock()
      let time = clock.measure { sum += replay(histories, depth: depth) }
      best = min(best, time)
    }
    precondition(sum > 0)
    let seconds =
      Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let millions = Double(cards * depth) / seconds / 1e6
    let rounded = (millions * 10).rounded() / 10
    return [
      Row(what: "the model alone, one core", goal: "15 M reviews/s", ours: "\(rounded) M reviews/s")
    ]
  }

  /// One answer of a made-up history.
  private struct Answer {
    var elapsedDays: Float
    var rating: Rating
  }

  /// Histories whose delays grow while they are passed; one answer in nine is Again.
  private static func reviews(cards: Int, depth: Int) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(cards * depth)
    for card in 0..<cards {
      var days: Float = 0
      for step in 0..<depth {
        let draw = SeededDraw.unit(UInt64(card * depth + step))
        let rating: Rating =
          draw < 0.11 ? .again : draw < 0.2 ? .hard : draw < 0.9 ? .good : .easy
        answers.append(Answer(elapsedDays: step == 0 ? 0 : days, rating: rating))
        days = rating == .again ? 1 : min(2_000, (days + 1) * 2)
      }
    }
    return answers
  }

  /// The stabilities of all cards, added up so that no work can be left out.
  private static func replay(_ answers: [Answer], depth: Int) -> Double {
    let model = FSRS6.standard
    var sum = 0.0
    for start in stride(from: 0, to: answers.count, by: depth) {
      var state = model.firstState(answers[start].rating)
      for answer in answers[(start + 1)..<(start + depth)] {
        state = model.nextState(
          state, elapsedDays: Double(answer.elapsedDays), rating: answer.rating)
      }
      sum += state.stability
    }
    return sum
  }
}
