import Testing

@testable import Study

@Suite("Bank rules about what a bank covers")
struct BankRulesCoverageTests {
  private func bank(a: Int, b: Int) -> [Question] {
    (0..<a).map { RuleSamples.choice("a-\($0)", domain: "a") }
      + (0..<b).map { RuleSamples.choice("b-\($0)", domain: "b") }
  }

  /// The domain of a bank file is its questions' own here.
  private func figure(_ rule: any BankRule.Type, _ questions: [Question], isWhole: Bool = true)
    -> BankFigure
  {
    rule.figure(of: RuleSamples.sample(questions, isWhole: isWhole))
  }

  @Test("K1: each domain has its share of a form, or one question more or less")
  func shares() {
    #expect(figure(BlueprintShare.self, bank(a: 60, b: 40)).verdict == .pass)
    #expect(figure(BlueprintShare.self, bank(a: 62, b: 38)).verdict == .pass)
    #expect(figure(BlueprintShare.self, bank(a: 70, b: 30)).verdict == .warn)
    #expect(figure(BlueprintShare.self, bank(a: 2, b: 1)).verdict == .pass)
    #expect(figure(BlueprintShare.self, bank(a: 70, b: 30), isWhole: false).verdict == .unjudged)
  }

  @Test("K1: a published range counts where there is one")
  func ranges() {
    var exam = RuleSamples.exam
    exam.domains[0].percent = 70...80
    let banks = [
      QuestionBank(exam: "CPC", domain: "a", title: "A", questions: bank(a: 75, b: 25))
    ]
    let sample = BankSample(banks, of: exam, on: RuleSamples.day)
    let figure = BlueprintShare.figure(of: sample)
    #expect(figure.value == "1 of 2 domains off")
    #expect(figure.note.hasPrefix("b 25.0 %"))
  }

  @Test("K2: whole forms are those that the scarcest domain fills")
  func forms() {
    #expect(figure(WholeForms.self, bank(a: 60, b: 11)).value == "2")
    #expect(figure(WholeForms.self, bank(a: 60, b: 11)).verdict == .pass)
    #expect(figure(WholeForms.self, bank(a: 60, b: 3)).verdict == .warn)
    #expect(figure(WholeForms.self, bank(a: 60, b: 3)).note == "b fills 0.8")
  }

  @Test("K3: a duty without a question is named")
  func duties() {
    let some = RuleSamples.choice(duties: [.coding, .billing])
    let all = RuleSamples.choice(duties: Question.Duty.allCases)
    #expect(figure(DutiesCovered.self, [all]).verdict == .pass)
    #expect(figure(DutiesCovered.self, [some]).verdict == .warn)
    #expect(
      figure(DutiesCovered.self, [some]).note == "none for records, ehr, compliance, clarification")
  }

  @Test("K4: recall is held to 35 and 50 percent")
  func levels() {
    func verdict(_ recall: Int) -> BankFigure.Verdict {
      let bank = (0..<100).map { index in
        RuleSamples.choice("q-\(index)", level: index < recall ? .recall : .analysis)
      }
      return figure(LevelMix.self, bank).verdict
    }
    #expect(verdict(35) == .pass)
    #expect(verdict(36) == .warn)
    #expect(verdict(51) == .fail)
    #expect(figure(LevelMix.self, [RuleSamples.choice(level: nil)]).verdict == .unjudged)
  }

  @Test("what a bank holds is counted by what an author plans by")
  func holdings() {
    var shared = RuleSamples.choice("shared", domain: "x")
    shared.exam = "CCA"
    shared.alsoIn = [Question.Placement(exam: "CPC", domain: "a")]
    var old = RuleSamples.choice("old", level: nil, domain: "b", duties: [.coding])
    old.valid.to = CalendarDay(year: 2026, month: 1, day: 1)
    let card = Question(
      id: "card", exam: "CPC", domain: "a", body: .flashcard(.init(front: "f", back: "b")),
      topic: "t", pool: .mock)
    let holdings = BankHoldings(
      [
        QuestionBank(
          exam: "CPC", domain: "a", title: "A", questions: bank(a: 12, b: 7) + [shared, old, card])
      ],
      of: RuleSamples.exam, on: RuleSamples.day)
    #expect(holdings.questions == 21)
    #expect(holdings.shared == 1)
    #expect(holdings.forms == 2)
    #expect(holdings.expired == 1)
    #expect(holdings.domains.map(\.questions) == [13, 8])
    #expect(holdings.domains.map(\.choices) == [12, 8])
    #expect(holdings.kinds.map(\.count) == [20, 0, 0, 1])
    #expect(holdings.levels.map(\.count) == [0, 19, 0, 2])
    #expect(holdings.pools.map(\.count) == [20, 1])
    #expect(holdings.duties.map(\.count) == [0, 1, 0, 0, 0, 0, 20])
    #expect(holdings.years.map(\.name) == ["2025-10-01", "no date"])
    #expect(holdings.years.map(\.count) == [20, 1])
  }
}
