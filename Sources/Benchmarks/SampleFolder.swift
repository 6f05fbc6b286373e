import FSRS
import Glibc
import Storage
import Study

/// A folder with banks of three exams and a learner with a long history.
struct SampleFolder {
  let path: String
  let locations: Locations
  let name: LearnerName
  let banks: String

  /// - Parameters:
  ///   - questionsPerExam: choice questions of about 2 KB each, for three exams.
  ///   - reviews: lines of the learner's history, over two years.
  init(questionsPerExam: Int, reviews: Int) throws {
    path = "/tmp/sequela-bench-\(getpid())-\(reviews)"
    banks = path + "/banks"
    locations = Locations(
      environment: ["HOME": path, "XDG_STATE_HOME": path + "/state"], dataFolder: path + "/data")
    name = try LearnerName("bench")
    for exam in ["CPC", "RHIT", "CCA"] {
      try Files.makeFolder("\(banks)/\(exam)")
      try Files.replace("\(banks)/\(exam)/exam.json", with: Self.profile(exam))
      for domain in 1...5 {
        try Files.replace(
          "\(banks)/\(exam)/d\(domain).json",
          with: Self.bank(exam, domain: domain, count: questionsPerExam / 5))
      }
    }
    try LearnerFolder.create(name, locations)
    try writeHistory(reviews: reviews, questionsPerExam: questionsPerExam)
  }

  func remove() {
    let command = "rm -rf \(path)"
    let files = popen(command, "r")
    if let files { pclose(files) }
  }

  /// Opens the learner.
  func open(_ progress: inout Progress) throws -> LearnerStore {
    try LearnerStore(name, locations, newDevice: { 0xbe9c }, progress: &progress)
  }

  private func writeHistory(reviews: Int, questionsPerExam: Int) throws {
    var progress = Progress()
    let store = try open(&progress)
    var generator = SplitMix64(seed: 1)
    let now = Int64(time(nil)) * 1000
    let first = now - 730 * 86_400_000
    var events: [HistoryEvent] = [
      HistoryEvent(
        id: EventID(device: store.device, sequence: 1), milliseconds: first, zoneMinutes: 0,
        action: .setting(key: LearnerSettings.Key.exam("CPC"), value: .text("undated")))
    ]
    events.reserveCapacity(reviews)
    let exams = ["CPC", "RHIT", "CCA"]
    for number in 0..<reviews {
      let exam = exams[Int(generator.next() % 3)]
      let question = Int(generator.next() % UInt64(questionsPerExam - 100))
      let rating = generator.next() % 10 == 0 ? Rating.again : .good
      let at = first + Int64(number) * (730 * 86_400_000 / Int64(reviews))
      events.append(
        HistoryEvent(
          id: EventID(device: store.device, sequence: number + 2), milliseconds: at,
          zoneMinutes: 0,
          action: .review(
            Review(
              question: Self.id(exam, question), exam: exam, rating: rating,
              isCorrect: rating.isPass, chosen: [0], isSure: true,
              milliseconds: 5000 + Int(generator.next() % 60_000),
              days: rating.isPass ? 1 + Int(generator.next() % 90) : nil))))
    }
    try store.append(events)
  }

  static func id(_ exam: String, _ number: Int) -> String { "\(exam.lowercased())-b-\(number)" }

  private static func profile(_ exam: String) -> [UInt8] {
    let domains = (1...5).map {
      "{\"id\":\"d\($0)\",\"title\":\"Domain \($0)\",\"questions\":20}"
    }.joined(separator: ",")
    let text = """
      {"formatVersion":1,"id":"\(exam)","title":"\(exam)","body":"AAPC","summary":"A summary.",
      "questions":100,"unscored":0,"minutes":240,"score":{"kind":"percent","pass":70},
      "order":"blueprint","openBook":true,"books":["CPT"],"backtrack":true,
      "domains":[\(domains)],"facts":[{"claim":"c","source":"s","checked":"2026-11-22",
      "confidence":"high"}]}
      """
    return Array(text.utf8)
  }

  private static func bank(_ exam: String, domain: Int, count: Int) -> [UInt8] {
    let prose = "A patient is seen for a condition that needs a longer description, as records do. "
    let questions = (0..<count).map { place in
      let number = (domain - 1) * count + place
      let options = (0..<4).map { option in
        option == 0
          ? "{\"text\":\"The right answer of question \(number)\",\"correct\":true}"
          : "{\"text\":\"A wrong answer \(option) of question \(number)\",\"error\":\"named error\","
            + "\"why\":\"\(prose)\"}"
      }.joined(separator: ",")
      return """
        {"id":"\(id(exam, number))","kind":"choice","topic":"topic \(number)",
        "level":"application","difficulty":0.6,
        "stem":"\(String(repeating: prose, count: 5)) Number \(number)?","options":[\(options)],
        "rationale":"\(String(repeating: prose, count: 4))",
        "references":[{"source":"Official Guidelines","section":"I.C.9"},
        {"source":"Manual","section":"12"}],"duties":["coding"]}
        """
    }.joined(separator: ",\n")
    return Array(
      """
      {"formatVersion":1,"exam":"\(exam)","domain":"d\(domain)","title":"Domain \(domain)",
      "questions":[\(questions)]}
      """.utf8)
  }
}
