/// The questions of one exam's banks, ready to be counted.
package struct BankSample: Sendable {
  package let exam: ExamProfile
  /// Every question, in the order of the files.
  package let items: [BankItem]
  /// Those with four options and one key: what the counts are about.
  package let choices: [BankItem]
  /// The day on which questions are judged.
  package let day: CalendarDay
  /// Whether the exam's banks are all here, so that shares of domains mean something.
  package let isWhole: Bool
  /// The code tables that the author holds.
  package let codes: CodeTables?
  let words: WordTable
  /// Pairs of choices with nearly the same words, likeness 0.60 at least.
  let likePairs: [LikePairs.Pair]

  /// Reads the banks of one exam; questions that other exams share with it are not counted.
  package init(
    _ banks: [QuestionBank], of exam: ExamProfile, on day: CalendarDay, isWhole: Bool = true,
    codes: CodeTables? = nil
  ) {
    self.exam = exam
    self.day = day
    self.isWhole = isWhole
    self.codes = codes
    var words = WordTable()
    var items: [BankItem] = []
    for bank in banks where bank.exam == exam.id {
      for question in bank.questions {
        items.append(BankItem(question, file: bank.file, words: &words))
      }
    }
    self.items = items
    choices = items.filter(\.isChoice)
    self.words = words
    likePairs = LikePairs(choices, words: words).pairs(atLeast: 0.60)
  }

  /// The ids of the choices that a test flags, those that waive the rule apart.
  func flagged(by rule: String, where test: (BankItem) -> Bool) -> [String] {
    var ids: [String] = []
    for index in choices.indices where test(choices[index]) {
      if !choices[index].waived.contains(rule) { ids.append(choices[index].question.id) }
    }
    return ids
  }

  /// The ids of all questions of some pairs, each once, in the order of the bank.
  func ids(of pairs: [LikePairs.Pair]) -> [String] {
    Set(pairs.flatMap { [$0.first, $0.second] }).sorted().map { choices[$0].question.id }
  }

  /// The first few pairs by name: `cpc-1 and cpc-2 (0.85)`.
  func names(of pairs: [LikePairs.Pair]) -> String {
    pairs.prefix(5).map { pair in
      let (first, second) = (choices[pair.first].question.id, choices[pair.second].question.id)
      return "\(first) and \(second) (\(BankFigure.decimal(pair.likeness, 2)))"
    }.joined(separator: "; ")
  }
}
