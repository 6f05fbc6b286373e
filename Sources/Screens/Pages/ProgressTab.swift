/// The sides of the progress page, each the answer to one question.
package enum ProgressTab: Int, CaseIterable, Sendable {
  case overview, calendar, memory, domains, exams, readiness, confidence

  package var name: String {
    switch self {
    case .overview: "Overview"
    case .calendar: "Calendar"
    case .memory: "Memory"
    case .domains: "Domains"
    case .exams: "Exams"
    case .readiness: "Readiness"
    case .confidence: "Confidence"
    }
  }

  /// What a learner wants to know there.
  package var question: String {
    switch self {
    case .overview: "What have I done?"
    case .calendar: "Do I keep at it?"
    case .memory: "Do I keep what I learn?"
    case .domains: "Where am I weak?"
    case .exams: "Are my scores rising?"
    case .readiness: "Am I ready?"
    case .confidence: "Do I know what I know?"
    }
  }

  /// The tab so many places further, round the ends.
  func moved(by step: Int) -> ProgressTab {
    let count = ProgressTab.allCases.count
    return ProgressTab.allCases[((rawValue + step) % count + count) % count]
  }
}
