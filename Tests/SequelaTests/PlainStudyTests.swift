import Storage
import Study
import TestSupport
import Testing

/// Sessions in lines, through the built program.
@Suite struct PlainStudyTests {
  @Test("A form that can be no code is refused with a sentence and not graded")
  func codeForm() throws {
    let fixture = try ProgramFixture()
    let result = try fixture.run(
      ["study", "--plain", "--kind", "code"], input: "MQ\n?\nE11.9\n:quit\n")
    #expect(result.output.contains("not the form of an ICD-10-CM code, such as E11.65"))
    #expect(result.output.contains(":help"))
    let reviews = try fixture.reviews()
    #expect(reviews.count == 1)
    #expect(reviews.first?.isCorrect == false)
  }

  @Test("A miss is given its reason, a question reported; the verdict names its sources")
  func whyAndReport() throws {
    let fixture = try ProgramFixture()
    let result = try fixture.run(
      ["study", "--plain", "--kind", "code", "--cards", "1"],
      input: ":why 1\n:report two keys\n:report\nE11.9\n:why 9\n:why 2\n:quit\n")
    #expect(result.output.contains("The last answer was not missed."))
    #expect(result.output.contains("source: Table, E11\n"))
    #expect(result.output.contains(":report TEXT"))
    #expect(result.output.contains("done: 1 answer, 0 right"))
    let actions = try fixture.events().map(\.action)
    #expect(actions.contains(.report(question: "cpc-em-k01", text: "two keys")))
    let reasons = actions.compactMap { action -> MissReason? in
      if case .why(_, let reason) = action { reason } else { nil }
    }
    #expect(reasons == [.misread])
    #expect(result.output.contains(":why takes a number: 1 did not know it"))
  }

  @Test("A domain that the exam does not have is a usage error that names the domains")
  func unknownDomain() throws {
    let fixture = try ProgramFixture()
    for arguments in [
      ["study", "--plain", "--domain", "nope"], ["bank", "list", "--domain", "nope"],
    ] {
      let result = try fixture.run(arguments)
      #expect(result.status == 64)
      #expect(result.errors.contains("no domain"))
      #expect(result.errors.contains("em"))
    }
    #expect(try fixture.run(["study", "--plain", "--domain", "em"]).status == 0)
  }
}
