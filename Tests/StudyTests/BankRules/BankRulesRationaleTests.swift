import Testing

@testable import Study

@Suite("Bank rules about rationales")
struct BankRulesRationaleTests {
  @Test("H1: a rationale under 20 words is named, what is said of distractors included")
  func shortRationale() {
    func count(_ rationale: String, _ why: String) -> Int {
      RuleSamples.complaints(
        ShortRationale.self, RuleSamples.choice(rationale: rationale, why: why)
      ).count
    }
    #expect(count("It is the rule.", "It is not.") == 1)
    #expect(count("It is the rule that says so.", "It is not what the rule says.") == 0)
  }

  @Test("H2: a distractor counts as dealt with by its why, its code, its text or its words")
  func distractors() {
    func share(why: String, rationale: String) -> Double? {
      RuleSamples.figure(
        DistractorsDealtWith.self,
        [
          RuleSamples.choice(
            options: ["I69.354", "I63.9", "write the balance off", "appeal the adverse decision"],
            rationale: rationale, why: why)
        ]
      ).rate
    }
    let long = " It is so because the section cited says it in these words."
    #expect(share(why: "It codes the stroke.", rationale: long) == 1)
    #expect(share(why: "Wrong.", rationale: "I63.9 is acute." + long) == 1.0 / 3)
    #expect(share(why: "Wrong.", rationale: "To write the balance off is early." + long) == 1.0 / 3)
    #expect(share(why: "Wrong.", rationale: "A decision is adverse only later." + long) == 1.0 / 3)
    #expect(share(why: "Wrong.", rationale: "That is it." + long) == 0)
  }

  @Test(
    "H3: a rationale that names an option by its letter is named",
    arguments: [
      "Option B is wrong.", "The answer (C) says so.", "Choices A", "See B) for it.",
      "It fails. D describes another case.", "B is for the old year.", "distractor D; it is wrong",
    ])
  func letters(rationale: String) {
    #expect(
      RuleSamples.complaints(OptionLetters.self, RuleSamples.choice(rationale: rationale)).count
        == 1)
  }

  @Test(
    "H3: letters that name no option are left alone",
    arguments: [
      "Medicare Part B is billed.", "Hepatitis B is viral.", "The option Bilateral is wrong.",
      "Answers are due.", "Vitamin D is given.", "Section C.1 applies.", "A is B's neighbor",
    ])
  func noLetters(rationale: String) {
    let found = RuleSamples.complaints(OptionLetters.self, RuleSamples.choice(rationale: rationale))
    #expect(found.count == (rationale.hasPrefix("A is") ? 1 : 0))
  }

  @Test("H4: a rationale that opens with a distractor's own words is counted")
  func opening() {
    func isCounted(_ rationale: String) -> Bool {
      let question = RuleSamples.choice(
        options: ["anterior approach", "posterior route", "lateral window", "medial entry"],
        rationale: rationale)
      return !RuleSamples.figure(RationaleOpening.self, [question]).questions.isEmpty
    }
    #expect(isCounted("The posterior route is what the note tells. It is coded so."))
    #expect(!isCounted("The anterior approach is what the note tells, no posterior route."))
    #expect(!isCounted("The note tells it. It is coded so. No posterior route is meant."))
  }
}
