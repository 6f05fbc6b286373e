/// The questions that a form may take, in the order of their ids.
struct FormPool {
  let candidates: [Candidate]
  /// For each candidate those that never share a form with it.
  let enemies: [[Int]]
  /// For each domain of the blueprint its units, those to be taken first first.
  let units: [[Unit]]

  /// A question as far as the choice depends on it.
  struct Candidate {
    let id: String
    /// Its domain's position in the blueprint.
    let domain: Int
    /// The position in ``Question/Level``, or the number of levels where the question has none.
    let level: Int
    let difficulty: Double?
    /// 0 for an unseen one of the `mock` pool, 1 for another unseen one, then by the day of the
    /// last meeting.
    let rank: Int
    let exhibit: String?
    let optionCount: Int
    let fixedOrder: Bool
    let enemies: [String]
    /// Difficulty above the mean of the domain's candidates, in millionths; 0 where unknown.
    var deviation = 0
  }

  /// Questions that go onto a form together: all of one exhibit, or one alone.
  struct Unit {
    var members: [Int]
    /// The highest rank among them.
    var rank: Int
  }

  static let levelCount = Question.Level.allCases.count + 1

  init(
    _ profile: ExamProfile, _ questions: some Sequence<Question>, request: FormRequest,
    generator: inout SplitMix64
  ) {
    var domains: [String: Int] = [:]
    for (place, domain) in profile.domains.enumerated() { domains[domain.id] = place }
    var candidates: [Candidate] = []
    for question in questions {
      guard case .choice(let set) = question.body, question.valid.contains(request.date),
        let domain = question.domain(in: profile.id).flatMap({ domains[$0] })
      else { continue }
      let day = request.seen[question.id]
      candidates.append(
        Candidate(
          id: question.id, domain: domain, level: FormPool.number(of: question.level),
          difficulty: question.difficulty,
          rank: day.map { 2 + max(0, $0.number) } ?? (question.pool == .mock ? 0 : 1),
          exhibit: question.exhibit, optionCount: set.options.count,
          fixedOrder: set.fixedOrder, enemies: question.enemies))
    }
    // The order of the files must not matter.
    candidates.sort { $0.id < $1.id }
    FormPool.setDeviations(&candidates, domainCount: profile.domains.count)
    self.candidates = candidates
    enemies = FormPool.enemies(of: candidates)
    var units = FormPool.units(
      of: candidates, enemies: enemies, domainCount: profile.domains.count)
    for domain in units.indices {
      units[domain].shuffleEverywhereAlike(using: &generator)
      let shuffled = units[domain]
      units[domain] = shuffled.indices
        .sorted { (shuffled[$0].rank, $0) < (shuffled[$1].rank, $1) }.map { shuffled[$0] }
    }
    self.units = units
  }

  /// How many questions each domain has.
  var counts: [Int] { units.map { $0.reduce(0) { $0 + $1.members.count } } }

  private static func number(of level: Question.Level?) -> Int {
    switch level {
    case .recall: 0
    case .application: 1
    case .analysis: 2
    case nil: 3
    }
  }

  private static func setDeviations(_ candidates: inout [Candidate], domainCount: Int) {
    var sums = [Double](repeating: 0, count: domainCount)
    var counts = [Double](repeating: 0, count: domainCount)
    for candidate in candidates {
      guard let difficulty = candidate.difficulty else { continue }
      sums[candidate.domain] += difficulty
      counts[candidate.domain] += 1
    }
    for place in candidates.indices {
      let domain = candidates[place].domain
      guard let difficulty = candidates[place].difficulty, counts[domain] > 0 else { continue }
      candidates[place].deviation = Int(
        ((difficulty - sums[domain] / counts[domain]) * 1_000_000).rounded())
    }
  }

  /// Enmity holds both ways, whichever of the two names it.
  private static func enemies(of candidates: [Candidate]) -> [[Int]] {
    var enemies = [[Int]](repeating: [], count: candidates.count)
    guard candidates.contains(where: { !$0.enemies.isEmpty }) else { return enemies }
    var places: [String: Int] = [:]
    for (place, candidate) in candidates.enumerated() { places[candidate.id] = place }
    for (place, candidate) in candidates.enumerated() {
      for id in candidate.enemies {
        guard let other = places[id], other != place else { continue }
        if !enemies[place].contains(other) { enemies[place].append(other) }
        if !enemies[other].contains(place) { enemies[other].append(place) }
      }
    }
    return enemies
  }

  /// One unit for each question, and one for all of an exhibit within a domain; of enemies that
  /// share an exhibit the later is left out.
  private static func units(
    of candidates: [Candidate], enemies: [[Int]], domainCount: Int
  ) -> [[Unit]] {
    var units = [[Unit]](repeating: [], count: domainCount)
    var ofExhibit: [String: Int] = [:]
    for (place, candidate) in candidates.enumerated() {
      let domain = candidate.domain
      guard let exhibit = candidate.exhibit else {
        units[domain].append(Unit(members: [place], rank: candidate.rank))
        continue
      }
      let key = "\(domain)/\(exhibit)"
      guard let known = ofExhibit[key] else {
        ofExhibit[key] = units[domain].count
        units[domain].append(Unit(members: [place], rank: candidate.rank))
        continue
      }
      if enemies[place].contains(where: units[domain][known].members.contains) { continue }
      units[domain][known].members.append(place)
      units[domain][known].rank = max(units[domain][known].rank, candidate.rank)
    }
    return units
  }
}

extension Array {
  /// Shuffles by Fisher and Yates, spelled out here so that a seed gives the same order on every
  /// machine and with every version of Swift.
  mutating func shuffleEverywhereAlike(using generator: inout SplitMix64) {
    for place in stride(from: count - 1, to: 0, by: -1) {
      swapAt(place, Int(generator.next() % UInt64(place + 1)))
    }
  }
}
