import Study

extension ExamScreen {
  /// Columns of one question in the grid.
  static let cellWidth = 8

  static func gridColumns(_ width: Int) -> Int { max(1, (width - 4) / cellWidth) }

  mutating func performReview(
    _ command: Command, in world: World, at now: Now
  ) -> Outcome {
    guard case .review(var review) = mode else { return .stay }
    let shown = reviewed(review.filter)
    let place = shown.firstIndex { $0 >= review.cursor } ?? max(0, shown.count - 1)
    func move(_ steps: Int) {
      guard !shown.isEmpty else { return }
      let target = place + steps
      if shown.indices.contains(target) { review.cursor = shown[target] }
    }
    switch command {
    case .left: move(-1)
    case .right: move(1)
    case .up: move(-ExamScreen.gridColumns(world.width))
    case .down: move(ExamScreen.gridColumns(world.width))
    case .type(let digit): typed = String((typed + digit).suffix(3))
    case .erase: typed = String(typed.dropLast())
    case .filter:
      let all = Filter.allCases
      review.filter = all[((all.firstIndex(of: review.filter) ?? 0) + 1) % all.count]
      typed = ""
    case .clock: hidesClock.toggle()
    case .go:
      var target = shown.indices.contains(place) ? shown[place] : exam.position
      if let number = Int(typed) { target = number - 1 }
      typed = ""
      guard exam.items.indices.contains(target) else {
        message = "There are questions 1 to \(exam.items.count)."
        break
      }
      return visit(target, in: world, at: now)
    case .askSubmit:
      mode = .confirmSubmit
      return .stay
    case .back:
      mode = .question
      typed = ""
      return .stay
    default: break
    }
    mode = .review(review)
    return .stay
  }

  mutating func performDialogue(
    _ command: Command, in world: World, at now: Now
  ) -> Outcome {
    switch command {
    case .pause:
      var outcome = record([.pause], in: world, at: now)
      outcome.next = .back
      outcome.effects.append(.saveSnapshot)
      return outcome
    case .askSubmit: mode = .confirmSubmit
    case .askDiscard: mode = .confirmDiscard
    case .discard:
      var outcome = record([.discard], in: world, at: now)
      outcome.next = .back
      outcome.effects.append(.saveSnapshot)
      return outcome
    case .submit: return submit(in: world, at: now)
    case .back: mode = .question
    default: break
    }
    return .stay
  }

  /// Ends the exam and goes on to its report.
  mutating func submit(in world: World, at now: Now) -> Outcome {
    let (report, effects) = ExamSteps.submit(exam, in: world, at: now)
    return Outcome(.replace(.report(ReportScreen(report))), effects: effects)
  }
}
