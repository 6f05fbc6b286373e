import ArgumentParser
import Screens
import Storage
import Study

/// A mock exam as a dialogue in lines, timed all the same.
struct PlainExam {
  let workplace: Workplace
  let exam: String?
  let count: Int?
  let seed: UInt64?
  let date: CalendarDay?
  let extraTime: Int

  func run() throws {
    let name = try failing { () throws(StorageError) in try workplace.requiredLearner() }
    var progress = Progress()
    let store = try failing { () throws(StorageError) in
      try workplace.open(name, progress: &progress)
    }
    try? LearnerFolder.remember(name, workplace.locations)
    let open = progress.exams.openExam(of: store.device)
    // An exam that is open goes on; a second one cannot begin.
    if let open, let exam, exam != open.exam.start.exam {
      complain(
        "A mock exam of \(open.exam.start.exam) is open: `sequela exam \(open.exam.start.exam)` "
          + "goes on with it. Another one can begin when it is ended.")
      throw Exit.inUse
    }
    if open != nil, count != nil || seed != nil || date != nil || extraTime != 0 {
      complain("An exam is open and goes on; the options are for the next one.")
    }
    let exam =
      open?.exam.start.exam ?? self.exam ?? progress.settings.exams.first?.exam
      ?? workplace.library.profiles().profiles.first?.id ?? ""
    let (catalog, notices) = workplace.load(exam: exam)
    for notice in notices + store.notices { complain(notice) }
    var world = World(
      learner: name.text, catalog: catalog, progress: progress, exam: exam, device: store.device,
      nextSequence: store.nextSequence, isReadOnly: store.isReadOnly)
    world.examClock = store.examClock()
    let outside = FileOutside(workplace: workplace, store: store)
    let voice: any PlainExamVoice =
      workplace.options.json ? JSONExamVoice() : LineExamVoice()
    var dialogue = PlainExamDialogue(world: world, voice: voice, outside: outside)
    let result = Result {
      if open == nil {
        try dialogue.begin(form(world), extraTime: extraTime)
      } else {
        try dialogue.resume()
      }
      try dialogue.run()
    }
    try? dialogue.outside.saveSnapshot(dialogue.world.progress)
    try result.get()
  }

  private func form(_ world: World) throws -> ExamForm {
    guard let profile = world.profile else {
      complain("The profile of the exam cannot be read; `sequela bank check` tells why.")
      throw Exit.badData
    }
    let today = SystemClock.now().studyDay
    let form = FormAssembly.form(
      profile, questions: world.catalog.questions(for: world.exam),
      request: FormRequest(
        seed: seed ?? SystemClock.seed(), date: date ?? world.plan.validityDay(today: today),
        count: count, seen: world.progress.seenQuestions(world.catalog, exam: world.exam)))
    for sentence in ExamWording.shortcomings(of: form, profile) { complain(sentence) }
    guard !form.questions.isEmpty else { throw Exit.failure }
    return form
  }
}
