import ArgumentParser
import Foundation
import Storage
import Study
import TestSupport
import Testing

@testable import sequela

/// The shipped exams with made-up banks large enough for two whole forms, and a learner.
final class ExamBankFixture {
  let folder: TemporaryFolder
  let workplace: Workplace
  let name: LearnerName

  init(_ exam: String) throws {
    folder = try TemporaryFolder()
    let banks = folder("banks/\(exam)")
    try FileManager.default.createDirectory(atPath: banks, withIntermediateDirectories: true)
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "QuestionBanks/\(exam)/exam.json")
    let profile = try Data(contentsOf: shipped)
    try profile.write(to: URL(filePath: banks + "/exam.json"))
    let decoded = try #require(
      ExamProfileDecoder.decode(Array(profile), file: "exam.json").0)
    for domain in decoded.domains {
      try folder.write(
        Self.bank(exam: exam, domain: domain), to: "banks/\(exam)/\(domain.id).json")
    }
    workplace = Workplace(
      try GlobalOptions.parse([]),
      environment: [
        "HOME": folder("home"), "SEQUELA_BANKS": folder("banks"), "TZ": "UTC",
      ])
    name = try LearnerName("Ada")
    try LearnerFolder.create(name, workplace.locations)
  }

  /// Twice the blueprint's questions, every seventh of the mock pool, some on records and some
  /// enemies; the right option is the first of the file.
  private static func bank(exam: String, domain: ExamProfile.Domain) -> String {
    let count = domain.questions * 2
    let questions = (0..<count).map { number -> String in
      let id = "\(exam.lowercased())-\(domain.id.lowercased())-\(number)"
      let exhibit = number % 9 == 3 ? "\"exhibit\":\"\(domain.id.lowercased())-x\(number)\"," : ""
      let enemy =
        number % 11 == 5
        ? "\"enemies\":[\"\(exam.lowercased())-\(domain.id.lowercased())-\(number - 1)\"]," : ""
      let level = ["recall", "application", "analysis"][number % 3]
      return """
        {"id":"\(id)","kind":"choice","topic":"topic \(id)","level":"\(level)",\(exhibit)\(enemy)
         "difficulty":0.\(4 + number % 5),"pool":"\(number % 7 == 0 ? "mock" : "study")",
         "stem":"Which option of \(id) is right?","options":[{"text":"Right","correct":true},
         {"text":"Wrong a","error":"a","why":"No, a."},{"text":"Wrong b","error":"b","why":"No, b."},
         {"text":"Wrong c","error":"c","why":"No, c."}],"rationale":"Because.",
         "references":[{"source":"Book","section":"1"}]}
        """
    }
    let exhibits = (0..<count).filter { $0 % 9 == 3 }.map {
      "{\"id\":\"\(domain.id.lowercased())-x\($0)\",\"title\":\"Record\",\"text\":\"Line.\\nLine.\"}"
    }
    return """
      {"formatVersion":1,"exam":"\(exam)","domain":"\(domain.id)","title":"Bank",
       "exhibits":[\(exhibits.joined(separator: ","))],
       "questions":[\(questions.joined(separator: ",\n"))]}
      """
  }
}
