import Screens
import Study
import TestSupport

/// Exams that the tests sit.
enum ExamSample {
  static let exhibit = Exhibit(
    id: "case-1", title: "Operative report",
    text: (1...24).map { "Line \($0) of the report tells what was done to the patient." }
      .joined(separator: "\n"))

  /// An exam of twelve questions in 30 minutes, two of them on a long record.
  static let profile: ExamProfile = {
    var profile = ExamProfile.make()
    profile.questions = 12
    profile.minutes = 90
    profile.domains = [
      .init(id: "em", title: "Evaluation and Management", questions: 6),
      .init(id: "icd-10-cm", title: "ICD-10-CM", questions: 4),
      .init(id: "cases", title: "Cases", questions: 2),
    ]
    profile.facts = [
      .init(
        claim: "100 questions in 4 hours", source: "AAPC",
        checked: CalendarDay(year: 2026, month: 11, day: 22), confidence: "high")
    ]
    return profile
  }()

  static let questions: [Question] =
    (1...8).map { .choice("cpc-em-00\($0)", domain: "em") }
    + (1...5).map { .choice("cpc-icd-00\($0)", domain: "icd-10-cm", pool: .mock) }
    + (1...2).map { .choice("cpc-case-00\($0)", domain: "cases", exhibit: "case-1") }

  static func world(
    _ progress: Progress = Progress(), profile: ExamProfile = profile,
    questions: [Question] = questions
  ) -> World {
    World(
      learner: "Ada", learners: ["Ada"],
      catalog: Catalog(
        profiles: [profile],
        banks: [
          QuestionBank(
            exam: profile.id, domain: "em", title: "Bank", exhibits: [exhibit],
            questions: questions)
        ]),
      progress: progress, exam: profile.id, device: 42, nextSequence: 1000)
  }

  /// The page before the exam.
  static func start(_ world: World = world()) -> Rehearsal {
    Rehearsal(
      world: world, page: .examStart(ExamStartScreen(in: world, at: .evening, seed: 7)))
  }

  /// An exam that has begun, after some keys.
  static func sitting(_ keys: String = "", world: World = world()) -> Rehearsal {
    var rehearsal = Rehearsal(world: world, page: .home(HomeScreen()))
    rehearsal.app = App(
      world: world, page: .examStart(ExamStartScreen(in: world, at: .evening, seed: 7)))
    rehearsal.press(.enter)
    rehearsal.type(keys)
    return rehearsal
  }

  /// A whole exam: the first wrong and sure, the second a right guess, the third changed from
  /// right to wrong, one left out, the others right.
  static func report(world: World = world()) -> Rehearsal {
    var rehearsal = sitting(world: world)
    let count = exam(rehearsal)?.items.count ?? 0
    for place in 0..<count {
      switch place {
      case 0: choose(right: false, in: &rehearsal)
      case 1:
        choose(right: true, in: &rehearsal)
        rehearsal.press(.character("g"))
      case 2:
        choose(right: true, in: &rehearsal)
        choose(right: false, in: &rehearsal)
      case 4: rehearsal.press(.character("o"), .character("o"))
      default: choose(right: true, in: &rehearsal)
      }
      rehearsal.press(.enter)
    }
    rehearsal.press(.character("S"), .enter)
    return rehearsal
  }

  /// The exam on screen.
  static func exam(_ rehearsal: Rehearsal) -> MockExam? {
    guard case .exam(let screen) = rehearsal.app.page else { return nil }
    return screen.exam
  }

  /// Chooses a right or a wrong option of the question on screen, by its digit.
  static func choose(right: Bool, in rehearsal: inout Rehearsal) {
    guard let item = exam(rehearsal)?.item,
      let place = item.question.order.firstIndex(where: { ($0 == 0) == right })
    else { return }
    rehearsal.press(.character(Character("\(place + 1)")))
  }
}
