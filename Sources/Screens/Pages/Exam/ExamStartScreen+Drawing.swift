import Study

extension ExamStartScreen {
  package func draw(on frame: inout Frame, in world: World, at now: Now) {
    let today = now.studyDay
    frame.header(
      "Mock exam · \(world.exam)",
      right: "\(world.exam) \(Wording.examDate(world.plan, today: today))")
    var block = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    if let (_, exam) = ExamStartScreen.openExam(in: world) {
      addOpen(exam, to: &block, in: world, at: now)
    } else if let profile = world.profile, let form {
      addRules(form, profile, to: &block, in: world, today: today)
    } else {
      block.add("No exam is chosen yet: choose one in the settings.", role: .warning)
    }
    // The menu stays in sight, whatever the rules take.
    var menu = TextBlock(width: frame.width - 4, using: frame.displayWidth)
    if asksToDiscard {
      menu.add("Throw this exam away? Its answers will count for nothing.", role: .warning)
      menu.add("Enter keeps it; y throws it away.")
    } else {
      for (place, item) in items(in: world).enumerated() {
        addLine(item, isHere: place == cursor, to: &menu)
      }
    }
    let (top, bottom) = frame.bodyArea.split(bottom: menu.lines.count)
    let room = min(top.height, block.lines.count + 1)
    frame.draw(
      block, in: Area(x: top.x, y: top.y, width: top.width, height: max(0, room - 1)),
      scroll: scroll)
    frame.draw(
      menu, in: Area(x: bottom.x, y: top.y + room, width: bottom.width, height: bottom.height))
  }

  private func addOpen(
    _ exam: MockExam, to block: inout TextBlock, in world: World, at now: Now
  ) {
    let name =
      exam.start.exam == world.exam ? "A mock exam" : "A mock exam of \(exam.start.exam)"
    var left = exam.start.limit - exam.clock
    if exam.phase == .running, let clock = world.examClock, clock.sitting == exam.sitting {
      left = exam.start.limit - max(exam.clock, min(clock.clock, exam.start.limit))
    }
    block.add("\(name) is open.", role: .heading)
    block.blank()
    block.add(
      "\(exam.answeredCount) of \(exam.items.count) answered, \(exam.flaggedCount) flagged, "
        + "\(ExamWording.clock(left)) left. Everything is as you left it.")
    block.blank()
    block.add("Another exam can begin when this one is ended.", role: .muted)
  }

  private func addRules(
    _ form: ExamForm, _ profile: ExamProfile, to block: inout TextBlock, in world: World,
    today: CalendarDay
  ) {
    block.add("\(profile.title), \(profile.body)", role: .heading)
    block.blank()
    block.add(ExamWording.rules(of: form, profile, extraTime: extraTime))
    for sentence in ExamWording.shortcomings(of: form, profile) {
      block.add(sentence, role: .warning)
    }
    if !form.questions.isEmpty {
      let seen = form.questions.count { world.progress[$0.id].answers > 0 }
      block.add(
        seen == 0
          ? "You have met none of its questions before."
          : "You have met \(seen) of its \(form.questions.count) questions before "
            + "(\(Wording.percent(seen, of: form.questions.count))): the score will flatter.",
        role: seen == 0 ? .muted : .normal)
    }
    block.blank()
    if let checked = profile.facts.map(\.checked).min() {
      let isOld = profile.facts.contains { $0.isOld(on: today) }
      block.add(
        "The real exam, as checked on \(checked)"
          + (isOld ? " (over a year ago: ask \(profile.body) before you rely on it)" : ""),
        role: isOld ? .warning : .muted)
    }
    for fact in profile.facts where fact.confidence != "low" {
      block.add(fact.claim, role: .muted, indent: 2, label: "·", labelRole: .muted)
    }
  }

  private func addLine(_ item: Item, isHere: Bool, to block: inout TextBlock) {
    let (name, detail) = words(item)
    block.add(line: [
      TextBlock.Piece(x: 0, text: isHere ? "▸" : " ", role: .accent),
      TextBlock.Piece(x: 2, text: name, role: isHere ? .selected : .normal),
      TextBlock.Piece(x: 22, text: detail, role: .muted),
    ])
  }

  private func words(_ item: Item) -> (name: String, detail: String) {
    switch item {
    case .reports: return ("Earlier reports", "of finished mock exams")
    case .resume: return ("Go on", "where it stood, with the same time left")
    case .discard: return ("Throw it away", "nothing of it will count")
    case .begin:
      guard let form else { return ("Begin", "") }
      let minutes = form.minutes * (100 + extraTime) / 100
      return (
        "Begin",
        "\(Wording.counted(form.questions.count, "question")), "
          + Wording.duration(milliseconds: minutes * 60_000)
      )
    case .length:
      return ("Length", isQuick ? "quick quiz (Enter: whole)" : "whole (Enter: quick quiz)")
    case .extraTime:
      return ("Extra time", extraTime == 0 ? "none (Enter: 25 %)" : "\(extraTime) %")
    }
  }
}
