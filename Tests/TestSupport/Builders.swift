import FSRS
import Study

extension Question {
  /// A question of four options, the first of them right in the file's order.
  package static func choice(
    _ id: String, exam: String = "CPC", domain: String = "em", pool: Pool = .study,
    valid: Validity = Validity(), exhibit: String? = nil, alsoIn: [Placement] = []
  ) -> Question {
    Question(
      id: id, exam: exam, domain: domain,
      body: .choice(
        OptionSet(
          stem: "Which option of \(id) is right?",
          options: [
            Option(text: "The right one", isCorrect: true),
            Option(text: "The first wrong one", error: "one", why: "It is the first wrong one."),
            Option(text: "The second wrong one", error: "two", why: "It is the second wrong one."),
            Option(text: "The third wrong one", error: "three", why: "It is the third wrong one."),
          ])),
      topic: "topic of \(id)", level: .application, difficulty: 0.6, pool: pool, exhibit: exhibit,
      rationale: "Because it is right.",
      references: [
        Reference(source: "The Book", section: "4.2"),
        Reference(source: "The Other Book", section: "1"),
      ], valid: valid, alsoIn: alsoIn)
  }

  /// A question of five options, the first and the third right.
  package static func multiple(_ id: String, domain: String = "em") -> Question {
    Question(
      id: id, exam: "CPC", domain: domain,
      body: .multiple(
        OptionSet(
          stem: "Which options of \(id) are right? Select TWO.",
          options: (0..<5).map { place in
            Option(
              text: "Option \(place + 1)", isCorrect: place == 0 || place == 2,
              error: "error", why: place == 0 || place == 2 ? "" : "Option \(place + 1) is wrong.")
          })),
      topic: "topic of \(id)", rationale: "One and three.",
      references: [Reference(source: "The Book", section: "7")])
  }

  /// A code to type: E11.65.
  package static func code(_ id: String, domain: String = "icd-10-cm") -> Question {
    Question(
      id: id, exam: "CPC", domain: domain,
      body: .code(
        CodeAnswer(
          stem: "Type 2 diabetes with hyperglycemia. Which code is assigned?", system: .icd10cm,
          accept: ["E11.65"])),
      topic: "topic of \(id)", rationale: "The combination code says it all.",
      references: [Reference(source: "ICD-10-CM", section: "E11.65")])
  }

  package static func flashcard(_ id: String, domain: String = "terminology") -> Question {
    Question(
      id: id, exam: "CPC", domain: domain,
      body: .flashcard(Flashcard(front: "What does -pexy mean?", back: "Surgical fixation.")),
      topic: "topic of \(id)", references: [Reference(source: "The Book", section: "2")])
  }
}

extension ExamProfile {
  /// An exam of 100 questions over four domains.
  package static func make(_ id: String = "CPC") -> ExamProfile {
    ExamProfile(
      id: id, title: "Certified Professional Coder", body: "AAPC",
      summary: "For coders of physician and outpatient services.", questions: 100, unscored: 0,
      minutes: 240, score: .percent(pass: 70), order: .blueprint, isOpenBook: true,
      books: ["CPT"], allowsBacktracking: true,
      domains: [
        Domain(id: "em", title: "Evaluation and Management", questions: 40),
        Domain(id: "icd-10-cm", title: "ICD-10-CM", questions: 30),
        Domain(id: "terminology", title: "Medical terminology", questions: 20),
        Domain(id: "cases", title: "Cases", questions: 10),
      ], facts: [])
  }
}

extension Catalog {
  /// Questions in one bank of their exam's.
  package static func make(
    _ questions: [Question], exhibits: [Exhibit] = [],
    profiles: [ExamProfile] = [.make("CPC"), .make("RHIT")]
  ) -> Catalog {
    Catalog(
      profiles: profiles,
      banks: [
        QuestionBank(
          exam: "CPC", domain: "em", title: "Bank", exhibits: exhibits, questions: questions)
      ])
  }
}

extension Now {
  /// A moment of 22 November 2026 in UTC, in minutes after midnight.
  package static func at(minute: Int, day: Int = 0) -> Now {
    let midnight = Int64(CalendarDay(year: 2026, month: 11, day: 22).number + day) * 86_400_000
    let milliseconds = midnight + Int64(minute) * 60_000
    return Now(milliseconds: milliseconds, zoneMinutes: 0, elapsed: milliseconds - midnight)
  }

  /// Sunday, 22 November 2026, 18:00 UTC.
  package static let evening = Now.at(minute: 18 * 60)

  package func adding(seconds: Int) -> Now {
    Now(
      milliseconds: milliseconds + Int64(seconds) * 1000, zoneMinutes: zoneMinutes,
      elapsed: elapsed + Int64(seconds) * 1000)
  }
}

extension HistoryEvent {
  /// An event of device 0000002a.
  package static func make(
    _ action: Action, at now: Now = .evening, sequence: Int, device: UInt32 = 42
  ) -> HistoryEvent {
    HistoryEvent(
      id: EventID(device: device, sequence: sequence), milliseconds: now.milliseconds,
      zoneMinutes: now.zoneMinutes, action: action)
  }
}
