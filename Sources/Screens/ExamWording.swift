import Study

/// Sentences about exams, the same on the screen and in lines.
package enum ExamWording {
  /// What a form lacks, as sentences; none where it is whole.
  package static func shortcomings(of form: ExamForm, _ profile: ExamProfile) -> [String] {
    var sentences: [String] = []
    if form.questions.isEmpty {
      return ["The bank holds no choice questions of \(form.exam) that are valid on \(form.date)."]
    }
    if form.questions.count < form.wanted {
      sentences.append(
        "The bank is too small for \(form.wanted) questions in the exam's proportion: "
          + "this form has \(form.questions.count).")
    }
    if !form.missing.isEmpty {
      sentences.append(
        "No questions yet: \(form.missing.map(\.title).joined(separator: "; ")).")
    }
    if form.questions.count < ExamForm.leastForVerdict {
      sentences.append(
        "Under \(ExamForm.leastForVerdict) questions there is a score, but no verdict.")
    }
    return sentences
  }

  /// The line of the first page: an exam to go on with, or how the last one went.
  static func standing(in world: World, at now: Now) -> String {
    if let (_, exam) = ExamStartScreen.openExam(in: world) {
      let name = exam.start.exam == world.exam ? "" : exam.start.exam + " "
      return "go on: \(name)\(exam.answeredCount) of \(exam.items.count) answered"
    }
    guard let last = world.progress.exams.scores.last(where: { $0.exam == world.exam }) else {
      return "none yet"
    }
    let days = max(0, now.studyDay - last.studyDay)
    let ago = days == 0 ? "today" : days == 1 ? "yesterday" : Wording.days(days) + " ago"
    return "last: \(last.right) of \(last.scored), \(ago)"
  }

  /// The rules of a sitting in two or three sentences.
  package static func rules(
    of form: ExamForm, _ profile: ExamProfile, extraTime: Int
  ) -> String {
    let minutes = form.minutes * (100 + extraTime) / 100
    let pace = minutes * 60 / max(1, form.questions.count)
    var text = "\(Wording.counted(form.questions.count, "question"))"
    let unscored = form.questions.count { !$0.isScored }
    if unscored > 0 { text += ", \(unscored) of them unscored" }
    text += " in \(Wording.duration(milliseconds: minutes * 60_000)): \(pace) s each"
    if extraTime > 0 { text += ", with \(extraTime) % extra time" }
    text += ". \(passing(profile.score)) "
    if profile.isOpenBook {
      text += "Open book: \(profile.books.joined(separator: "; ")). Key o notes look-ups."
    } else {
      text += "Closed book."
    }
    if !profile.allowsBacktracking { text += " No way back to earlier questions." }
    return text
  }

  private static func passing(_ score: ExamProfile.Score) -> String {
    switch score {
    case .percent(let pass): "Passed with \(Calculator.text(pass)) %."
    case .scaled(let low, let high, let pass, _, _):
      "Passed at \(Calculator.text(pass)) on a scale of \(Calculator.text(low)) to "
        + "\(Calculator.text(high)), whose raw cut is secret."
    }
  }

  /// Time left as `1:12:48`, below an hour `12:48`.
  package static func clock(_ milliseconds: Int) -> String {
    // Rounded up, so that 0:00 is shown only when the time is up.
    let seconds = (max(0, milliseconds) + 999) / 1000
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(padded(seconds % 60))"
      : "\(minutes / 60):\(padded(minutes % 60)):\(padded(seconds % 60))"
  }
}
