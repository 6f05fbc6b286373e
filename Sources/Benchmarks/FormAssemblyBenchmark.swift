import Study

/// Measures how long a form takes to be built from a large bank.
enum FormAssemblyBenchmark {
  static func rows() -> [FSRSModelBenchmark.Row] {
    let bank = bank()
    var timing = Timing()
    for seed in 0..<9 {
      timing.measure {
        let form = FormAssembly.form(
          bank.profile, questions: bank.questions,
          request: FormRequest(seed: UInt64(seed), date: CalendarDay(number: 20_000)))
        precondition(form.questions.count == 100)
      }
    }
    return [
      FSRSModelBenchmark.Row(
        what: "an exam form from 3,000 questions", goal: "5 ms",
        ours: "\(Timing.text(timing.median)) ms")
    ]
  }

  private static func bank() -> (profile: ExamProfile, questions: [Question]) {
    let profile = ExamProfile(
      id: "CPC", title: "CPC", body: "AAPC", summary: "", questions: 100, unscored: 10,
      minutes: 240, score: .percent(pass: 70), order: .shuffled, isOpenBook: true, books: [],
      allowsBacktracking: true,
      domains: (0..<10).map { .init(id: "d\($0)", title: "Domain \($0)", questions: 10) },
      facts: [])
    let levels = Question.Level.allCases
    let options = (0..<4).map { Question.Option(text: "Option \($0)", isCorrect: $0 == 0) }
    let questions = (0..<3000).map { number -> Question in
      let enemy = "cpc-question-\((number * 7) % 3000)"
      return Question(
        id: "cpc-question-\(number)", exam: "CPC", domain: "d\(number % 10)",
        body: .choice(Question.OptionSet(stem: "Which?", options: options)),
        topic: "a topic", level: levels[number % 7 % 3],
        difficulty: Double(number % 61) / 100 + 0.3,
        exhibit: number % 20 == 0 ? "e\(number / 100)" : nil,
        enemies: number % 13 == 0 ? [enemy] : [])
    }
    return (profile, questions)
  }
}
