import Foundation
import Storage
import TestSupport
import Testing

/// `sequela stats` in its four manners.
@Suite struct StatsCommandTests {
  /// A learner who has answered three cards.
  private func studied() throws -> ProgramFixture {
    let fixture = try ProgramFixture()
    _ = try fixture.run(
      ["study", "--plain", "--kind", "flashcard", "--cards", "3"], input: "\n3\n\n3\n\n3\n")
    return fixture
  }

  /// Every key of an object with its kind of value, the way down.
  private func shape(_ value: JSONValue?, _ path: String = "") -> Set<String> {
    switch value {
    case .object(let members)?:
      members.reduce(into: []) { $0.formUnion(shape($1.value, path + "." + $1.key)) }
    case .array(let elements)?:
      elements.isEmpty ? [path] : elements.reduce(into: []) { $0.formUnion(shape($1, path + "[]")) }
    default: [path]
    }
  }

  @Test("The JSON has every field that its description names")
  func json() throws {
    let fixture = try studied()
    let json = try JSONValue(parsing: Array(try fixture.run(["stats", "--json"]).output.utf8))
    #expect(json["formatVersion"]?.integer == 1)
    let exam = json["exams"]?.array?.first
    let document = try String(
      decoding: Data(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "docs/stats-format.md")), as: UTF8.self)
    let names = Set(
      shape(exam).flatMap { $0.split(whereSeparator: { ".[]".contains($0) }).map(String.init) })
    #expect(names.count > 60)
    for name in names { #expect(document.contains("`\(name)`"), "\(name) is not described") }
    #expect(exam?["week"]?["answers"]?.integer == 3)
    #expect(exam?["memory"]?["load"]?.array?.count == 30)
    #expect(exam?["readiness"]?["forecast"] == .null)
  }

  @Test("The page loads nothing from elsewhere and closes what it opens")
  func html() throws {
    let fixture = try studied()
    let file = fixture.folder("page.html")
    let result = try fixture.run(["stats", "--html", file])
    #expect(result.status == 0)
    let page = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("Am I ready?"))
    #expect(page.contains("<svg"))
    #expect(page.contains("prefers-color-scheme: dark"))
    #expect(!page.contains("http"))
    #expect(!page.contains("<script"))
    for element in ["section", "svg", "table", "text", "p"] {
      let opened = page.components(separatedBy: "<\(element)").count - 1
      let closed = page.components(separatedBy: "</\(element)>").count - 1
      let nested = element == "p" ? page.components(separatedBy: "<path").count - 1 : 0
      #expect(opened - nested == closed, "\(element)")
    }
    #expect(try fixture.run(["stats", "--html", "-"]).output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test("A page that cannot be written is one sentence")
  func unwritable() throws {
    let fixture = try ProgramFixture()
    let result = try fixture.run(["stats", "--html", fixture.folder("none/page.html")])
    #expect(result.status != 0)
    #expect(result.errors.hasPrefix("sequela: "))
  }

  @Test("The text asks each question and answers it, without a chart")
  func text() throws {
    let fixture = try ProgramFixture()
    let text = try fixture.run(["stats", "--plain"]).output
    for question in ["What have I done?", "Do I keep what I learn?", "Am I ready?"] {
      #expect(text.contains(question))
    }
    #expect(!text.contains("█"))
  }
}
