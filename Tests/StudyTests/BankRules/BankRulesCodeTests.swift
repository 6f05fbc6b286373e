import Testing

@testable import Study

@Suite("Bank rules about codes")
struct BankRulesCodeTests {
  /// Two years of ICD-10-CM, one of HCPCS and ICD-10-PCS.
  private let tables = CodeTables([
    CodeTables.Table(
      system: .icd10cm, year: 2026,
      codes: ["I420": true, "I69354": true, "I69352": true, "I69": false, "E1165": true]),
    CodeTables.Table(
      system: .icd10cm, year: 2027,
      codes: [
        "I420": false, "I4200": true, "I69354": true, "I69352": true, "I69": false,
        "E1165": true,
      ]),
    CodeTables.Table(
      system: .hcpcs, year: 2026, codes: ["J1100": true, "J9999": true],
      ended: ["J9999": CalendarDay(year: 2026, month: 6, day: 30)]),
    CodeTables.Table(system: .icd10pcs, year: 2027, codes: ["02HV33Z": true]),
  ])

  private func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }

  private func named(
    _ rule: any QuestionRule.Type, key: String, other: String = "I69.352",
    stem: String = "Which code is assigned?", from: String? = "2025-10-01", to: String? = nil,
    onPurpose: [String] = []
  ) -> [String] {
    let question = RuleSamples.choice(
      stem: stem, options: [key, other, "I69.352, E11.65", "99213"],
      valid: Question.Validity(from: from.flatMap(day), to: to.flatMap(day)),
      invalidOnPurpose: onPurpose)
    return RuleSamples.complaints(rule, question, codes: tables)
  }

  @Test("I1: a key's code must be billable in every year in which the question is asked")
  func keys() {
    #expect(named(KeyCodes.self, key: "I69.354") == [])
    #expect(named(KeyCodes.self, key: "I69.354, E11.65") == [])
    #expect(named(KeyCodes.self, key: "I42.0") == ["I42.0"])
    #expect(named(KeyCodes.self, key: "I42.0", to: "2026-12-31") == [])
    #expect(named(KeyCodes.self, key: "I42.00") == ["I42.00"])
    #expect(named(KeyCodes.self, key: "I42.00", from: "2026-10-01") == [])
    #expect(named(KeyCodes.self, key: "I42.0", from: "2026-10-01") == ["I42.0"])
    #expect(named(KeyCodes.self, key: "I69.35") == ["I69.35"])
    #expect(named(KeyCodes.self, key: "I69") == ["I69"])
    #expect(named(KeyCodes.self, key: "I69", stem: "Which category is used?") == [])
    #expect(named(KeyCodes.self, key: "02HV33Z") == [])
    #expect(named(KeyCodes.self, key: "02HV34Z") == ["02HV34Z"])
  }

  @Test("I1: HCPCS codes are held to their end, CPT numbers and counts to nothing")
  func otherKeys() {
    #expect(named(KeyCodes.self, key: "J1100") == [])
    #expect(named(KeyCodes.self, key: "J1101") == ["J1101"])
    #expect(named(KeyCodes.self, key: "J9999") == ["J9999"])
    #expect(named(KeyCodes.self, key: "J9999", to: "2026-06-30") == [])
    #expect(named(KeyCodes.self, key: "99999, 0001T") == [])
    #expect(named(KeyCodes.self, key: "95165 x10") == [])
  }

  @Test("I1: an accepted code is a key too")
  func accepted() {
    let question = Question(
      id: "k", exam: "CPC", domain: "a",
      body: .code(Question.CodeAnswer(stem: "Report it.", system: .icd10cm, accept: ["I42.0"])),
      topic: "t", rationale: "r", valid: Question.Validity(from: day("2025-10-01")))
    #expect(RuleSamples.complaints(KeyCodes.self, question, codes: tables) == ["I42.0"])
  }

  @Test("I2: wrong options hold real codes, but for those invalid on purpose")
  func distractors() {
    #expect(named(DistractorCodes.self, key: "I69.354") == [])
    #expect(named(DistractorCodes.self, key: "I69.354", other: "I69.359") == ["I69.359"])
    #expect(named(DistractorCodes.self, key: "I69.354", other: "I69") == ["I69"])
    #expect(named(DistractorCodes.self, key: "I69.354", other: "I42.0") == [])
    #expect(
      named(DistractorCodes.self, key: "I69.354", other: "I69.359", onPurpose: ["I69.359"]) == [])
  }

  @Test("I1 and I2 are silent without tables")
  func withoutTables() {
    let question = RuleSamples.choice(options: ["Z99.999", "Y99.999", "X99.999", "W99.999"])
    #expect(RuleSamples.complaints(KeyCodes.self, question).isEmpty)
    #expect(RuleSamples.complaints(DistractorCodes.self, question).isEmpty)
    #expect(RuleSamples.figure(KeyCodes.self, [question]).verdict == .unjudged)
  }

  @Test("I3: a coded question says from when it holds")
  func codeYear() {
    #expect(named(CodeYear.self, key: "I69.354") == [])
    #expect(named(CodeYear.self, key: "I69.354", from: nil) == ["I69.354"])
    #expect(named(CodeYear.self, key: "I69.354", from: nil, to: "2026-12-31") == ["I69.354"])
    let words = RuleSamples.choice(valid: Question.Validity())
    #expect(RuleSamples.complaints(CodeYear.self, words).isEmpty)
  }

  @Test("I4: codes invalid on purpose stand in one wrong option, written as listed")
  func purposely() {
    let sound = named(
      PurposelyInvalid.self, key: "I69.354", other: "55700", onPurpose: ["55700"])
    #expect(sound == [])
    #expect(
      named(PurposelyInvalid.self, key: "I69.354", other: "55700", onPurpose: ["5570"]) == [])
    #expect(
      named(PurposelyInvalid.self, key: "I69.354", onPurpose: ["I69354"]) == ["I69354"])
    #expect(named(PurposelyInvalid.self, key: "55700", onPurpose: ["55700"]) == ["55700"])
    #expect(named(PurposelyInvalid.self, key: "I69.354", onPurpose: ["I69.352"]).count == 1)
  }

  @Test("expired: a question is named from the day after its last")
  func expired() {
    func isNamed(to: String) -> Bool {
      let question = RuleSamples.choice(valid: Question.Validity(to: day(to)))
      return !RuleSamples.complaints(ExpiredQuestions.self, question).isEmpty
    }
    #expect(isNamed(to: "2026-11-21"))
    #expect(!isNamed(to: "2026-11-22"))
  }

  @Test(
    "what has the shape of a code is found in running text",
    arguments: [
      ("I69.354, I10", ["I69.354", "I10"]), ("99213-25", ["99213"]), ("(0DTJ4ZZ)", ["0DTJ4ZZ"]),
      ("J1100 x 4 units", ["J1100"]), ("modifier 25", []), ("E11.65.", ["E11.65"]),
      ("0001U; 0042T", ["0001U", "0042T"]), ("the patient", []), ("s72.001a", ["S72.001A"]),
      ("Medicare Part B", []), ("2026-10-01", []),
    ])
  func shapes(text: String, codes: [String]) {
    #expect(CodeShapes.codes(in: text) == codes)
  }
}
