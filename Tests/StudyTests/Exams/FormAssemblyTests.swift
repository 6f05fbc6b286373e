import Study
import TestSupport
import Testing

@Suite struct FormAssemblyTests {
  private let day = CalendarDay(year: 2026, month: 11, day: 22)

  private func form(
    _ profile: ExamProfile, _ bank: [Question], seed: UInt64 = 7, count: Int? = nil,
    seen: [String: CalendarDay] = [:]
  ) -> ExamForm {
    FormAssembly.form(
      profile, questions: bank,
      request: FormRequest(seed: seed, date: day, count: count, seen: seen))
  }

  private func counts(_ form: ExamForm) -> [String: Int] {
    form.questions.reduce(into: [:]) { $0[$1.domain, default: 0] += 1 }
  }

  @Test("A whole form has exactly the blueprint's questions of each domain")
  func blueprint() {
    let profile = ExamProfile.random(seed: 3)
    let form = form(profile, RandomBank(profile, seed: 3, copies: 4).questions)
    for domain in profile.domains { #expect(counts(form)[domain.id] == domain.questions) }
    #expect(form.minutes == profile.minutes)
    #expect(form.missing.isEmpty)
    #expect(form.questions.count { !$0.isScored } == profile.unscored)
  }

  @Test("Forms of random banks keep every promise", arguments: 0..<60)
  func properties(seed: UInt64) throws {
    let profile = ExamProfile.random(seed: seed)
    let bank = RandomBank(profile, seed: seed, copies: 3)
    let count = seed % 3 == 0 ? nil : Int(10 + seed % 40)
    let form = form(profile, bank.questions, seed: seed, count: count, seen: bank.seen)
    #expect(form.questions.count == min(count ?? profile.questions, profile.questions))
    let expected = largestRemainder(form.questions.count, profile.domains.map(\.questions))
    let found = counts(form)
    for (domain, expected) in zip(profile.domains, expected) {
      #expect(found[domain.id] ?? 0 == expected, "\(domain.id)")
    }
    let ids = form.questions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let question = try #require(bank[id])
      #expect(question.kind == .choice)
      #expect(question.valid.contains(day))
      #expect(question.enemies.allSatisfy { !ids.contains($0) })
    }
    for (exhibit, members) in bank.exhibits(on: day) {
      let places = ids.indices.filter { members.contains(ids[$0]) }
      guard let first = places.first, let last = places.last else { continue }
      #expect(places.count == members.count, "\(exhibit) is not whole")
      #expect(last - first + 1 == places.count, "\(exhibit) is not in one piece")
    }
    for question in form.questions {
      let set = try #require(bank[question.id]?.optionSet)
      #expect(question.order.sorted() == Array(set.options.indices))
      if set.fixedOrder { #expect(question.order == Array(set.options.indices)) }
    }
    #expect(
      form.questions.count { !$0.isScored }
        == Int(
          (Double(profile.unscored * form.questions.count) / Double(profile.questions) + 0.5)
            .rounded(.down)))
  }

  @Test("The same seed, date and banks give the same form, in whatever order the files come")
  func replayable() {
    let profile = ExamProfile.random(seed: 5)
    let bank = RandomBank(profile, seed: 5, copies: 4).questions
    let first = form(profile, bank)
    #expect(form(profile, bank.reversed()) == first)
    #expect(form(profile, bank, seed: 8).questions != first.questions)
  }

  @Test("The sequence behind a form is the same on every machine")
  func pinned() {
    let profile = ExamProfile.make()
    let bank = profile.domains.flatMap { domain in
      (0..<6).map { Question.choice("\(domain.id)-\($0)", domain: domain.id) }
    }
    let form = form(profile, bank, seed: 7, count: 5)
    #expect(
      form.questions.map { "\($0.id) \($0.order)" } == [
        "em-3 [1, 2, 0, 3]", "em-0 [3, 2, 0, 1]", "icd-10-cm-2 [3, 0, 1, 2]",
        "icd-10-cm-3 [0, 2, 3, 1]", "terminology-4 [0, 1, 3, 2]",
      ])
  }

  @Test("Unseen questions of the mock pool come first, then unseen ones, then the longest unseen")
  func pools() {
    let profile = ExamProfile.make()
    let bank = profile.domains.flatMap { domain in
      (0..<domain.questions).flatMap { number in
        [
          Question.choice("\(domain.id)-m\(number)", domain: domain.id, pool: .mock),
          Question.choice("\(domain.id)-s\(number)", domain: domain.id),
          Question.choice("\(domain.id)-o\(number)", domain: domain.id),
        ]
      }
    }
    let first = form(profile, bank).questions.map(\.id)
    #expect(first.allSatisfy { $0.contains("-m") })
    var seen: [String: CalendarDay] = [:]
    for id in first { seen[id] = day }
    let second = form(profile, bank, seen: seen).questions.map(\.id)
    #expect(second.allSatisfy { !$0.contains("-m") })
    for question in bank where !question.id.contains("-m") {
      seen[question.id] = day + (question.id.contains("-o") ? -20 : -10)
    }
    let third = form(profile, bank, seen: seen).questions.map(\.id)
    #expect(third.allSatisfy { $0.contains("-o") })
  }

  @Test("Levels and mean difficulty are near the bank's", arguments: 0..<10)
  func balance(seed: UInt64) {
    let profile = ExamProfile.random(seed: 100 + seed)
    let bank = RandomBank(profile, seed: seed, copies: 8, plain: true)
    let form = form(profile, bank.questions, seed: seed)
    func mean(_ questions: [Question]) -> Double {
      questions.reduce(0) { $0 + ($1.difficulty ?? 0) } / Double(questions.count)
    }
    let chosen = form.questions.compactMap { bank[$0.id] }
    // Banks of the same proportions as the form, so that the whole is the measure.
    #expect(abs(mean(chosen) - mean(bank.questions)) < 0.02)
    for level in Question.Level.allCases {
      let share = Double(chosen.count { $0.level == level }) / Double(chosen.count)
      let whole =
        Double(bank.questions.count { $0.level == level }) / Double(bank.questions.count)
      #expect(abs(share - whole) < 0.05, "\(level)")
    }
  }

  @Test("A bank too small gives the largest form in proportion, with what is missing named")
  func small() {
    let profile = ExamProfile.make()
    var bank = (0..<40).map { Question.choice("em-\($0)", domain: "em") }
    bank += (0..<6).map { Question.choice("i-\($0)", domain: "icd-10-cm") }
    bank += (0..<20).map { Question.choice("t-\($0)", domain: "terminology") }
    let form = form(profile, bank)
    // In the proportion 40:30:20, 19 questions are 9, 6 and 4; 20 would need a seventh of the second.
    #expect(counts(form) == ["em": 9, "icd-10-cm": 6, "terminology": 4])
    #expect(form.missing.map(\.id) == ["cases"])
    #expect(form.wanted == 100)
    #expect(form.minutes == 46)
  }

  @Test("A bank without choice questions gives an empty form")
  func empty() {
    let form = form(.make(), [.flashcard("f"), .code("c"), .multiple("m")])
    #expect(form.questions.isEmpty)
    #expect(form.missing.count == 4)
  }

  private func largestRemainder(_ total: Int, _ weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    var parts = weights.map { Int((Double(total * $0) / Double(sum)).rounded(.down)) }
    while parts.reduce(0, +) < total {
      let debts = weights.indices.map { total * weights[$0] - parts[$0] * sum }
      let most = debts.max() ?? 0
      parts[debts.firstIndex(of: most) ?? 0] += 1
    }
    return parts
  }
}
