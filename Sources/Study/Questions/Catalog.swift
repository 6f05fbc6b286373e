/// Every question of every loaded bank, found by id, by exam, and by exhibit.
package struct Catalog: Equatable, Sendable {
  package let profiles: [ExamProfile]
  package let questions: [Question]
  private let positions: [String: Int]
  private let exhibits: [String: Exhibit]
  /// Positions of the questions that each exam asks, its own and those of other banks.
  private let byExam: [String: [Int]]

  package init(profiles: [ExamProfile], banks: [QuestionBank]) {
    self.profiles = profiles
    var questions: [Question] = []
    questions.reserveCapacity(banks.reduce(0) { $0 + $1.questions.count })
    var exhibits: [String: Exhibit] = [:]
    for bank in banks {
      questions += bank.questions
      for exhibit in bank.exhibits { exhibits[exhibit.id] = exhibit }
    }
    var positions: [String: Int] = [:]
    positions.reserveCapacity(questions.count)
    var byExam: [String: [Int]] = [:]
    for (position, question) in questions.enumerated() {
      positions[question.id] = position
      byExam[question.exam, default: []].append(position)
      for place in question.alsoIn where place.exam != question.exam {
        byExam[place.exam, default: []].append(position)
      }
    }
    self.questions = questions
    self.positions = positions
    self.exhibits = exhibits
    self.byExam = byExam
  }

  package static func == (left: Catalog, right: Catalog) -> Bool {
    left.profiles == right.profiles && left.questions == right.questions
      && left.exhibits == right.exhibits
  }

  package func profile(_ exam: String) -> ExamProfile? { profiles.first { $0.id == exam } }

  package func question(_ id: String) -> Question? { positions[id].map { questions[$0] } }

  /// Whether a question rests on an exhibit.
  package func hasExhibit(_ id: String) -> Bool {
    positions[id].map { questions[$0].exhibit != nil } ?? false
  }

  /// The exhibit that a question rests on.
  package func exhibit(of question: Question) -> Exhibit? {
    question.exhibit.flatMap { exhibits[$0] }
  }

  /// The questions that a candidate of an exam may be asked, in the order of the files.
  package func questions(for exam: String) -> some Sequence<Question> {
    (byExam[exam] ?? []).lazy.map { questions[$0] }
  }

  package func count(for exam: String) -> Int { byExam[exam]?.count ?? 0 }

  /// The title of a domain as the exam's profile has it; the bare id where there is no profile.
  package func domainTitle(_ domain: String, exam: String) -> String {
    profile(exam)?.domain(domain)?.title ?? domain
  }
}
