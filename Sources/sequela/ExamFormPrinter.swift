import ArgumentParser
import Screens
import Storage
import Study

/// `sequela exam --form`: prints a form, as text or as one JSON object.
struct ExamFormPrinter {
  let workplace: Workplace
  let exam: String?
  let count: Int?
  let seed: UInt64?
  let date: CalendarDay?

  func run() throws {
    // Only a learner who was named changes the form.
    var progress: Progress?
    if workplace.options.learner != nil || exam == nil {
      progress = try learnerProgress()
    }
    guard
      let exam = exam ?? progress?.settings.exams.first?.exam
        ?? workplace.library.profiles().profiles.first?.id
    else {
      throw ValidationError(
        "No exams were found; `sequela bank list` shows where they are looked for.")
    }
    if workplace.options.learner == nil { progress = nil }
    let (catalog, notices) = workplace.load(exam: exam)
    for notice in notices { complain(notice) }
    guard let profile = catalog.profile(exam) else {
      complain("The profile of \(exam) cannot be read; `sequela bank check` tells why.")
      throw Exit.badData
    }
    let today = SystemClock.now().studyDay
    let day = date ?? progress?.settings.plan(for: exam).validityDay(today: today) ?? today
    let form = FormAssembly.form(
      profile, questions: catalog.questions(for: exam),
      request: FormRequest(
        seed: seed ?? SystemClock.seed(), date: day, count: count,
        seen: progress?.seenQuestions(catalog, exam: exam) ?? [:]))
    for sentence in ExamWording.shortcomings(of: form, profile) { complain(sentence) }
    guard !form.questions.isEmpty else { throw Exit.failure }
    print(workplace.options.json ? json(form, profile, catalog).text() : text(form, profile))
  }

  private func learnerProgress() throws -> Progress? {
    var progress = Progress()
    let name = try failing { () throws(StorageError) in
      workplace.options.learner == nil
        ? try workplace.learner() : try workplace.requiredLearner()
    }
    guard let name else { return nil }
    _ = try failing { () throws(StorageError) in
      try workplace.open(name, readOnly: true, progress: &progress)
    }
    return progress
  }

  private func json(_ form: ExamForm, _ profile: ExamProfile, _ catalog: Catalog) -> JSONValue {
    .object([
      .init("exam", .string(form.exam)), .init("seed", .number(Double(form.seed))),
      .init("date", .string(form.date.description)),
      .init(
        "questions",
        .array(
          form.questions.map { question in
            .object([
              .init("id", .string(question.id)), .init("domain", .string(question.domain)),
              .init("pool", .string((catalog.question(question.id)?.pool ?? .study).rawValue)),
              .init("scored", .bool(question.isScored)),
              .init("order", .array(question.order.map { .number(Double($0)) })),
            ])
          })),
      .init(
        "shares", .object(form.shares(profile).map { .init($0.domain, .number($0.share)) })),
      .init("minutes", .number(Double(form.minutes))),
    ])
  }

  private func text(_ form: ExamForm, _ profile: ExamProfile) -> String {
    let unscored = form.questions.count { !$0.isScored }
    var lines = [
      "\(form.exam), form \(form.seed), valid on \(form.date): "
        + "\(Wording.counted(form.questions.count, "question"))"
        + (unscored == 0 ? "" : " (\(unscored) of them unscored)")
        + ", \(Wording.counted(form.minutes, "minute"))"
    ]
    for (domain, share) in form.shares(profile) {
      let count = form.questions.count { $0.domain == domain }
      let title = profile.domain(domain)?.title ?? domain
      lines.append("  \(title): \(count) (\(Int((share * 100).rounded())) %)")
    }
    lines += form.questions.enumerated().map { place, question in
      "\(place + 1)  \(question.id)  \(question.domain)"
    }
    return PlainText.safe(lines.joined(separator: "\n"))
  }
}
