import ArgumentParser
import Storage
import Study

/// `sequela bank new`: a bank file with one empty question, to be filled in.
struct BankNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print a bank file with one question to fill in.",
    discussion: """
      Write it to a file and fill in the empty texts; `sequela bank check FILE` names what is still \
      missing.

        sequela bank new CPC em > my-questions.json
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The kind of question.", valueName: "kind"))
  var kind: Question.Kind = .choice

  @Argument(help: ArgumentHelp("The exam, for example CPC.", valueName: "exam"))
  var exam: String

  @Argument(help: ArgumentHelp("The domain, for example em.", valueName: "domain"))
  var domain: String

  func run() throws {
    let (profiles, problems) = options.library.profiles()
    guard let profile = profiles.first(where: { $0.id == exam.uppercased() }) else {
      if profiles.isEmpty {
        for problem in problems { complain(problem.sentence) }
        throw Exit.noInput
      }
      let known = profiles.map(\.id).joined(separator: ", ")
      throw ValidationError("No exam \(TextSafety.excerpt(exam)); name one of \(known).")
    }
    guard let place = profile.domain(domain.lowercased()) else {
      let known = profile.domains.map(\.id).joined(separator: ", ")
      throw ValidationError(
        "\(profile.id) has no domain \(TextSafety.excerpt(domain)); name one of \(known).")
    }
    let taken = Set(options.library.load().banks.flatMap(\.questions).map(\.id))
    print(
      BankTemplate.file(of: kind, exam: profile.id, domain: place, taken: taken).text(.pretty))
  }
}

/// A bank file with one question whose texts are empty.
enum BankTemplate {
  /// - Parameter taken: ids that questions have already; the new one gets another.
  static func file(
    of kind: Question.Kind, exam: String, domain: ExamProfile.Domain, taken: Set<String> = []
  ) -> JSONValue {
    [
      "formatVersion": 1, "exam": .string(exam), "domain": .string(domain.id),
      "title": .string(domain.title),
      "questions": [question(of: kind, exam: exam, domain: domain, taken: taken)],
    ]
  }

  /// `my-cpc-em-001`, or the first number after it that is free: `my-` keeps the learner's ids apart
  /// from those of later shipped banks.
  private static func freeID(exam: String, domain: String, taken: Set<String>) -> String {
    var number = 1
    while true {
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      let id = "my-\(exam.lowercased())-\(domain)-\(padded)"
      if !taken.contains(id) { return id }
      number += 1
    }
  }

  private static func question(
    of kind: Question.Kind, exam: String, domain: ExamProfile.Domain, taken: Set<String>
  ) -> JSONValue {
    let id = freeID(exam: exam, domain: domain.id, taken: taken)
    var members: [(String, JSONValue)] = [
      ("id", .string(id)), ("kind", .string(kind.rawValue)), ("topic", ""),
      ("level", "application"), ("difficulty", 0.65), ("pool", "study"),
    ]
    let wrong: JSONValue = ["text": "", "error": "", "why": ""]
    let right: JSONValue = ["text": "", "correct": true]
    switch kind {
    case .choice:
      members += [("stem", ""), ("options", [wrong, right, wrong, wrong])]
    case .multiple:
      members += [("stem", ""), ("options", [wrong, right, wrong, right, wrong])]
    case .code:
      members += [("stem", ""), ("system", "ICD-10-CM"), ("accept", [""])]
    case .flashcard:
      members += [("front", ""), ("back", "")]
    }
    if kind != .flashcard { members.append(("rationale", "")) }
    members.append(("references", [["source": "", "section": ""]]))
    return .object(members.map { JSONValue.Member($0.0, $0.1) })
  }
}
