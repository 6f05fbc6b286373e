/// Builds exam forms: a pure function of profile, questions, seed, date and the questions seen.
package enum FormAssembly {
  /// A form with exactly the blueprint's count of each domain, in proportion (by the largest
  /// remainder) where it is shorter than the whole.
  ///
  /// Unseen questions of the `mock` pool come first, then unseen others, then those seen longest
  /// ago. Enemies never meet, the questions of an exhibit stay whole and side by side, levels and
  /// mean difficulty are near the bank's, and the unscored ones are spread over the domains.
  /// Where the bank is too small, the form is the largest in proportion; domains without
  /// questions are left out and named.
  package static func form(
    _ profile: ExamProfile, questions: some Sequence<Question>, request: FormRequest
  ) -> ExamForm {
    var generator = SplitMix64(seed: SeedMix.mix(request.seed, profile.id))
    let pool = FormPool(profile, questions, request: request, generator: &generator)
    let wanted = min(max(1, request.count ?? profile.questions), max(1, profile.questions))
    var form = ExamForm(
      exam: profile.id, seed: request.seed, date: request.date, questions: [], minutes: 0,
      wanted: wanted, missing: [])
    let counts = pool.counts
    var left = Set(profile.domains.indices.filter { counts[$0] > 0 })
    var choice: FormChoice?
    while !left.isEmpty, choice == nil {
      let weights = profile.domains.indices.map {
        left.contains($0) ? profile.domains[$0].questions : 0
      }
      choice = largest(upTo: min(wanted, weights.reduce(0, +)), weights: weights, pool)
      // A domain that only has exhibits too large for its share makes no form possible.
      if choice == nil {
        left.remove(left.min { (counts[$0], $0) < (counts[$1], $1) } ?? 0)
      }
    }
    form.missing = profile.domains.indices
      .filter { !left.contains($0) && profile.domains[$0].questions > 0 }
      .map { profile.domains[$0] }
    guard let choice else { return form }
    form.questions = asked(of: choice, pool, profile, &generator)
    form.minutes = max(
      1, Apportionment.share(form.questions.count, of: profile.questions, from: profile.minutes))
    return form
  }

  /// The largest choice of at most `most` questions in proportion to the weights; nil where even
  /// four fifths of what the bank could hold by its numbers cannot be made.
  private static func largest(upTo most: Int, weights: [Int], _ pool: FormPool) -> FormChoice? {
    let counts = pool.counts
    var count = most
    var least: Int?
    while count > 0, count >= least ?? 1 {
      let quotas = Apportionment.parts(of: count, weights: weights)
      if zip(quotas, counts).allSatisfy({ $0 <= $1 }) {
        if let choice = FormChoice(pool, quotas: quotas) { return choice }
        least = least ?? (count * 4 + 4) / 5
      }
      count -= 1
    }
    return nil
  }

  private static func asked(
    of choice: FormChoice, _ pool: FormPool, _ profile: ExamProfile,
    _ generator: inout SplitMix64
  ) -> [ExamQuestion] {
    var units = profile.domains.indices.map { domain in
      var units = choice.units(domain)
      units.shuffleEverywhereAlike(using: &generator)
      return units
    }
    let unscored = unscored(units, profile, &generator)
    if profile.order == .shuffled {
      var all = units.flatMap { $0 }
      all.shuffleEverywhereAlike(using: &generator)
      units = [all]
    }
    return units.joined().flatMap(\.members).map { member in
      let candidate = pool.candidates[member]
      var order = Array(0..<candidate.optionCount)
      if !candidate.fixedOrder { order.shuffleEverywhereAlike(using: &generator) }
      return ExamQuestion(
        id: candidate.id, domain: profile.domains[candidate.domain].id,
        isScored: !unscored.contains(member), order: order)
    }
  }

  /// The questions that do not count: each domain has its share of them.
  private static func unscored(
    _ units: [[FormPool.Unit]], _ profile: ExamProfile, _ generator: inout SplitMix64
  ) -> Set<Int> {
    let counts = units.map { $0.reduce(0) { $0 + $1.members.count } }
    let all = Apportionment.share(
      counts.reduce(0, +), of: profile.questions, from: profile.unscored)
    let parts = Apportionment.parts(of: all, weights: counts)
    var unscored: Set<Int> = []
    for (domain, part) in parts.enumerated() where part > 0 {
      var members = units[domain].flatMap(\.members)
      members.shuffleEverywhereAlike(using: &generator)
      unscored.formUnion(members.prefix(part))
    }
    return unscored
  }
}

/// Seeds that depend on a text too.
enum SeedMix {
  /// FNV-1a, 64 bits, over the text, mixed with the seed.
  static func mix(_ seed: UInt64, _ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (seed &* 0x9e37_79b9_7f4a_7c15)
  }
}
