/// One certification exam as data: `QuestionBanks/<EXAM>/exam.json`.
package struct ExamProfile: Equatable, Sendable, Identifiable {
  /// `CPC`, `RHIT`, `CCA`.
  package var id: String
  package var title: String
  /// Who holds the exam, for example `AHIMA`.
  package var body: String
  /// Who it is for, in at most two lines of 74 columns.
  package var summary: String
  /// Questions on a whole form, unscored ones included.
  package var questions: Int
  /// How many of them do not count.
  package var unscored: Int
  /// Testing time in minutes.
  package var minutes: Int
  package var score: Score
  package var order: Order
  package var isOpenBook: Bool
  /// The books that may be open.
  package var books: [String]
  /// Whether earlier questions may be seen again.
  package var allowsBacktracking: Bool
  /// In blueprint order.
  package var domains: [Domain]
  package var facts: [Fact]

  package init(
    id: String, title: String, body: String, summary: String, questions: Int, unscored: Int,
    minutes: Int, score: Score, order: Order, isOpenBook: Bool, books: [String],
    allowsBacktracking: Bool, domains: [Domain], facts: [Fact]
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.summary = summary
    self.questions = questions
    self.unscored = unscored
    self.minutes = minutes
    self.score = score
    self.order = order
    self.isOpenBook = isOpenBook
    self.books = books
    self.allowsBacktracking = allowsBacktracking
    self.domains = domains
    self.facts = facts
  }

  /// How the exam turns answers into a verdict.
  package enum Score: Equatable, Sendable {
    /// Right answers in percent; passed at `pass`.
    case percent(pass: Double)
    /// A scale whose raw cut is secret; `assumedCut` and its band are shares of right answers.
    case scaled(
      low: Double, high: Double, pass: Double, assumedCut: Double,
      assumedBand: ClosedRange<Double>)
  }

  /// The order of the questions on a form.
  package enum Order: String, CaseIterable, Sendable {
    case shuffled, blueprint
  }

  /// One line of the blueprint.
  package struct Domain: Equatable, Sendable, Identifiable {
    package var id: String
    package var title: String
    /// Questions of a whole form, unscored ones included.
    package var questions: Int
    /// The published range in percent, where one is published.
    package var percent: ClosedRange<Double>?

    package init(id: String, title: String, questions: Int, percent: ClosedRange<Double>? = nil) {
      self.id = id
      self.title = title
      self.questions = questions
      self.percent = percent
    }
  }

  /// One fact about the exam, with where and when it was read.
  package struct Fact: Equatable, Sendable {
    package var claim: String
    package var source: String
    package var checked: CalendarDay
    /// `high`, `med` or `low`.
    package var confidence: String

    package init(claim: String, source: String, checked: CalendarDay, confidence: String) {
      self.claim = claim
      self.source = source
      self.checked = checked
      self.confidence = confidence
    }

    /// Whether it was checked over a year before `day` and should be shown as such.
    package func isOld(on day: CalendarDay) -> Bool { day - checked > 365 }
  }

  /// The domain with this id.
  package func domain(_ id: String) -> Domain? { domains.first { $0.id == id } }
}
