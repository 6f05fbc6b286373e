import FSRS
import Screens
import Study
import TestSupport

/// Worlds and pages that the tests look at.
enum Sample {
  static let exhibit = Exhibit(
    id: "note-1", title: "Operative report",
    text: """
      PREOPERATIVE DIAGNOSIS: Lesion of the left forearm.
      PROCEDURE: Under local anesthesia a lesion of 1.2 cm was excised with margins of 0.3 cm on \
      each side. The wound was closed in layers over 2.5 cm.
      PATHOLOGY: Basal cell carcinoma, margins free.
      """
        + String(
          repeating: "\nThe patient tolerated the procedure well and was sent home.", count: 16))

  static let questions: [Question] =
    (1...6).map { .choice("cpc-em-00\($0)") } + [
      .choice("cpc-case-001", domain: "cases", exhibit: "note-1"), .multiple("cpc-em-m01"),
      .code("cpc-icd-k01"), .flashcard("cpc-term-c001"), longQuestion,
      .choice("cpc-em-mock", pool: .mock),
    ]

  /// A question that fills more than a small screen, with wide characters.
  static let longQuestion = Question(
    id: "cpc-icd-001", exam: "CPC", domain: "icd-10-cm",
    body: .choice(
      Question.OptionSet(
        stem: String(
          repeating: "A patient is admitted with left-sided weakness that remains from a cerebral "
            + "infarction fourteen months ago, as the physician 漢字 notes. ", count: 4)
          + "Which code is assigned?",
        options: ["I63.9", "I69.352", "I69.354", "G81.92"].enumerated().map { place, code in
          Question.Option(
            text: code + String(repeating: ", with a reason that is long enough to wrap", count: 2),
            isCorrect: place == 2, error: place == 2 ? "" : "error",
            why: place == 2 ? "" : "It is not the code for this case.")
        })),
    topic: "sequela of cerebral infarction",
    rationale: "The sequela code names the residual, the side and the dominance.",
    references: [
      Question.Reference(source: "ICD-10-CM Official Guidelines FY2026", section: "I.C.9.d")
    ])

  static func world(_ progress: Progress = Progress(), notices: [String] = []) -> World {
    World(
      learner: "Ada", learners: ["Ada", "Grace"],
      catalog: .make(questions, exhibits: [exhibit]), progress: progress, exam: "CPC", device: 42,
      nextSequence: 1000, notices: notices)
  }

  static func settings(date: String? = "2027-01-02") -> [HistoryEvent] {
    [
      .make(
        .setting(key: "exam.CPC", value: .text(date ?? "undated")), at: .at(minute: 600, day: -9),
        sequence: 1),
      .make(
        .setting(key: "minutes", value: .number(20)), at: .at(minute: 600, day: -9), sequence: 2),
    ]
  }

  /// A learner of nine days: some cards due, some not.
  static func studied(date: String? = "2027-01-02") -> Progress {
    var progress = Progress()
    for event in settings(date: date) { progress.apply(event) }
    var sequence = 3
    for day in -8...(-1) {
      for (place, question) in questions.prefix(7).enumerated() {
        guard (day + place) % 3 == 0 || day == -8 else { continue }
        let rating: Rating = (place + day) % 5 == 0 ? .again : .good
        progress.apply(
          .make(
            .review(
              Review(
                question: question.id, exam: "CPC", rating: rating, isCorrect: rating.isPass,
                isSure: true, milliseconds: 38_000, days: rating.isPass ? 3 + place : nil)),
            at: .at(minute: 600 + place, day: day), sequence: sequence))
        sequence += 1
      }
    }
    return progress
  }

  /// A session on some cards.
  static func study(_ cards: [String], world: World = world(), mode: Review.Mode = .study)
    -> Rehearsal
  {
    let plan = StudyPlan(
      cards: cards, dueCount: 0, newCount: cards.count, dueLeftOut: 0, minutes: 6)
    return Rehearsal(
      world: world,
      page: .study(
        StudyScreen(
          plan: plan, deck: world.deck(at: .evening), mode: mode, in: world, at: .evening)))
  }
}
