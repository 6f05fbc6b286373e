import Study
import Testing

@Suite struct CodeFormTests {
  private func answer(_ system: Question.CodeSystem, _ accept: String) -> Question.CodeAnswer {
    Question.CodeAnswer(stem: "Which code?", system: system, accept: [accept])
  }

  @Test(
    "What may be a code of the system is an answer, right or wrong",
    arguments: [
      (Question.CodeSystem.icd10cm, "K40.21", ["K40", "k4021", " e11 9", "S52.501A", "C7A.010"]),
      (.icd10pcs, "0DTJ4ZZ", ["0dt j4zz", "3E0234Z"]),
      (.hcpcs, "G0439", ["j1885", "G0439-25"]),
      (.cpt, "97608", ["99213", "99213-25", "99213-25-59", "0001F", "0716t"]),
    ])
  func codes(system: Question.CodeSystem, key: String, typed: [String]) {
    for text in typed { #expect(answer(system, key).hasForm(text), "\(text)") }
  }

  @Test(
    "What can be no code of the system is no answer",
    arguments: [
      (Question.CodeSystem.icd10cm, "K40.21", ["?", "MQ", "K4", "97608", "K40.21.123456", ""]),
      (.icd10pcs, "0DTJ4ZZ", ["0DTJ4Z", "0DTJ4ZI", "K40.21"]),
      (.hcpcs, "G0439", ["97608", "G04", "Z0439"]), (.cpt, "97608", ["9921", "G0439", "99213-"]),
    ])
  func others(system: Question.CodeSystem, key: String, typed: [String]) {
    for text in typed { #expect(!answer(system, key).hasForm(text), "\(text)") }
  }

  @Test("Where the key is a modifier, anything goes")
  func modifier() {
    #expect(answer(.cpt, "25").hasForm("59"))
  }

  @Test("The sentence names the system and gives an example")
  func sentence() {
    #expect(
      answer(.cpt, "97608").formSentence
        == "That is not the form of a CPT code, such as 99213.")
  }
}
