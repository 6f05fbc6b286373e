/// What an exam's banks hold, counted by what an author plans by.
package struct BankHoldings: Equatable, Sendable {
  /// A name with its count.
  package struct Count: Equatable, Sendable {
    package var name: String
    package var count: Int
  }

  /// One line of the blueprint.
  package struct Domain: Equatable, Sendable {
    package var id: String
    package var title: String
    /// All questions of the domain, flashcards included.
    package var questions: Int
    /// Those that exam forms hold.
    package var choices: Int
    /// How many forms they fill without repeating one.
    package var forms: Double
  }

  package var exam: String
  package var title: String
  /// The exam's own questions.
  package var questions: Int
  /// Questions of other exams that its candidates are asked too; in no other count.
  package var shared: Int
  /// Whole forms without repeating a question.
  package var forms: Int
  package var domains: [Domain]
  package var kinds: [Count]
  package var levels: [Count]
  package var pools: [Count]
  package var duties: [Count]
  /// By the day from which the codes and rules hold.
  package var years: [Count]
  /// Questions that hold no longer.
  package var expired: Int

  package init(_ banks: [QuestionBank], of exam: ExamProfile, on day: CalendarDay) {
    let all = banks.flatMap(\.questions)
    let own = all.filter { $0.exam == exam.id }
    self.exam = exam.id
    title = exam.title
    questions = own.count
    shared = all.count { $0.exam != exam.id && $0.domain(in: exam.id) != nil }
    domains = exam.domains.map { domain in
      let here = own.filter { $0.domain == domain.id }
      let choices = here.count { $0.kind == .choice }
      let forms = domain.questions > 0 ? Double(choices) / Double(domain.questions) : 0
      return Domain(
        id: domain.id, title: domain.title, questions: here.count, choices: choices, forms: forms)
    }
    let asked = zip(domains, exam.domains).filter { $0.1.questions > 0 }
    forms = Int(asked.map { $0.0.forms }.min() ?? 0)
    kinds = Question.Kind.allCases.map { kind in
      Count(name: kind.rawValue, count: own.count { $0.kind == kind })
    }
    levels =
      Question.Level.allCases.map { level in
        Count(name: level.rawValue, count: own.count { $0.level == level })
      } + [Count(name: "no level", count: own.count { $0.level == nil })]
    pools = Question.Pool.allCases.map { pool in
      Count(name: pool.rawValue, count: own.count { $0.pool == pool })
    }
    duties =
      Question.Duty.allCases.map { duty in
        Count(name: duty.rawValue, count: own.count { $0.duties.contains(duty) })
      } + [Count(name: "no duty", count: own.count { $0.duties.isEmpty })]
    let starts = Dictionary(grouping: own) { $0.valid.from?.description ?? "no date" }
    years = starts.keys.sorted().map { Count(name: $0, count: starts[$0]?.count ?? 0) }
    expired = own.count { $0.valid.to.map { $0 < day } ?? false }
  }
}
