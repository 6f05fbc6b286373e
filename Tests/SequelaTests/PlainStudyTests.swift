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
}
