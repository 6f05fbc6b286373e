import Study

extension SettingsScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    frame.header("Settings", right: world.learner)
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    for (place, row) in rows(in: world).enumerated() {
      let isHere = place == min(cursor, rows(in: world).count - 1)
      let (name, value) = words(row, in: world, at: now)
      let isTyping = isHere && (typed != nil || isTypingNumber)
      if row == .minutes || row == .learners { block.blank() }
      block.add(line: [
        TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
        TextBlock.Piece(x: 2, text: name, role: isHere ? .selected : .normal),
        TextBlock.Piece(
          x: 22, text: isTyping ? (typed ?? draft ?? "") + "_" : value,
          role: isTyping ? .input : .heading),
      ])
    }
    block.blank()
    block.add(explanation(row(in: world)), role: .muted)
    if !message.isEmpty {
      block.blank()
      block.add(message, role: .warning)
    }
    frame.draw(block, in: frame.bodyArea)
  }

  private func words(_ row: Row, in world: World, at now: Now) -> (String, String) {
    var settings = world.settings
    if let number = NumberRow(row), row == self.row(in: world),
      let value = draft.flatMap({ Int($0) })
    {
      settings.set(number.key, number.setting(value))
    }
    switch row {
    case .exam(let exam):
      guard let plan = settings.exams.first(where: { $0.exam == exam }) else {
        return (exam, "not preparing")
      }
      guard let date = plan.date else { return (exam, "no date yet") }
      return (exam, "\(date)  (\(Wording.examDate(plan, today: now.studyDay)))")
    case .minutes: return ("Minutes a day", "\(settings.minutes)")
    case .newCards: return ("New cards a day", settings.newCards.map(String.init) ?? "by the plan")
    case .retention:
      return ("Retention", "\(Int((settings.retention * 100).rounded())) %")
    case .learners: return ("Learner", world.learner)
    }
  }

  private func explanation(_ row: Row) -> String {
    switch row {
    case .exam:
      "The nearest date is shown first. Questions whose codes do not hold on that day are left out."
    case .minutes: "A session ends at this length; what is left over is named, not hidden."
    case .newCards:
      "By the plan: all cards are met a week before the exam, 5 to 30 a day; 10 without a date."
    case .retention:
      "The chance of recall at which a card comes back. Higher means more reviews each day."
    case .learners: "Each learner has a folder of their own."
    }
  }
}
