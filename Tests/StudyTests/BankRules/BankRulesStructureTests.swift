import Testing

@testable import Study

@Suite("Rules of structure")
struct BankRulesStructureTests {
  private func names(_ rule: any StructureRule.Type, _ question: Question) -> Int {
    rule.complaints(about: question).count
  }

  private func several(_ options: [(text: String, isCorrect: Bool)]) -> Question {
    var question = RuleSamples.choice()
    question.body = .multiple(
      Question.OptionSet(
        stem: "Select TWO.",
        options: options.map { Question.Option(text: $0.text, isCorrect: $0.isCorrect, why: "w") }))
    return question
  }

  private func changed(_ change: (inout Question.OptionSet) -> Void) -> Question {
    var question = RuleSamples.choice()
    if case .choice(var set) = question.body {
      change(&set)
      question.body = .choice(set)
    }
    return question
  }

  @Test("a sound question breaks none")
  func sound() {
    for rule in StructureRules.all { #expect(names(rule, RuleSamples.choice()) == 0) }
    let two = several([("a", true), ("b", true), ("c", false)])
    for rule in StructureRules.all { #expect(names(rule, two) == 0) }
  }

  @Test("A1: exactly one key among four, two or more among several, never all")
  func keys() {
    #expect(names(KeyCount.self, changed { $0.options[0].isCorrect = false }) == 1)
    #expect(names(KeyCount.self, changed { $0.options[1].isCorrect = true }) == 1)
    #expect(names(KeyCount.self, several([("a", true), ("b", false), ("c", false)])) == 1)
    #expect(names(KeyCount.self, several([("a", true), ("b", true), ("c", true)])) == 1)
  }

  @Test("A2: four options, or three to six where several are right")
  func counts() {
    #expect(names(OptionCount.self, changed { $0.options.removeLast() }) == 1)
    #expect(names(OptionCount.self, changed { $0.options.append($0.options[1]) }) == 1)
    #expect(names(OptionCount.self, several([("a", true), ("b", true)])) == 1)
  }

  @Test("A3: options are equal but for case, blanks and punctuation at the ends")
  func equalOptions() {
    for text in [
      "APPEAL  the denial to the plan's office.", "appeal the denial to the plan's\u{A0}office",
    ] {
      #expect(names(EqualOptions.self, changed { $0.options[3].text = text }) == 1)
    }
    #expect(names(EqualOptions.self, changed { $0.options[3].text = "Appeal the denial" }) == 0)
  }

  @Test("equal-answers: accepted codes differ by more than case, blanks and the dot")
  func equalAnswers() {
    func count(_ accept: [String]) -> Int {
      var question = RuleSamples.choice()
      question.body = .code(.init(stem: "Code it.", system: .icd10cm, accept: accept))
      return names(EqualAnswers.self, question)
    }
    #expect(count(["E11.65", "e1165", "E11 65"]) == 2)
    #expect(count(["E11.65", "E11.9"]) == 0)
  }

  @Test("a rationale, a why of each distractor, a source and its section are there")
  func reasons() {
    var question = RuleSamples.choice()
    question.rationale = " ."
    #expect(names(RationaleGiven.self, question) == 1)
    #expect(names(WhyGiven.self, changed { $0.options[2].why = "" }) == 1)
    #expect(names(WhyGiven.self, changed { $0.options[0].why = "" }) == 0)
    question.references = []
    #expect(names(SourceGiven.self, question) == 1)
    question.references = [Question.Reference(source: "45 CFR", section: "")]
    #expect(names(SourceGiven.self, question) == 0)
    #expect(names(SectionGiven.self, question) == 1)
    question.body = .flashcard(Question.Flashcard(front: "f", back: "b"))
    #expect(names(RationaleGiven.self, question) == 0)
  }

  @Test("text that may not be shown is found, and written out where it is quoted")
  func textSafety() {
    for bad in [
      "a\u{1B}[2J", "a\u{202E}b", "a\u{2066}b", "a\u{200B}b", "a\u{7F}", "a\u{85}", "a\tb",
      "\u{FEFF}a",
    ] {
      #expect(TextSafety.firstUnsafe(in: bad, lines: true) != nil)
      #expect(TextSafety.firstUnsafe(in: TextSafety.excerpt(bad), lines: false) == nil)
    }
    for good in ["é 漢字 😀 –“”½™", "\u{200D}", "a\nb"] {
      #expect(TextSafety.firstUnsafe(in: good, lines: true) == nil)
    }
    #expect(TextSafety.firstUnsafe(in: "a\nb", lines: false) == "\n")
    #expect(TextSafety.excerpt("a\u{1B}b\nc") == "aU+001Bb c")
    #expect(TextSafety.excerpt("abcdef", limit: 3) == "abc...")
  }
}
