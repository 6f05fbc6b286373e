/// A made-up exam with a made-up bank, for simulated learners.
package struct SimulatedExam: Sendable {
  package let profile: ExamProfile
  package let catalog: Catalog
  /// Ids of each domain's questions: those to study and those kept for mock exams.
  let study: [[String]]
  let mock: [[String]]

  /// - Parameters:
  ///   - perExamQuestion: questions to study, and questions for mock exams, for one on the form.
  package init(profile: ExamProfile, studyPerExamQuestion: Double, mockPerExamQuestion: Double) {
    self.profile = profile
    var study: [[String]] = []
    var mock: [[String]] = []
    var questions: [Question] = []
    for domain in profile.domains {
      func make(_ pool: Question.Pool, _ ratio: Double) -> [String] {
        (0..<max(4, Int(Double(domain.questions) * ratio))).map { number in
          let id = "\(domain.id)-\(pool == .mock ? "m" : "s")-\(number)"
          questions.append(
            Question(
              id: id, exam: profile.id, domain: domain.id,
              body: .choice(Question.OptionSet(stem: "", options: [])), topic: "", pool: pool))
          return id
        }
      }
      study.append(make(.study, studyPerExamQuestion))
      mock.append(make(.mock, mockPerExamQuestion))
    }
    self.study = study
    self.mock = mock
    catalog = Catalog(
      profiles: [profile],
      banks: [
        QuestionBank(
          exam: profile.id, domain: "", title: "", exhibits: [], questions: questions)
      ])
  }

  /// Three exams of the shapes of the CPC, the RHIT and the CCA.
  package static let all: [SimulatedExam] = [
    SimulatedExam(
      profile: profile(
        "A", counts: [6, 6, 6, 6, 6, 6, 6, 4, 6, 6, 6, 4, 4, 5, 3, 7, 3, 10], unscored: 0,
        score: .percent(pass: 70)),
      studyPerExamQuestion: 4, mockPerExamQuestion: 2),
    SimulatedExam(
      profile: profile("B", counts: [33, 24, 22, 33, 22, 16], unscored: 20, score: scaled),
      studyPerExamQuestion: 3, mockPerExamQuestion: 2),
    SimulatedExam(
      profile: profile("C", counts: [34, 24, 16, 15, 8, 8], unscored: 15, score: scaled),
      studyPerExamQuestion: 3, mockPerExamQuestion: 2),
  ]

  private static let scaled = ExamProfile.Score.scaled(
    low: 100, high: 400, pass: 300, assumedCut: 0.75, assumedBand: 0.70...0.80)

  private static func profile(
    _ id: String, counts: [Int], unscored: Int, score: ExamProfile.Score
  ) -> ExamProfile {
    ExamProfile(
      id: id, title: id, body: "", summary: "", questions: counts.reduce(0, +),
      unscored: unscored, minutes: 120, score: score, order: .shuffled, isOpenBook: false,
      books: [], allowsBacktracking: true,
      domains: counts.enumerated().map { place, count in
        ExamProfile.Domain(id: "d\(place + 1)", title: "Domain \(place + 1)", questions: count)
      }, facts: [])
  }
}
