import Foundation
import Screens
import Storage
import Study
import TestSupport
import Testing

/// Every question of the shipped banks as a mock exam shows it.
@Suite struct ExamFitTests {
  private static let banks = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "QuestionBanks").path

  @Test(
    "A terminal of 80x24 shows every question with all its options",
    arguments: ["CPC", "RHIT", "CCA"])
  func fits(exam: String) throws {
    let loaded = BankLibrary(folders: [BankFolder(Self.banks)])
      .load(exam: exam)
    let catalog = Catalog(profiles: loaded.profiles, banks: loaded.banks)
    let questions = catalog.questions(for: exam).filter { $0.kind == .choice }
    #expect(questions.count > 50)
    let start = ExamStart(
      exam: exam, seed: 7, date: nil,
      questions: questions.map {
        ExamQuestion(
          id: $0.id, domain: $0.domain(in: exam) ?? "",
          order: Array(($0.optionSet?.options ?? []).indices))
      }, minutes: 600, rules: ExamStart.Rules(isOpenBook: true))
    var sitting = MockExam(sitting: EventID(device: 42, sequence: 1), start: start)
    sitting.run(from: .evening)
    let world = World(learner: "Ada", catalog: catalog, exam: exam, device: 42)
    var rehearsal = Rehearsal(world: world, page: .exam(ExamScreen(sitting, at: .evening)))
    for (place, question) in questions.enumerated() {
      let frame = rehearsal.frame(80, 24)
      // The row below the question tells where something of it is out of sight.
      #expect(
        !frame.text[21].contains("↓ more"), "\(question.id)\n\(frame.text.joined(separator: "\n"))")
      if place + 1 < questions.count { rehearsal.press(.right) }
    }
  }
}
