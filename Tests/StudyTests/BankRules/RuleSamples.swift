@testable import Study

/// Questions and banks made for one rule each.
enum RuleSamples {
  static let day = CalendarDay(year: 2026, month: 11, day: 22)

  /// A choice that no rule has anything against, but for what a test changes.
  static func choice(
    _ id: String = "q-1",
    stem: String =
      "A claim is returned because a modifier is missing. What should the coder do next?",
    options: [String] = [
      "Correct the claim and send it again", "Appeal the denial to the plan's office",
      "Write the balance off as bad debt", "Bill the patient for the amount",
    ],
    key: Int = 0, rationale: String = RuleSamples.rationale, why: String = RuleSamples.why,
    fixedOrder: Bool = false, level: Question.Level? = .application,
    valid: Question.Validity = Question.Validity(from: CalendarDay(year: 2025, month: 10, day: 1)),
    invalidOnPurpose: [String] = [], allow: [Question.Waiver] = [], domain: String = "a",
    duties: [Question.Duty] = []
  ) -> Question {
    Question(
      id: id, exam: "CPC", domain: domain,
      body: .choice(
        Question.OptionSet(
          stem: stem,
          options: options.enumerated().map { index, text in
            Question.Option(
              text: text, isCorrect: index == key, error: index == key ? "" : "an error",
              why: index == key ? "" : why)
          }, fixedOrder: fixedOrder)),
      topic: "claims", level: level, difficulty: 0.6, rationale: rationale,
      references: [
        Question.Reference(source: "Medicare Claims Processing Manual", section: "1.80")
      ],
      valid: valid, invalidOnPurpose: invalidOnPurpose, allow: allow, duties: duties)
  }

  static let rationale =
    "A returned claim was never adjudicated, so it is mended and submitted anew within timely filing."
  static let why = "This step follows a decision, and none was made."

  static let exam = ExamProfile(
    id: "CPC", title: "Coder", body: "AAPC", summary: "For coders.", questions: 10, unscored: 0,
    minutes: 10, score: .percent(pass: 70), order: .blueprint, isOpenBook: true, books: [],
    allowsBacktracking: true,
    domains: [
      ExamProfile.Domain(id: "a", title: "A", questions: 6),
      ExamProfile.Domain(id: "b", title: "B", questions: 4),
    ], facts: [])

  static func sample(
    _ questions: [Question], isWhole: Bool = true, codes: CodeTables? = nil
  ) -> BankSample {
    BankSample(
      [QuestionBank(exam: "CPC", domain: "a", title: "A", file: "a.json", questions: questions)],
      of: exam, on: day, isWhole: isWhole, codes: codes)
  }

  /// What a rule says of one question.
  static func complaints(
    _ rule: any QuestionRule.Type, _ question: Question, codes: CodeTables? = nil
  ) -> [String] {
    let sample = sample([question], codes: codes)
    return sample.items.flatMap { rule.complaints(about: $0, in: sample) }.map(\.text)
  }

  /// The figure of a rule over some questions.
  static func figure(_ rule: any BankRule.Type, _ questions: [Question]) -> BankFigure {
    rule.figure(of: sample(questions))
  }

  /// `count` questions; the first `share` of them made by `flawed`, the others sound.
  static func bank(
    _ count: Int = 200, share: Double, sound: (Int) -> Question = plain,
    flawed: (Int) -> Question
  ) -> [Question] {
    let bad = Int((share * Double(count)).rounded())
    return (0..<count).map { $0 < bad ? flawed($0) : sound($0) }
  }

  /// Sound questions that differ from one another in every word that counts, with the key at each
  /// place in turn and options of equal length.
  static func plain(_ index: Int) -> Question {
    let word = Self.word
    let options = (0..<4).map { "\(word(index * 7 + $0)) \(word(index * 11 + $0 + 300))" }
    return choice(
      "q-\(index)",
      stem: "He has \(word(index + 900)) and is in pain. What is due for \(word(index + 1900))?",
      options: options, key: index % 4)
  }

  /// A made-up word of eight letters, another for each number.
  static func word(_ number: Int) -> String {
    let letters = Array("bcdfghjklmnprtvw")
    var rest = number &* 2_654_435_761 & 0xFFFF_FFFF
    var word = ""
    for _ in 0..<4 {
      word.append(letters[rest & 15])
      word.append("aeiou".dropFirst((rest >> 4) % 5).first ?? "a")
      rest >>= 7
    }
    return word
  }
}
