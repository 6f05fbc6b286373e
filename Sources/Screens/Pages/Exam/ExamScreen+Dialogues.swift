import Study

extension ExamScreen {
  /// Draws what is asked before the exam is left, submitted or thrown away.
  func drawDialogue(on frame: inout Frame, at now: Now) {
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    switch mode {
    case .leave:
      block.add("Leave the exam?", role: .heading)
      block.blank()
      let choices = [
        (
          "Enter, p",
          "pause: the clock stops, and all goes on where it stood (a real exam does not)"
        ),
        ("s", "submit: see the report; \(exam.items.count - exam.answeredCount) are unanswered"),
        ("d", "throw it away: nothing of it counts"),
        ("Esc", "stay"),
      ]
      for (key, text) in choices { block.add(text, indent: 12, label: "  " + key, labelRole: .key) }
      block.blank()
      block.add("The clock runs while you think about it.", role: .muted)
    case .confirmSubmit:
      block.add("Submit the exam?", role: .heading)
      block.blank()
      addOpenQuestions(to: &block)
      block.blank()
      block.add("Enter submits. Esc goes back to the questions.")
    case .confirmDiscard:
      block.add("Throw this exam away?", role: .warning)
      block.blank()
      block.add(
        "\(Wording.counted(exam.answeredCount, "answer")) would count for nothing. "
          + "Enter keeps the exam; y throws it away.")
    default: break
    }
    frame.draw(block, in: frame.bodyArea)
  }

  /// Names what is unanswered, flagged or guessed.
  private func addOpenQuestions(to block: inout TextBlock) {
    let lists = [
      ("unanswered", reviewed(.unanswered)), ("flagged", reviewed(.flagged)),
      ("guessed", reviewed(.guessed)),
    ]
    if lists[0].1.isEmpty { block.add("All \(exam.items.count) questions are answered.") }
    for (place, (name, list)) in lists.enumerated() where !list.isEmpty {
      let shown = list.prefix(40).map { "\($0 + 1)" }.joined(separator: ", ")
      let more = list.count > 40 ? " and \(list.count - 40) more" : ""
      block.add(
        "\(list.count) \(name): \(shown)\(more)", role: place == 0 ? .warning : .normal)
    }
  }
}
