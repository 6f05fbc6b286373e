import Testing

@testable import Study

@Suite("The audit of a bank")
struct BankRulesAuditTests {
  private func audit(_ questions: [Question]) -> BankAudit {
    BankAudit(RuleSamples.sample(questions, isWhole: false))
  }

  /// Questions whose longest option is always the key.
  private func longKeys(_ count: Int) -> [Question] {
    (0..<count).map { index in
      var question = RuleSamples.plain(index)
      if case .choice(var set) = question.body {
        set.options[index % 4].text += " and some more"
        question.body = .choice(set)
      }
      return question
    }
  }

  @Test("a sound bank gives no finding, and every rule a row")
  func sound() {
    let audit = audit((0..<120).map(RuleSamples.plain))
    // The keys of these samples stand at each place in turn, which B2 rightly finds.
    #expect(audit.problems.map(\.rule) == ["B2"])
    #expect(audit.rows.map(\.rule) == BankRules.ofBanks.map { $0.id } + ["Z1", "Z2"])
    #expect(Set(audit.rows.map(\.rule)).count == audit.rows.count)
    #expect(audit.choices == 120)
  }

  @Test("a count fails from 100 questions on, and warns below")
  func enough() {
    func severity(_ count: Int) -> BankProblem.Severity? {
      audit(longKeys(count)).problems.first { $0.rule == "C1" }?.severity
    }
    #expect(severity(99) == .warn)
    #expect(severity(100) == .fail)
  }

  @Test("a finding over a bank names the exam, the count, the limit and no question")
  func bankFinding() throws {
    let problems = audit(longKeys(120)).problems
    let finding = try #require(problems.first { $0.rule == "C1" })
    #expect(finding.question == nil)
    #expect(finding.file == "CPC")
    #expect(finding.message.contains("100.0 % [96.9-100.0] of 120"))
    #expect(finding.message.contains("chance 25.0 %"))
    let named = try #require(problems.first { $0.rule == "C3" })
    #expect(named.excerpt.hasPrefix("q-0, q-1, "))
    #expect(named.excerpt.hasSuffix(" and 112 more"))
  }

  @Test("an error of a question names it once, and its count adds no second finding")
  func errorsOnce() {
    let bad = RuleSamples.choice("bad", stem: "The provider performs a")
    let problems = audit([bad] + (0..<120).map(RuleSamples.plain)).problems
    #expect(problems.filter { $0.rule == "E4" }.map(\.question) == ["bad"])
    #expect(problems.first { $0.rule == "E4" }?.severity == .error)
    #expect(problems.first { $0.rule == "E4" }?.file == "a.json")
  }

  @Test("a waiver silences its rule for its question, and is told")
  func waivers() {
    let waiver = Question.Waiver(rule: "E4", why: "quoted from the statute")
    let waived = RuleSamples.choice("w", stem: "The provider performs a", allow: [waiver])
    let audit = audit([waived])
    #expect(!audit.problems.contains { $0.rule == "E4" })
    #expect(
      audit.waived == [BankAudit.Waived(rule: "E4", question: "w", why: "quoted from the statute")])
    #expect(audit.rows.first { $0.rule == "E4" }?.figure.questions == [])
  }

  @Test("a waiver of a rule that is none is named")
  func strangeWaiver() {
    let question = RuleSamples.choice(allow: [Question.Waiver(rule: "F99", why: "w")])
    #expect(RuleSamples.complaints(KnownWaivers.self, question) == ["F99"])
    let structure = RuleSamples.choice(allow: [Question.Waiver(rule: "A1", why: "w")])
    #expect(RuleSamples.complaints(KnownWaivers.self, structure) == ["A1"])
    let known = RuleSamples.choice(allow: [Question.Waiver(rule: "F1", why: "w")])
    #expect(RuleSamples.complaints(KnownWaivers.self, known) == [])
  }

  @Test("Z1 and Z2 count questions that single rules flag, once and twice")
  func flags() throws {
    let twice = RuleSamples.choice(
      "twice", stem: "Which is a", options: ["All of the above", "Send it", "Hold it", "Ask"])
    let once = RuleSamples.choice("once", stem: "The provider performs a")
    let rows = audit([twice, once] + (0..<8).map(RuleSamples.plain)).rows
    #expect(try #require(rows.first { $0.rule == "Z1" }).figure.questions == ["twice", "once"])
    #expect(try #require(rows.first { $0.rule == "Z2" }).figure.questions == ["twice"])
  }

  @Test("numbers are written with fixed decimals")
  func decimals() {
    let cases: [(Double, Int, String)] = [
      (0.125, 2, "0.13"), (1, 2, "1.00"), (0.996, 2, "1.00"), (12.34, 1, "12.3"), (-0.04, 1, "0.0"),
      (-1.26, 1, "-1.3"), (7.5, 0, "8"), (0.05, 3, "0.050"),
    ]
    for (number, digits, text) in cases { #expect(BankFigure.decimal(number, digits) == text) }
  }

  @Test("Wilson's interval and the chi-square tail are right")
  func statistics() {
    // Published examples: 20 of 80 gives 0.168 to 0.355; chi-square 11.345 with 3 degrees, p = .01.
    let interval = Statistics.wilson(20, of: 80)
    #expect(abs(interval.lowerBound - 0.168) < 0.001)
    #expect(abs(interval.upperBound - 0.355) < 0.001)
    // 40, 20, 20, 20: chi-square 12, p = 0.00738.
    #expect(abs(Statistics.uniformity([40, 20, 20, 20]) - 0.00738) < 0.00002)
    #expect(Statistics.uniformity([25, 25, 25, 25]) == 1)
  }
}
