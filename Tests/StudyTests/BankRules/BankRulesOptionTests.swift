import Testing

@testable import Study

@Suite("Bank rules about options")
struct BankRulesOptionTests {
  private func complaints(_ rule: any QuestionRule.Type, option: String) -> Int {
    let others = ["Correct the claim", "Appeal the denial", "Write the balance off"]
    return RuleSamples.complaints(rule, RuleSamples.choice(options: others + [option])).count
  }

  @Test(
    "A4: options that refer to others are named",
    arguments: [
      "All of the above", "None of the above.", "none of these", "Both of these",
      "any of the choices",
      "Each of the answers is used", "All are correct", "None is correct", "None of the listed",
      "A and B", "Both A and C", "(a) or (b)", "A, B", "b & c only", "C and D and A", "I and III",
      "(ii), (iv)", "1 and 2", "1, 2 and 3",
    ])
  func optionReferences(option: String) {
    #expect(complaints(OptionReferences.self, option: option) == 1)
  }

  @Test(
    "A4: options that only look alike are not named",
    arguments: [
      "1,250 units", "$2,400", "All of the codes of the case", "A and P notes",
      "Medicare Parts A and B",
      "Both eyes", "One of the two", "Either side", "I69.354, I10", "II",
    ])
  func standingAlone(option: String) {
    #expect(complaints(OptionReferences.self, option: option) == 0)
  }

  @Test("A5: true and false, or yes and no, are named as options; one alone is not")
  func yesNo() {
    let bad = RuleSamples.choice(options: ["True", "false.", "Only for Medicare", "Unknown"])
    #expect(RuleSamples.complaints(YesNoOptions.self, bad).count == 1)
    let good = RuleSamples.choice(options: ["Yes", "After 30 days", "By appeal", "In writing"])
    #expect(RuleSamples.complaints(YesNoOptions.self, good).isEmpty)
  }

  @Test(
    "E7: options that overlap are named",
    arguments: [
      ["code the sepsis", "code the sepsis first", "code the wound", "query the surgeon"],
      ["1-10 days", "5-15 days", "16-20 days", "21-30 days"],
    ])
  func overlapping(options: [String]) {
    let found = RuleSamples.complaints(
      OverlappingOptions.self, RuleSamples.choice(options: options))
    #expect(found.count == 1)
  }

  @Test(
    "E7: options that touch or share words do not overlap",
    arguments: [
      ["1-10 days", "10-15 days", "16-20 days", "21-30 days"],
      ["code the sepsis", "code the septic joint", "code the wound", "query the surgeon"],
      ["E11.65", "E11.65, Z79.4", "Z79.4", "E11.9"],
    ])
  func apart(options: [String]) {
    #expect(
      RuleSamples.complaints(OverlappingOptions.self, RuleSamples.choice(options: options)).isEmpty)
  }

  @Test("E8 and E10: numbers stand in order and keep it")
  func numbers() {
    let mixed = RuleSamples.choice(options: ["30 days", "10 days", "60 days", "90 days"])
    let rising = RuleSamples.choice(
      options: ["$10", "$1,250", "$2,400.50", "$9,000"], fixedOrder: true)
    let falling = RuleSamples.choice(options: ["90 %", "60 %", "30 %", "10 %"], fixedOrder: false)
    #expect(RuleSamples.complaints(UnorderedNumbers.self, mixed).count == 1)
    #expect(RuleSamples.complaints(UnorderedNumbers.self, rising).isEmpty)
    #expect(RuleSamples.complaints(UnorderedNumbers.self, falling).isEmpty)
    #expect(RuleSamples.complaints(ShuffledNumbers.self, rising).isEmpty)
    #expect(RuleSamples.complaints(ShuffledNumbers.self, falling).count == 1)
    // Five digits are a CPT number, and codes have no order.
    let codes = RuleSamples.choice(options: ["99214", "99213", "99215", "99212-25"])
    #expect(RuleSamples.complaints(UnorderedNumbers.self, codes).isEmpty)
    #expect(RuleSamples.complaints(ShuffledNumbers.self, codes).isEmpty)
  }

  @Test("E5: one option that alone ends in a full stop, or starts small, is counted")
  func oddFormat() {
    func odd(_ options: [String]) -> Int {
      RuleSamples.figure(OddFormat.self, [RuleSamples.choice(options: options)]).questions.count
    }
    #expect(odd(["One thing.", "Two things", "Three things", "Four things"]) == 1)
    #expect(odd(["One thing.", "Two things.", "Three things.", "four things."]) == 1)
    #expect(odd(["One thing.", "Two things.", "Three things", "Four things"]) == 0)
  }

  @Test("E6: one code among texts is counted, two of each are not, nor numbers with ranges")
  func mixedKinds() {
    func mixed(_ options: [String]) -> Int {
      RuleSamples.figure(MixedKinds.self, [RuleSamples.choice(options: options)]).questions.count
    }
    #expect(mixed(["E11.65", "Query the provider", "Hold the claim", "Code nothing"]) == 1)
    #expect(mixed(["E11.65", "E11.9, Z79.4", "Hold the claim", "Code nothing"]) == 0)
    #expect(mixed(["5 days", "10-14 days", "20 days", "30 days"]) == 0)
  }

  @Test("E1: the share of questions with an absolute word is counted against 8 and 20 percent")
  func absoluteWords() {
    func verdict(_ share: Double) -> BankFigure.Verdict {
      let bank = RuleSamples.bank(share: share) { index in
        RuleSamples.choice("q-\(index)", options: ["Always hold", "Send it", "Ask", "Wait"])
      }
      return RuleSamples.figure(AbsoluteWords.self, bank).verdict
    }
    #expect(verdict(0.08) == .pass)
    #expect(verdict(0.15) == .warn)
    #expect(verdict(0.25) == .fail)
  }

  @Test("E2 and E3: words that mark the key, or never stand in it, are found")
  func markedKeys() {
    func bank(_ word: String, inKey: Double) -> [Question] {
      (0..<200).map { index in
        let place = Double(index) < inKey * 200 ? 0 : 1 + index % 3
        var options = ["Hold it", "Send it", "Ask them", "Wait here"]
        options[place] = word + " " + options[place]
        return RuleSamples.choice("q-\(index)", options: options)
      }
    }
    func verdicts(_ word: String, _ rule: any BankRule.Type) -> [BankFigure.Verdict] {
      [0.0, 0.15, 0.25, 0.35, 0.60].map {
        RuleSamples.figure(rule, bank(word, inKey: $0)).verdict
      }
    }
    #expect(verdicts("never", AbsolutesInKey.self) == [.fail, .warn, .pass, .pass, .pass])
    #expect(verdicts("usually", HedgesInKey.self) == [.pass, .pass, .pass, .warn, .fail])
    let few = Array(bank("never", inKey: 0).prefix(29))
    #expect(RuleSamples.figure(AbsolutesInKey.self, few).verdict == .unjudged)
  }

  @Test("E9: a numeric key among the middle values is counted against half")
  func middleNumber() {
    func verdict(_ middle: Double) -> BankFigure.Verdict {
      let bank = (0..<200).map { index in
        RuleSamples.choice(
          "q-\(index)", options: ["10", "20", "30", "40"],
          key: Double(index) < middle * 200 ? 1 + index % 2 : 3 * (index % 2))
      }
      return RuleSamples.figure(MiddleNumber.self, bank).verdict
    }
    #expect(verdict(0.50) == .pass)
    #expect(verdict(0.65) == .warn)
    #expect(verdict(0.80) == .fail)
    #expect(verdict(0.10) == .warn)
  }
}
