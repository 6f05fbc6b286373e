import Testing

@testable import Study

@Suite("Bank rules about what gives the key away")
struct BankRulesKeyTests {
  /// The verdicts of a rule on banks with growing shares of flawed questions.
  private func verdicts(
    _ rule: any BankRule.Type, _ shares: [Double], flawed: (Int) -> Question
  ) -> [BankFigure.Verdict] {
    shares.map { RuleSamples.figure(rule, RuleSamples.bank(share: $0, flawed: flawed)).verdict }
  }

  /// A question with one text at the key and others elsewhere.
  private func question(_ index: Int, key: String, others: [String]) -> Question {
    var options = others
    options.insert(key, at: index % 4)
    return RuleSamples.choice("q-\(index)", options: options, key: index % 4)
  }

  @Test("B1: keys at one place are found, and drawn places pass")
  func keyPosition() {
    func verdict(_ keys: (Int) -> Int) -> BankFigure.Verdict {
      RuleSamples.figure(
        KeyPosition.self, (0..<200).map { RuleSamples.choice("q-\($0)", key: keys($0)) }
      ).verdict
    }
    #expect(verdict { $0 % 4 } == .pass)
    #expect(verdict { $0 % 10 < 4 ? 0 : 1 + $0 % 3 } == .fail)
    // 66, 45, 45 and 44: p = .07, but a place 8 points off alone is noise.
    #expect(verdict { $0 < 66 ? 0 : 1 + $0 % 3 } == .pass)
    #expect(verdict { $0 < 70 ? 0 : 1 + $0 % 3 } == .warn)
    let few = (0..<39).map { RuleSamples.choice("q-\($0)", key: 0) }
    #expect(RuleSamples.figure(KeyPosition.self, few).verdict == .unjudged)
  }

  @Test("B2: keys that never or always repeat are found")
  func keyRuns() {
    func verdict(_ keys: (Int) -> Int) -> BankFigure.Verdict {
      RuleSamples.figure(
        KeyRuns.self, (0..<200).map { RuleSamples.choice("q-\($0)", key: keys($0)) }
      ).verdict
    }
    #expect(verdict { $0 % 4 } == .warn)
    #expect(verdict { $0 / 50 } == .warn)
    #expect(verdict { $0 * 2_654_435_761 >> 9 & 3 } == .pass)
  }

  @Test("C1: the longest option as the key is counted against chance")
  func longestOption() {
    let flawed = { (index: Int) in
      self.question(index, key: "Hold the claims", others: ["Hold it", "Send it", "Bill it"])
    }
    #expect(verdicts(LongestOption.self, [0.25, 1], flawed: flawed) == [.fail, .fail])
    // A bank in which the longest is the key by turns.
    let fair = (0..<200).map { index in
      RuleSamples.choice(
        "q-\(index)", options: ["Hold the claims", "Hold it", "Send it", "Bill it"], key: index % 4)
    }
    #expect(RuleSamples.figure(LongestOption.self, fair).verdict == .pass)
    #expect(RuleSamples.figure(LongestOption.self, fair).rate == 0.25)
  }

  @Test("C2 and C3: the shortest, and an option that stands out, are counted as well")
  func otherLengths() {
    func bank(_ key: (Int) -> Int) -> [Question] {
      (0..<200).map { index in
        RuleSamples.choice(
          "q-\(index)",
          options: ["Ask", "Hold the claim", "Send it to the appeals office today", "Bill it now"],
          key: key(index))
      }
    }
    #expect(RuleSamples.figure(ShortestOption.self, bank { _ in 0 }).verdict == .fail)
    #expect(RuleSamples.figure(ShortestOption.self, bank { $0 % 4 }).verdict == .pass)
    #expect(RuleSamples.figure(ConspicuousOption.self, bank { _ in 2 }).verdict == .fail)
    #expect(RuleSamples.figure(ConspicuousOption.self, bank { $0 % 4 }).verdict == .pass)
    #expect(RuleSamples.figure(ConspicuousOption.self, bank { _ in 2 }).questions.count == 200)
  }

  @Test("C4: the ratio of lengths is told and held to its bounds")
  func lengthRatio() {
    func figure(key: Int) -> BankFigure {
      let bank = (0..<200).map { index in
        question(
          index, key: String(repeating: "k", count: key + index % 2),
          others: Array(repeating: String(repeating: "d", count: 40), count: 3))
      }
      return RuleSamples.figure(LengthRatio.self, bank)
    }
    #expect(figure(key: 40).verdict == .pass)
    #expect(figure(key: 44).verdict == .warn)
    #expect(figure(key: 52).verdict == .fail)
    #expect(figure(key: 30).verdict == .fail)
    #expect(figure(key: 52).value == "1.31")
  }

  @Test("C5: options of very uneven length are counted among texts")
  func unevenLengths() {
    let flawed = { (index: Int) in
      RuleSamples.choice(
        "q-\(index)",
        options: [
          "Hold it", "Send the corrected claim to the plan within thirty days of the notice",
          "Bill the plan at once", "Ask the provider first",
        ])
    }
    let bank = RuleSamples.bank(
      share: 0.5, sound: { RuleSamples.choice("q-\($0)") }, flawed: flawed)
    #expect(RuleSamples.figure(UnevenLengths.self, bank).rate == 0.5)
    #expect(RuleSamples.figure(UnevenLengths.self, bank).verdict == .fail)
  }

  @Test("D1 and D2: a key that alone repeats the stem's words is counted")
  func stemWords() {
    func bank(key: Int?) -> [Question] {
      (0..<200).map { index in
        RuleSamples.choice(
          "q-\(index)", stem: "The endoscopy of the stomach was stopped early. What is appended?",
          options: ["stopped endoscopy", "bilateral service", "distinct visit", "repeated work"],
          key: key ?? index % 4)
      }
    }
    #expect(RuleSamples.figure(StemOverlap.self, bank(key: 0)).verdict == .fail)
    #expect(RuleSamples.figure(StemOverlap.self, bank(key: nil)).verdict == .pass)
    #expect(RuleSamples.figure(StemEcho.self, bank(key: 0)).rate == 1)
    #expect(RuleSamples.figure(StemEcho.self, bank(key: 1)).rate == 0)
  }

  @Test("D3: a key that is the middle of its distractors is counted")
  func convergence() {
    func bank(_ key: (Int) -> Int) -> [Question] {
      (0..<200).map { index in
        RuleSamples.choice(
          "q-\(index)",
          options: ["red acute left", "red acute right", "red chronic left", "blue acute left"],
          key: key(index))
      }
    }
    #expect(RuleSamples.figure(Convergence.self, bank { _ in 0 }).verdict == .fail)
    #expect(RuleSamples.figure(Convergence.self, bank { $0 % 4 }).verdict == .pass)
  }

  @Test("J1 and J2: a bank that form alone gives away is solved, a fair one is not")
  func solvedByForm() {
    func bank(isFair: Bool) -> [Question] {
      (0..<120).map { index in
        let plain = RuleSamples.plain(index)
        var options = plain.optionSet?.options.map(\.text) ?? []
        let place = isFair ? (index / 4) % 4 : index % 4
        options[place] += ", because the rule says so"
        return RuleSamples.choice(
          plain.id, stem: plain.stem, options: options, key: index % 4)
      }
    }
    for rule in [TestWise.self, LearnedForm.self] as [any BankRule.Type] {
      #expect(RuleSamples.figure(rule, bank(isFair: false)).verdict == .fail)
      #expect((RuleSamples.figure(rule, bank(isFair: false)).rate ?? 0) > 0.95)
      #expect(RuleSamples.figure(rule, bank(isFair: true)).verdict != .fail)
    }
    #expect(
      RuleSamples.figure(LearnedForm.self, Array(bank(isFair: false).prefix(99))).verdict
        == .unjudged)
  }

  @Test("J3: words that live in keys are learned")
  func solvedByWords() {
    func bank(_ word: (Int) -> String) -> [Question] {
      (0..<200).map { index in
        let plain = RuleSamples.plain(index)
        var options = plain.optionSet?.options.map(\.text) ?? []
        for place in 0..<4 { options[place] += place == index % 4 ? " " + word(index) : " other" }
        return RuleSamples.choice(
          plain.id, stem: plain.stem, options: options, key: index % 4)
      }
    }
    #expect(RuleSamples.figure(LearnedWords.self, bank { _ in "query" }).verdict == .fail)
    #expect(
      RuleSamples.figure(LearnedWords.self, (0..<200).map(RuleSamples.plain)).verdict == .pass)
  }
}
