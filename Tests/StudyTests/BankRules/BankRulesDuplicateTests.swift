import Testing

@testable import Study

@Suite("Bank rules about questions that repeat others")
struct BankRulesDuplicateTests {
  private let stem =
    "A patient with long standing heart failure is admitted for acute shortness of breath and is "
    + "given oxygen and a diuretic for three days before discharge home. What is sequenced first?"
  private let options = ["the failure", "the breath", "the oxygen", "the diuretic"]

  private func questions(_ rule: any BankRule.Type, _ questions: [Question]) -> [String] {
    RuleSamples.figure(rule, questions).questions
  }

  @Test("G1 and G2: the same stem is found, with and without the same options")
  func sameStem() {
    let one = RuleSamples.choice("one", stem: stem, options: options)
    let twin = RuleSamples.choice("twin", stem: stem + " ", options: options.reversed(), key: 3)
    let other = RuleSamples.choice("other", stem: stem, options: ["a1", "b1", "c1", "d1"])
    let rekeyed = RuleSamples.choice("rekeyed", stem: stem, options: options, key: 1)
    let plain = RuleSamples.plain(1)
    #expect(questions(ExactDuplicates.self, [one, plain, twin]) == ["one", "twin"])
    #expect(questions(SameStem.self, [one, plain, twin]) == [])
    #expect(questions(ExactDuplicates.self, [one, other, plain]) == [])
    #expect(questions(SameStem.self, [one, other, plain]) == ["one", "other"])
    #expect(questions(SameStem.self, [one, rekeyed]) == ["one", "rekeyed"])
  }

  @Test("G3 and G4: likeness is counted in shingles of three words, digits masked")
  func nearDuplicates() {
    let one = RuleSamples.choice("one", stem: stem, options: options)
    let clone = RuleSamples.choice(
      "clone", stem: stem.replacing("discharge home", with: "discharge"), options: options)
    let variant = RuleSamples.choice(
      "variant",
      stem: stem.replacing("acute shortness of breath", with: "chest pain")
        .replacing("a diuretic", with: "two drugs"), options: options)
    let plain = RuleSamples.plain(1)
    #expect(questions(NearDuplicates.self, [one, plain, clone]) == ["one", "clone"])
    #expect(questions(CloseVariants.self, [one, plain, clone]) == [])
    #expect(questions(NearDuplicates.self, [one, plain, variant]) == [])
    #expect(questions(CloseVariants.self, [one, plain, variant]) == ["one", "variant"])
    let numbered = (1...2).map { number in
      RuleSamples.choice("n\(number)", stem: "At \(number)0 of \(number) days what is due?")
    }
    #expect(questions(NearDuplicates.self, numbered) == ["n1", "n2"])
  }

  @Test("every pair at least so much alike is found, whatever the shingles' rarity")
  func exactness() {
    // Against the plain comparison of all pairs.
    var random = LinearGenerator(state: 11)
    let words = (0..<40).map(RuleSamples.word)
    var stems: [String] = []
    for _ in 0..<60 {
      if let old = stems.randomElement(using: &random), Bool.random(using: &random) {
        var parts = old.split(separator: " ").map(String.init)
        parts[Int.random(in: parts.indices, using: &random)] =
          words[Int.random(in: 0..<40, using: &random)]
        stems.append(parts.joined(separator: " "))
      } else {
        let picked = (0..<20).compactMap { _ in words.randomElement(using: &random) }
        stems.append(picked.joined(separator: " "))
      }
    }
    let sample = RuleSamples.sample(
      stems.enumerated().map { RuleSamples.choice("q-\($0.offset)", stem: $0.element, options: []) }
    )
    let shingles = sample.choices.map { item in
      let parts = item.stem.lower.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      return Set(
        zip(zip(parts, parts.dropFirst()), parts.dropFirst(2)).map { "\($0.0) \($0.1) \($1)" })
    }
    var expected = 0
    for left in shingles.indices {
      for right in shingles.indices where right > left {
        let shared = Double(shingles[left].intersection(shingles[right]).count)
        if shared / Double(shingles[left].union(shingles[right]).count) >= 0.6 { expected += 1 }
      }
    }
    #expect(expected > 5)
    #expect(sample.likePairs.count == expected)
  }

  @Test("G5: the same point in another order of words is found")
  func enemies() {
    let one = RuleSamples.choice(
      "one", stem: "Which modifier tells a bilateral tympanostomy?",
      options: ["fifty", "x1", "x2", "x3"])
    let two = RuleSamples.choice(
      "two", stem: "A tympanostomy is bilateral: tells which modifier?",
      options: ["fifty", "y1", "y2", "y3"])
    let bank = [one, two] + (1...20).map(RuleSamples.plain)
    #expect(questions(EnemyCandidates.self, bank) == ["one", "two"])
    #expect(questions(NearDuplicates.self, bank) == [])
  }
}

/// A small seeded generator (a linear congruence by Knuth).
private struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
