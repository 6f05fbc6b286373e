import Study

/// Beginning, going on with and ending a mock exam, the same on the screen and in lines.
package enum ExamSteps {
  /// An exam that begins now, with the events that have to be on disk first.
  package static func begin(
    _ form: ExamForm, _ profile: ExamProfile, extraTime: Int, in world: World, at now: Now
  ) -> (exam: MockExam, effects: [Effect]) {
    let start = form.start(profile, extraTime: extraTime)
    var exam = MockExam(sitting: world.eventID(), start: start)
    exam.run(from: now)
    let first = exam.event(.visit(question: start.questions[0].id), at: now)
    let events = [
      world.event(.exam(exam.event(.start(start), at: now)), at: now),
      world.event(.exam(first), at: now, offset: 1),
    ]
    exam.apply(first, id: events[1].id)
    return (
      exam, [.record(events), .keepClock(ExamClock(sitting: exam.sitting, clock: 0))]
    )
  }

  /// This device's open exam, whichever it is, with its clock running again.
  package static func resume(
    in world: World, at now: Now
  ) -> (exam: MockExam, effects: [Effect])? {
    guard let (sitting, open) = world.progress.exams.openExam(of: world.device) else { return nil }
    var exam = open
    var used = exam.clock
    // A pause has stopped the clock for good; only without one the file knows more.
    if exam.phase == .running, let clock = world.examClock {
      used = clock.resumed(exam, startedAt: sitting.events[0].milliseconds, at: now)
    }
    let step = ExamEvent(sitting: exam.sitting, clock: used, step: .resume)
    let event = world.event(.exam(step), at: now)
    exam.apply(step, id: event.id)
    exam.run(from: now, clock: used)
    var effects: [Effect] = [.record([event])]
    if exam.start.exam != world.exam { effects.insert(.show(exam: exam.start.exam), at: 0) }
    return (exam, effects)
  }

  /// The end of an exam: its report, and what has to be done in this order.
  ///
  /// The report is kept first: killed in between, the exam is still open and submits again.
  package static func submit(
    _ exam: MockExam, in world: World, at now: Now
  ) -> (report: ScoreReport, effects: [Effect]) {
    let open = world.progress.exams.open.first { $0.id == exam.sitting }
    let granted = exam.grantedDays(
      world.progress, load: world.deck(at: now).load(days: 400), at: now)
    let event = world.event(.exam(exam.event(.submit(days: granted), at: now)), at: now)
    // The time up to this moment belongs to the question on screen.
    var exam = exam
    if case .exam(let step) = event.action { exam.apply(step, id: event.id) }
    let report = ScoreReport(
      exam, catalog: world.catalog, progress: world.progress,
      startedAt: open?.events.first?.milliseconds ?? now.milliseconds, at: now)
    // Submitted before, by a step that was only half done.
    guard open != nil else { return (report, [.saveReport(report)]) }
    return (report, [.saveReport(report), .record([event]), .saveSnapshot])
  }
}
