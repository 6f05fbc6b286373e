import Foundation
import Storage
import Study
import TestSupport
import Testing

/// The built program with a home of its own and two small banks.
final class ProgramFixture {
  let folder: TemporaryFolder

  init(learner: String? = "Ada") throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder("banks/CPC"), withIntermediateDirectories: true)
    try folder.write(Self.exam, to: "banks/CPC/exam.json")
    try folder.write(Self.bank, to: "banks/CPC/em.json")
    if let learner {
      let added = try run(["learner", "add", learner, "--exam", "CPC", "--minutes", "30"])
      try #require(added.status == 0, "\(added.errors)")
    }
  }

  var program: String { PseudoTerminal.product("sequela") }

  var environment: [String: String] {
    [
      "HOME": folder("home"), "SEQUELA_BANKS": folder("banks"), "TZ": "UTC", "USER": "ada",
      "PATH": "/usr/bin:/bin",
    ]
  }

  /// The learner's history as events, in the order of the file.
  func events(learner: String = "Ada") throws -> [HistoryEvent] {
    let history = folder("home/.local/share/sequela/learners/\(learner)/history")
    var events: [HistoryEvent] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: history).sorted() {
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: history + "/" + file)), as: UTF8.self)
      for line in text.split(separator: "\n") {
        guard case .event(let event) = HistoryLine.decoded(Array(line.utf8)) else {
          Issue.record("damaged line: \(line)")
          continue
        }
        events.append(event)
      }
    }
    return events
  }

  func reviews() throws -> [Review] {
    try events().compactMap { event in
      if case .review(let review) = event.action { review } else { nil }
    }
  }

  /// Runs the program without a terminal.
  func run(
    _ arguments: [String], input: String = "", environment extra: [String: String] = [:]
  ) throws -> (output: String, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment.merging(extra) { _, new in new }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self),
      process.terminationStatus
    )
  }

  /// The program on a pseudo-terminal.
  func open(
    _ arguments: [String] = [], width: Int = 80, height: Int = 24,
    terminal: String = "xterm-256color",
    environment extra: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments, environment: environment.merging(extra) { _, new in new },
      terminal: terminal, width: width, height: height)
  }

  static let exam = """
    {"formatVersion":1,"id":"CPC","title":"Certified Professional Coder","body":"AAPC",
     "summary":"For coders of physician services.","questions":100,"unscored":0,"minutes":240,
     "score":{"kind":"percent","pass":70},"order":"blueprint","openBook":true,"books":["CPT"],
     "backtrack":true,"domains":[{"id":"em","title":"Evaluation and Management","questions":100}],
     "facts":[{"claim":"100 questions","source":"AAPC","checked":"2026-11-22","confidence":"high"}]}
    """

  /// Twelve questions of every kind; the right option is always called "Right".
  static let bank: String = {
    let choices = (1...7).map { number in
      """
      {"id":"cpc-em-00\(number)","kind":"choice","topic":"topic \(number)","level":"application",
       "difficulty":0.6,"stem":"Stem \(number)?","options":[{"text":"Right","correct":true},
       {"text":"Wrong a","error":"a","why":"No, a."},{"text":"Wrong b","error":"b","why":"No, b."},
       {"text":"Wrong c","error":"c","why":"No, c."}],"rationale":"Because.","references":
       [{"source":"Book","section":"1"},{"source":"Other","section":"2"}]}
      """
    }
    let multiple = """
      {"id":"cpc-em-m01","kind":"multiple","topic":"several","level":"application","difficulty":0.6,
       "stem":"Which are right? Select TWO.","options":[{"text":"Right one","correct":true},
       {"text":"Right two","correct":true},{"text":"Wrong a","error":"a","why":"No."},
       {"text":"Wrong b","error":"b","why":"No."}],"rationale":"Because.","references":
       [{"source":"Book","section":"1"}]}
      """
    let code = """
      {"id":"cpc-em-k01","kind":"code","topic":"code","level":"application","difficulty":0.6,
       "stem":"Type it.","system":"ICD-10-CM","accept":["E11.65"],"rationale":"Because.",
       "references":[{"source":"Table","section":"E11"}],"valid":{"from":"2025-10-01"}}
      """
    let cards = (1...3).map { number in
      """
      {"id":"cpc-em-c00\(number)","kind":"flashcard","topic":"card","front":"Front \(number)",
       "back":"Back \(number)","references":[{"source":"Book","section":"3"}]}
      """
    }
    let questions = (choices + [multiple, code] + cards).joined(separator: ",\n")
    return """
      {"formatVersion":1,"exam":"CPC","domain":"em","title":"E/M","questions":[\(questions)]}
      """
  }()
}
