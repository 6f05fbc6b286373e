import Study

/// Turns the bytes of one bank file into a bank, and everything wrong with them into problems.
///
/// A question with a fault is left out and named; the rest of its file is used. A file that is no JSON,
/// of a newer format, or of an exam or domain that no profile knows is left out as a whole.
package struct BankDecoder: Sendable {
  /// The newest format that is understood.
  package static let formatVersion = 1

  /// The domains of every exam that is known, by the exam's id.
  private let domains: [String: [String]]
  /// Exams that are there, but whose profile cannot be read: their domains are not checked.
  private let unreadable: Set<String>

  package init(profiles: [ExamProfile], unreadable: Set<String> = []) {
    domains = Dictionary(
      profiles.map { ($0.id, $0.domains.map(\.id)) }, uniquingKeysWith: { first, _ in first })
    self.unreadable = unreadable
  }

  /// Reads one file.
  /// - Parameter file: the file as a person would name it.
  package func decode(_ bytes: [UInt8], file: String) -> (
    bank: QuestionBank?, problems: [BankProblem]
  ) {
    let decoded = read(bytes, file: file)
    return (decoded.bank, decoded.problems)
  }

  /// One file as read, with what the checks across files need.
  struct DecodedFile {
    /// The file as a person would name it.
    var file: String
    var bank: QuestionBank?
    var problems: [BankProblem] = []
    /// The ids of all questions, of those left out too.
    var questionIDs: [String] = []
    /// Whether the file ends early, so that ids may be missing.
    var isBroken = false
  }

  func read(_ bytes: [UInt8], file: String) -> DecodedFile {
    var scanner = BankScanner(bytes, file: file)
    var parts = BankParts()
    do throws(JSONError) {
      try scanner.readBank(into: &parts)
      try scanner.reader.end()
    } catch {
      scanner.question = nil
      scanner.note(
        "json", "is not valid JSON: \(error.description)",
        fix: "mend the text there; nothing of this file is used until then", at: error.offset)
      return DecodedFile(
        file: file, problems: scanner.finished(),
        questionIDs: parts.questions.map(\.id) + parts.faulty,
        isBroken: true)
    }
    let place = check(&parts, in: &scanner)
    var decoded = DecodedFile(
      file: file, questionIDs: parts.questions.map(\.id) + parts.faulty)
    if let place {
      decoded.bank = QuestionBank(
        exam: place.exam, domain: place.domain, title: parts.title ?? place.domain,
        file: file, exhibits: parts.exhibits, questions: parts.questions)
    }
    decoded.problems = scanner.finished()
    return decoded
  }

  /// Checks what only the whole file can tell, drops what cannot be used, and returns where the
  /// questions belong; nil where that is not known.
  private func check(_ parts: inout BankParts, in scanner: inout BankScanner) -> Question.Placement?
  {
    guard let version = parts.version, version == Self.formatVersion, let exam = parts.exam,
      let domain = parts.domain
    else { return nil }
    if !unreadable.contains(exam) {
      guard let known = domains[exam] else {
        scanner.note(
          "unknown-exam", "exam is unknown",
          fix: suggestion(for: exam),
          text: exam, at: parts.examPlace)
        return nil
      }
      guard known.contains(domain) else {
        scanner.note(
          "unknown-domain", "domain is none of \(exam)",
          fix: Suggestion.among(known, for: domain)
            ?? "name one of \(known.joined(separator: ", "))",
          text: domain, at: parts.domainPlace)
        return nil
      }
    }
    checkQuestions(&parts, of: exam, domain: domain, in: &scanner)
    return Question.Placement(exam: exam, domain: domain)
  }

  /// Places the questions, and checks what they say of exhibits and of other exams.
  private func checkQuestions(
    _ parts: inout BankParts, of exam: String, domain: String, in scanner: inout BankScanner
  ) {
    let exhibits = Set(parts.exhibits.map(\.id))
    var sound: [Question] = []
    sound.reserveCapacity(parts.questions.count)
    for (var question, place) in zip(parts.questions, parts.questionPlaces) {
      let before = scanner.errorCount
      scanner.question = question.id
      question.exam = exam
      question.domain = domain
      if let exhibit = question.exhibit, !exhibits.contains(exhibit) {
        scanner.note(
          "unknown-exhibit", "exhibit is none of this file",
          fix: Suggestion.among(exhibits.sorted(), for: exhibit)
            ?? "add it to \"exhibits\", or mend the id",
          text: exhibit, at: place)
      }
      for placement in question.alsoIn {
        check(placement, besides: exam, at: place, in: &scanner)
      }
      if scanner.errorCount == before {
        sound.append(question)
      } else {
        parts.faulty.append(question.id)
      }
    }
    scanner.question = nil
    parts.questions = sound
  }

  private func check(
    _ placement: Question.Placement, besides exam: String, at place: Int,
    in scanner: inout BankScanner
  ) {
    if placement.exam == exam {
      scanner.note(
        "unknown-exam", "alsoIn names the question's own exam", fix: "remove it from \"alsoIn\"",
        text: placement.exam, at: place)
    } else if let known = domains[placement.exam] {
      if !known.contains(placement.domain) {
        scanner.note(
          "unknown-domain", "alsoIn names a domain that is none of \(placement.exam)",
          fix: Suggestion.among(known, for: placement.domain)
            ?? "name one of \(known.joined(separator: ", "))",
          text: placement.domain, at: place)
      }
    } else if !unreadable.contains(placement.exam) {
      scanner.note(
        "unknown-exam", "alsoIn names an unknown exam", fix: suggestion(for: placement.exam),
        text: placement.exam, at: place)
    }
  }

  /// What to write instead of an exam that is not known.
  private func suggestion(for exam: String) -> String {
    let known = domains.keys.sorted()
    if known.isEmpty { return "add the exam.json of this exam" }
    return Suggestion.among(known, for: exam)
      ?? "name one of \(known.joined(separator: ", ")), or add its exam.json"
  }
}

/// The members of a bank file, as far as they were read.
struct BankParts {
  var version: Int?
  var exam: String?
  var examPlace: Int?
  var domain: String?
  var domainPlace: Int?
  var title: String?
  var exhibits: [Exhibit] = []
  /// Sound as far as the file's other members do not matter, each with its place in bytes.
  var questions: [Question] = []
  var questionPlaces: [Int] = []
  /// The ids of questions that are left out.
  var faulty: [String] = []
}
