import Testing

@testable import Study

@Suite("Bank rules about stems")
struct BankRulesStemTests {
  private func flagged(_ rule: any BankRule.Type, stem: String) -> Bool {
    !RuleSamples.figure(rule, [RuleSamples.choice(stem: stem)]).questions.isEmpty
  }

  private func named(_ rule: any QuestionRule.Type, stem: String) -> Bool {
    !RuleSamples.complaints(rule, RuleSamples.choice(stem: stem)).isEmpty
  }

  @Test("A6: a stem that asks nothing is counted")
  func openStem() {
    for bad in ["The coder looks at the claim.", "Why is?", "A note says all that is known"] {
      #expect(flagged(OpenStem.self, stem: bad))
    }
    for good in [
      "What should the coder do?", "Choose the best code:", "The modifier for it is ____ here.",
      "The service is reported with",
    ] {
      #expect(!flagged(OpenStem.self, stem: good))
    }
  }

  @Test("E4: a stem that ends in an article is named")
  func grammarCue() {
    for bad in ["The provider performs a", "The right word is an", "This is called an:"] {
      #expect(named(GrammarCue.self, stem: bad))
    }
    for good in ["This is called a(n)", "This is called a/an", "What is vitamin A?", "It is the"] {
      #expect(named(GrammarCue.self, stem: good) == (good == "What is vitamin A?"))
    }
  }

  @Test("F1 and F2: negative questions are counted, and named where the word is not in capitals")
  func negation() {
    for stem in ["Which step is not taken here?", "Each is done except:", "Which code isn't used?"]
    {
      #expect(flagged(NegativeStems.self, stem: stem))
      #expect(named(PlainNegation.self, stem: stem))
    }
    for stem in [
      "Which step is NOT taken here?", "Each is done EXCEPT:", "Which is **not** used here?",
    ] {
      #expect(flagged(NegativeStems.self, stem: stem))
      #expect(!named(PlainNegation.self, stem: stem))
    }
    for stem in ["The wound is not infected. Which code is used?", "Which notice is used?"] {
      #expect(!flagged(NegativeStems.self, stem: stem))
      #expect(!named(PlainNegation.self, stem: stem))
    }
  }

  @Test("F3: stems that only ask what is true are counted")
  func unfocused() {
    for bad in [
      "Which of the following is true?",
      "Which one of the following statements about consent is correct?",
      "Which of the following statements regarding an appeal at this plan is accurate?",
    ] {
      #expect(flagged(UnfocusedStems.self, stem: bad))
    }
    for good in [
      "Which of the following codes is correct?", "Which of the following is the correct modifier?",
      "Which of the following should be done first?", "Which consent is valid here?",
    ] {
      #expect(!flagged(UnfocusedStems.self, stem: good))
    }
  }

  @Test("F4: a stem is named over 120 words and counted over 220")
  func longStem() {
    func stem(_ words: Int) -> String {
      String(repeating: "word ", count: words - 3) + "what is done?"
    }
    #expect(!named(LongStem.self, stem: stem(120)))
    #expect(named(LongStem.self, stem: stem(121)))
    #expect(!flagged(LongStem.self, stem: stem(220)))
    #expect(flagged(LongStem.self, stem: stem(221)))
  }

  @Test("F5: the reading grade follows sentence and word length")
  func readingGrade() throws {
    func grade(_ stem: String) throws -> Double {
      try #require(RuleSamples.figure(ReadingGrade.self, [RuleSamples.choice(stem: stem)]).rate)
    }
    // 9 words, 2 sentences, 10 groups of vowels ("used" has two): 0.39 x 4.5 + 11.8 x 10/9 - 15.59.
    #expect(
      abs(
        try grade("The man fell down. Which code is used here?") - (0.39 * 4.5 + 118.0 / 9 - 15.59))
        < 0.01)
    let hard =
      "Institutional documentation necessitates interdisciplinary reconciliation procedures."
    #expect(try grade(hard) > 16)
    #expect(
      RuleSamples.figure(ReadingGrade.self, [RuleSamples.choice(stem: hard)]).verdict == .fail)
  }
}
