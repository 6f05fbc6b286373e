import Study

/// Banks as loaded, with what was left out.
package struct LoadedBanks: Equatable, Sendable {
  package var profiles: [ExamProfile]
  package var banks: [QuestionBank]
  package var problems: [BankProblem]
  /// Every exhibit by its id.
  package let exhibits: [String: Exhibit]
  /// Every question by its id.
  package let questions: [String: Question]

  package init(profiles: [ExamProfile], banks: [QuestionBank], problems: [BankProblem] = []) {
    self.profiles = profiles
    self.banks = banks
    self.problems = problems
    var exhibits: [String: Exhibit] = [:]
    var questions: [String: Question] = [:]
    questions.reserveCapacity(banks.reduce(0) { $0 + $1.questions.count })
    for bank in banks {
      for exhibit in bank.exhibits { exhibits[exhibit.id] = exhibit }
      for question in bank.questions { questions[question.id] = question }
    }
    self.exhibits = exhibits
    self.questions = questions
  }

  /// The profile of an exam.
  package func profile(_ exam: String) -> ExamProfile? { profiles.first { $0.id == exam } }
}
