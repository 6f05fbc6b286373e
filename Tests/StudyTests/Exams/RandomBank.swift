import Study
import TestSupport

extension ExamProfile {
  /// An exam of six to ten domains with 60 to 150 questions.
  static func random(seed: UInt64) -> ExamProfile {
    var generator = SplitMix64(seed: seed)
    var profile = ExamProfile.make("X\(seed)")
    profile.domains = (0..<Int.random(in: 6...10, using: &generator)).map { place in
      Domain(
        id: "d\(place)", title: "Domain \(place)",
        questions: Int.random(in: 8...20, using: &generator))
    }
    profile.questions = profile.domains.reduce(0) { $0 + $1.questions }
    profile.unscored = Int.random(in: 0...20, using: &generator)
    profile.order = seed % 2 == 0 ? .shuffled : .blueprint
    return profile
  }
}

/// A bank with everything that an assembly has to mind.
struct RandomBank {
  let questions: [Question]
  var seen: [String: CalendarDay] = [:]
  private let byID: [String: Question]

  /// - Parameters:
  ///   - copies: questions for each one of the blueprint.
  ///   - plain: without exhibits, enemies, other kinds and expired questions.
  init(_ profile: ExamProfile, seed: UInt64, copies: Int, plain: Bool = false) {
    var generator = SplitMix64(seed: seed ^ 0xbac)
    var questions: [Question] = []
    let day = CalendarDay(year: 2026, month: 11, day: 22)
    for domain in profile.domains {
      for number in 0..<(domain.questions * copies) {
        let id = "\(domain.id)-\(number)"
        var question = Question.choice(id, exam: profile.id, domain: domain.id)
        question.level = Question.Level.allCases.randomElement(using: &generator)
        question.difficulty = Double.random(in: 0.2...0.9, using: &generator)
        question.pool = Bool.random(using: &generator) ? .mock : .study
        if !plain {
          if number % 5 == 0 { question.exhibit = "\(domain.id)-e\(number / 10)" }
          if Int.random(in: 0..<8, using: &generator) == 0 {
            question.valid = .init(to: day + -1)
          }
          if Int.random(in: 0..<12, using: &generator) == 0, number > 0,
            let other = questions.randomElement(using: &generator)
          {
            question.enemies = [other.id]
          }
          if case .choice(var set) = question.body, number % 7 == 0 {
            set.fixedOrder = true
            question.body = .choice(set)
          }
          if number % 11 == 0 {
            questions.append(.flashcard("\(id)-f", domain: domain.id))
          }
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
          seen[id] = day + -Int.random(in: 1...90, using: &generator)
        }
        questions.append(question)
      }
    }
    self.questions = questions
    byID = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0) })
  }

  subscript(id: String) -> Question? { byID[id] }

  /// The valid questions of each exhibit that are not enemies of one another.
  func exhibits(on day: CalendarDay) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for question in questions.sorted(by: { $0.id < $1.id }) where question.valid.contains(day) {
      guard let exhibit = question.exhibit else { continue }
      let members = result[exhibit] ?? []
      let isEnemy = members.contains { id in
        question.enemies.contains(id) || byID[id]?.enemies.contains(question.id) == true
      }
      if !isEnemy { result[exhibit] = members.union([question.id]) }
    }
    return result
  }
}
