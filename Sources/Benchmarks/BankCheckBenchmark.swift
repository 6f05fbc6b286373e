import Study

/// Measures how long every rule over a large bank takes.
enum BankCheckBenchmark {
  static func rows() -> [FSRSModelBenchmark.Row] {
    let questions = questions(5000)
    let bank = QuestionBank(exam: "CPC", domain: "d0", title: "Domain", questions: questions)
    var timing = Timing()
    for _ in 0..<5 {
      timing.measure {
        let day = CalendarDay(number: 20_000)
        let audit = BankAudit(BankSample([bank], of: profile, on: day))
        precondition(audit.choices == questions.count)
      }
    }
    return [
      FSRSModelBenchmark.Row(
        what: "every bank rule over 5,000 questions", goal: "1,000 ms",
        ours: "\(Timing.text(timing.median)) ms")
    ]
  }

  private static let profile = ExamProfile(
    id: "CPC", title: "CPC", body: "AAPC", summary: "", questions: 100, unscored: 0, minutes: 240,
    score: .percent(pass: 70), order: .blueprint, isOpenBook: true, books: [],
    allowsBacktracking: true,
    domains: [ExamProfile.Domain(id: "d0", title: "Domain", questions: 100)], facts: [])

  /// Questions of the usual size (a stem of 45 words, options of 8, a rationale of 90) in made-up
  /// words, frequent and rare ones as in prose.
  private static func questions(_ count: Int) -> [Question] {
    var random = SplitMix64(seed: 3)
    func text(_ words: Int) -> String {
      (0..<words).map { _ in
        // The product of two draws is small more often than large, as words are frequent or rare.
        let rank = random.next() % 90 * (random.next() % 90)
        return word(Int(rank))
      }.joined(separator: " ")
    }
    return (0..<count).map { number in
      let key = Int(random.next() % 4)
      let options = (0..<4).map { place in
        let isKey = place == key
        return Question.Option(
          text: text(8), isCorrect: isKey, error: isKey ? "" : text(3),
          why: isKey ? "" : text(20) + ".")
      }
      return Question(
        id: "cpc-\(number)", exam: "CPC", domain: "d0",
        body: .choice(Question.OptionSet(stem: text(45) + "?", options: options)),
        topic: text(3), level: .application, difficulty: 0.6,
        rationale: text(20) + ". " + text(15) + ".",
        references: [Question.Reference(source: "Manual", section: "1")])
    }
  }

  /// A made-up word of two to four syllables, always the same for a rank.
  private static func word(_ rank: Int) -> String {
    let consonants = Array("bcdfghklmnprstvw")
    let vowels = Array("aeiou")
    var rest = rank + 17
    var word = ""
    repeat {
      word.append(consonants[rest % consonants.count])
      word.append(vowels[rest / consonants.count % vowels.count])
      rest /= consonants.count * vowels.count / 4
    } while rest > 0
    return word
  }
}
