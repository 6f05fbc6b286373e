@testable import Storage

/// Bank files as text, sound but for what a test changes.
///
/// The JSON Schemas in `QuestionBanks/schema/` are held to the same samples, by hand. Of
/// ``faultsOfQuestions`` they cannot see equal options and codes, days such as 30 February, dates in
/// the wrong order, and names of exams, domains and exhibits.
enum BankSamples {
  /// A change to a sound question, and the rules that must name it.
  struct Fault: Sendable, CustomStringConvertible {
    var description: String
    /// Members to write instead of the sound ones; nil drops a member.
    var change: [(key: String, text: String?)]
    var kind = "choice"
    var rules: [String]
    /// What the excerpt or the message must show, so that the right place is meant.
    var shows: String

    init(
      _ description: String, _ change: [(key: String, text: String?)], kind: String = "choice",
      rules: [String], shows: String = ""
    ) {
      self.description = description
      self.change = change
      self.kind = kind
      self.rules = rules
      self.shows = shows
    }
  }

  static let references =
    #"[{"source": "ICD-10-CM Official Guidelines FY2026", "section": "I.C.9.d"}]"#

  static let options = """
    [{"text": "I69.354", "correct": true}, \
    {"text": "I69.352", "error": "wrong side", "why": "names the dominant side"}, \
    {"text": "I63.9", "error": "acute", "why": "codes the infarction"}, \
    {"text": "G81.94", "error": "cause left out", "why": "leaves the sequela out"}]
    """

  /// The members of a sound question of each kind.
  static func members(of kind: String) -> [(key: String, text: String)] {
    let start = [("id", "\"cpc-icd-014\""), ("kind", "\"\(kind)\""), ("topic", "\"sequela\"")]
    let end = [("references", references)]
    switch kind {
    case "flashcard":
      return start + [("front", "\"What is a sequela?\""), ("back", "\"What stays.\"")] + end
    case "code":
      return start + [
        ("stem", "\"Report the code.\""), ("system", "\"ICD-10-CM\""), ("accept", "[\"E11.65\"]"),
        ("rationale", "\"It is the code.\""),
      ] + end
    default:
      let options =
        kind == "choice"
        ? options
        : options.replacing(
          #"{"text": "I69.352", "error": "wrong side", "why": "names the dominant side"}"#,
          with: #"{"text": "I69.352", "correct": true}"#)
      return start + [
        ("stem", "\"Which code is assigned?\""), ("options", options),
        ("rationale", "\"The deficit remains.\""), ("level", "\"application\""),
        ("difficulty", "0.62"), ("valid", #"{"from": "2025-10-01"}"#), ("duties", "[\"coding\"]"),
      ] + end
    }
  }

  /// A sound question but for a change.
  static func question(
    _ kind: String = "choice", _ change: [(key: String, text: String?)] = []
  ) -> String {
    var members = members(of: kind)
    for (key, text) in change {
      members.removeAll { $0.key == key }
      if let text { members.append((key, text)) }
    }
    return "{" + members.map { "\"\($0.key)\": \($0.text)" }.joined(separator: ", ") + "}"
  }

  /// A bank file of some questions.
  static func file(
    _ questions: [String], exam: String = "CPC", domain: String = "icd-10-cm",
    members: String =
      #""exhibits": [{"id": "case-1", "title": "Note", "text": "Seen.\nSent home."}],"#
  ) -> [UInt8] {
    Array(
      """
      { "formatVersion": 1, "exam": "\(exam)", "domain": "\(domain)", "title": "ICD-10-CM",
        \(members)
        "questions": [
      \(questions.joined(separator: ",\n"))
      ] }
      """.utf8)
  }

  /// A sound `exam.json` but for a change.
  static func profile(
    _ id: String = "CPC", domains: [String] = ["icd-10-cm", "cases"],
    change: [(key: String, text: String?)] = []
  ) -> [UInt8] {
    let lines = domains.map { "{\"id\": \"\($0)\", \"title\": \"T\", \"questions\": 5}" }
    var members: [(key: String, text: String)] = [
      ("formatVersion", "1"), ("id", "\"\(id)\""), ("title", "\"Coder\""), ("body", "\"AAPC\""),
      ("summary", "\"For coders.\""), ("questions", "\(5 * domains.count)"), ("unscored", "0"),
      ("minutes", "240"), ("score", #"{"kind": "percent", "pass": 70}"#),
      ("order", "\"blueprint\""), ("openBook", "true"), ("books", "[\"CPT\"]"),
      ("backtrack", "true"), ("domains", "[\(lines.joined(separator: ", "))]"),
      (
        "facts",
        #"[{"claim": "c", "source": "s", "checked": "2026-11-22", "confidence": "high"}]"#
      ),
    ]
    for (key, text) in change {
      members.removeAll { $0.key == key }
      if let text { members.append((key, text)) }
    }
    return Array(
      ("{" + members.map { "\"\($0.key)\": \($0.text)" }.joined(separator: ", ") + "}").utf8)
  }

  /// A decoder that knows the exams of these samples.
  static func decoder() -> BankDecoder {
    let profiles = [profile(), profile("CCA", domains: ["d1", "d2"])]
      .compactMap { ExamProfileDecoder.decode($0, file: "exam.json").profile }
    return BankDecoder(profiles: profiles)
  }
}
