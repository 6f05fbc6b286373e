import Study

/// Turns the bytes of an `exam.json` into a profile, and everything wrong with them into problems.
///
/// The profile is there wherever what an exam needs was read and its numbers agree: an unknown key or
/// a faulty fact is named, but takes no exam away.
package enum ExamProfileDecoder {
  /// Reads one file.
  /// - Parameter file: the file as a person would name it.
  package static func decode(_ bytes: [UInt8], file: String) -> (
    profile: ExamProfile?, problems: [BankProblem]
  ) {
    var scanner = BankScanner(bytes, file: file)
    var draft = ExamProfileDraft()
    do throws(JSONError) {
      try scanner.readProfile(into: &draft)
      try scanner.reader.end()
    } catch {
      scanner.note(
        "json", "is not valid JSON: \(error.description)",
        fix: "mend the text there; the exam cannot be used until then", at: error.offset)
      return (nil, scanner.finished())
    }
    let profile = draft.profile(in: &scanner)
    return (profile, scanner.finished())
  }
}

/// The members of an `exam.json`, as far as they were read.
struct ExamProfileDraft {
  var version: Int?
  var id: String?
  var title: String?
  var body: String?
  var summary: String?
  var questions: Int?
  var unscored: Int?
  var minutes: Int?
  var score: ExamProfile.Score?
  var order: ExamProfile.Order?
  var isOpenBook: Bool?
  var books: [String]?
  var allowsBacktracking: Bool?
  var domains: [ExamProfile.Domain]?
  var facts: [ExamProfile.Fact] = []

  /// The profile, where nothing is missing and its numbers agree; notes where they do not.
  func profile(in scanner: inout BankScanner) -> ExamProfile? {
    guard version == BankDecoder.formatVersion, let id, let title, let body, let summary,
      let questions, let unscored, let minutes, let score, let order, let isOpenBook, let books,
      let allowsBacktracking, let domains
    else { return nil }
    let before = scanner.errorCount
    let sum = domains.reduce(0) { $0 + $1.questions }
    if sum != questions {
      scanner.note(
        "blueprint", "the domains hold \(sum) questions, the exam \(questions)",
        fix: "make the domains' questions add up to the exam's", text: "\(sum) of \(questions)")
    }
    if unscored >= questions {
      scanner.note(
        "blueprint", "no question is scored", fix: "make \"unscored\" less than \"questions\"",
        text: "\(unscored) of \(questions)")
    }
    for (index, domain) in domains.enumerated()
    where domains[..<index].contains(where: { $0.id == domain.id }) {
      scanner.note(
        "duplicate-id", "two domains have the same id", fix: "give one of them another id",
        text: domain.id)
    }
    let lines = summary.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count > 2 || lines.contains(where: { $0.count > 74 }) {
      scanner.note(
        "too-long", "summary is more than two lines of 74 columns", fix: "shorten it",
        text: summary)
    }
    guard scanner.errorCount == before else { return nil }
    return ExamProfile(
      id: id, title: title, body: body, summary: summary, questions: questions,
      unscored: unscored, minutes: minutes, score: score, order: order, isOpenBook: isOpenBook,
      books: books, allowsBacktracking: allowsBacktracking, domains: domains, facts: facts)
  }
}
