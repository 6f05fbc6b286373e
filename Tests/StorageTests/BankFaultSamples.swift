extension BankSamples {
  /// One option's text replaced in the sound options.
  private static func options(_ old: String, _ new: String) -> [(key: String, text: String?)] {
    [("options", options.replacing(old, with: new))]
  }

  /// Every fault that a question can have by itself, each with the rule that names it.
  static let faultsOfQuestions: [Fault] = [
    Fault("an unknown key", [("fixedorder", "true")], rules: ["unknown-key"], shows: "fixedorder"),
    Fault(
      "an unknown key in an option", options("\"why\": \"codes", "\"whi\": \"codes"),
      rules: ["unknown-key", "missing-why"], shows: "whi"),
    Fault(
      "an unknown key in a reference",
      [("references", #"[{"source": "a", "section": "b", "page": 3}]"#)], rules: ["unknown-key"],
      shows: "page"),
    Fault(
      "an unknown key in valid", [("valid", #"{"from": "2025-10-01", "until": "2026-01-01"}"#)],
      rules: ["unknown-key"], shows: "until"),
    Fault("no id", [("id", nil)], rules: ["missing-key"], shows: "id"),
    Fault("no kind", [("kind", nil)], rules: ["missing-key"], shows: "kind"),
    Fault("no topic", [("topic", nil)], rules: ["missing-key"], shows: "topic"),
    Fault("no stem", [("stem", nil)], rules: ["missing-key"], shows: "stem"),
    Fault("no options", [("options", nil)], rules: ["missing-key"], shows: "options"),
    Fault(
      "no accepted code", [("accept", nil)], kind: "code", rules: ["missing-key"], shows: "accept"),
    Fault("no system", [("system", nil)], kind: "code", rules: ["missing-key"], shows: "system"),
    Fault("no back", [("back", nil)], kind: "flashcard", rules: ["missing-key"], shows: "back"),
    Fault("a number as stem", [("stem", "12")], rules: ["wrong-type"], shows: "stem is a number"),
    Fault("text as options", [("options", "\"a\"")], rules: ["wrong-type"], shows: "options"),
    Fault(
      "text as a flag", [("fixedOrder", "\"yes\"")], rules: ["wrong-type"], shows: "fixedOrder"),
    Fault("text as difficulty", [("difficulty", "\"0.6\"")], rules: ["wrong-type"]),
    Fault("null as level", [("level", "null")], rules: ["wrong-type"], shows: "level is null"),
    Fault(
      "a number among duties", [("duties", "[\"coding\", 3]")], rules: ["wrong-type"],
      shows: "duty"),
    Fault("an id in capitals", [("id", "\"CPC-1\"")], rules: ["bad-id"], shows: "CPC-1"),
    Fault("an empty id", [("id", "\"\"")], rules: ["bad-id"]),
    Fault(
      "an id too long", [("id", "\"\(String(repeating: "a", count: 65))\"")], rules: ["bad-id"]),
    Fault("a path as id", [("id", "\"../etc\"")], rules: ["bad-id"], shows: "../etc"),
    Fault("an unknown kind", [("kind", "\"essay\"")], rules: ["unknown-kind"], shows: "essay"),
    Fault("an unknown level", [("level", "\"hard\"")], rules: ["unknown-level"], shows: "hard"),
    Fault("an unknown pool", [("pool", "\"exam\"")], rules: ["unknown-pool"], shows: "exam"),
    Fault("an unknown duty", [("duties", "[\"codin\"]")], rules: ["unknown-duty"], shows: "codin"),
    Fault(
      "an unknown system", [("system", "\"ICD-9\"")], kind: "code", rules: ["unknown-system"],
      shows: "ICD-9"),
    Fault(
      "an unknown exhibit", [("exhibit", "\"case-2\"")], rules: ["unknown-exhibit"],
      shows: "case-2"),
    Fault(
      "an unknown exam in alsoIn", [("alsoIn", #"[{"exam": "CCB", "domain": "d1"}]"#)],
      rules: ["unknown-exam"], shows: "CCB"),
    Fault(
      "its own exam in alsoIn", [("alsoIn", #"[{"exam": "CPC", "domain": "cases"}]"#)],
      rules: ["unknown-exam"], shows: "CPC"),
    Fault(
      "an unknown domain in alsoIn", [("alsoIn", #"[{"exam": "CCA", "domain": "d9"}]"#)],
      rules: ["unknown-domain"], shows: "d9"),
    Fault(
      "half a placement", [("alsoIn", #"[{"exam": "CCA"}]"#)], rules: ["missing-key"],
      shows: "domain"),
    Fault(
      "a waiver without a reason", [("allow", #"[{"rule": "F1"}]"#)], rules: ["missing-key"],
      shows: "why"),
    Fault("a difficulty over 1", [("difficulty", "62")], rules: ["difficulty"], shows: "62"),
    Fault("a negative difficulty", [("difficulty", "-0.1")], rules: ["difficulty"], shows: "-0.1"),
    Fault("an empty stem", [("stem", "\"\"")], rules: ["empty"], shows: "stem"),
    Fault("a blank topic", [("topic", "\"  \"")], rules: ["empty"], shows: "topic"),
    Fault("an empty option", options("\"text\": \"I63.9\"", "\"text\": \"\""), rules: ["empty"]),
    Fault(
      "no code accepted", [("accept", "[]")], kind: "code", rules: ["empty"], shows: "accept"),
    Fault("an empty valid", [("valid", "{}")], rules: ["empty"], shows: "valid"),
    Fault(
      "a date that is none", [("valid", #"{"from": "2025-02-30"}"#)], rules: ["date"],
      shows: "2025-02-30"),
    Fault(
      "a date in another order", [("valid", #"{"to": "31.12.2026"}"#)], rules: ["date"],
      shows: "31.12.2026"),
    Fault(
      "an end before the start", [("valid", #"{"from": "2026-01-01", "to": "2025-01-01"}"#)],
      rules: ["date-order"], shows: "2026-01-01 to 2025-01-01"),
    Fault(
      "an escape sequence", [("stem", #""Which \u001b[31mcode?""#)], rules: ["unsafe-text"],
      shows: "U+001B"),
    Fault(
      "a bidirectional override", [("rationale", "\"abc \u{202E}cba\"")], rules: ["unsafe-text"],
      shows: "U+202E"),
    Fault(
      "a zero-width blank", options("I63.9", "I63\u{200B}.9"), rules: ["unsafe-text"],
      shows: "U+200B"),
    Fault("a tab", [("topic", #""a\tb""#)], rules: ["unsafe-text"], shows: "U+0009"),
    Fault(
      "a line break in an option", options("I63.9", #"I63\n9"#), rules: ["unsafe-text"],
      shows: "a line break"),
    Fault(
      "a text without end", [("stem", "\"\(String(repeating: "long ", count: 5000))?\"")],
      rules: ["too-long"], shows: "stem"),
    Fault("no key", options(", \"correct\": true", ", \"why\": \"w\""), rules: ["A1"]),
    Fault(
      "two keys", options(#""I63.9", "error": "acute""#, #""I63.9", "correct": true"#),
      rules: ["A1"], shows: "I69.354 | I63.9"),
    Fault(
      "one key among several", [("options", options)], kind: "multiple", rules: ["A1"],
      shows: "fewer than two"),
    Fault(
      "nothing but keys",
      [
        (
          "options",
          #"[{"text": "a", "correct": true}, {"text": "b", "correct": true}, {"text": "c", "correct": true}]"#
        )
      ], kind: "multiple", rules: ["A1"], shows: "every option"),
    Fault(
      "three options",
      [
        (
          "options",
          #"[{"text": "a", "correct": true}, {"text": "b", "why": "w"}, {"text": "c", "why": "w"}]"#
        )
      ],
      rules: ["A2"], shows: "3 options"),
    Fault(
      "equal options", options("I69.352", " i69.354."), rules: ["A3"],
      shows: "options 1 and 2"),
    Fault(
      "equal accepted codes", [("accept", #"["E11.65", "e1165"]"#)], kind: "code",
      rules: ["equal-answers"], shows: "e1165"),
    Fault("no rationale", [("rationale", nil)], rules: ["missing-rationale"]),
    Fault("an empty rationale", [("rationale", "\" \"")], rules: ["missing-rationale"]),
    Fault(
      "no rationale of a code", [("rationale", nil)], kind: "code", rules: ["missing-rationale"]),
    Fault(
      "a distractor without why", options(", \"why\": \"codes the infarction\"", ""),
      rules: ["missing-why"], shows: "I63.9"),
    Fault("no references", [("references", nil)], rules: ["missing-source"]),
    Fault("an empty list of references", [("references", "[]")], rules: ["missing-source"]),
    Fault(
      "a flashcard without source", [("references", nil)], kind: "flashcard",
      rules: ["missing-source"]),
    Fault(
      "a source without section", [("references", #"[{"source": "45 CFR"}]"#)],
      rules: ["missing-section"], shows: "45 CFR"),
    Fault(
      "options of a flashcard", [("options", options)], kind: "flashcard",
      rules: ["misplaced-key"], shows: "options"),
    Fault(
      "accepted codes of a choice", [("accept", "[\"A\"]")], rules: ["misplaced-key"],
      shows: "accept"),
  ]
}
