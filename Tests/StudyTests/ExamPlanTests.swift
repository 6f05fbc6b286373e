import Study
import Testing

@Suite struct ExamPlanTests {
  private let today = CalendarDay(year: 2026, month: 11, day: 22)

  @Test(
    "New cards are spread so that all are met a week before the exam",
    arguments: [
      (41, 482, 15), (41, 20, 5), (41, 5000, 30), (8, 60, 30), (7, 60, 5), (0, 60, 5),
      (107, 500, 5),
      (57, 500, 10),
    ])
  func limits(days: Int, unseen: Int, expected: Int) {
    let plan = ExamPlan(exam: "CPC", date: today + days)
    #expect(plan.newCardLimit(unseen: unseen, today: today) == expected)
  }

  @Test("Without a date, and after it, there are ten new cards a day")
  func undated() {
    #expect(ExamPlan(exam: "CPC", date: nil).newCardLimit(unseen: 500, today: today) == 10)
    #expect(ExamPlan(exam: "CPC", date: today + -3).newCardLimit(unseen: 500, today: today) == 10)
  }

  @Test("Validity is judged on the exam date, and today where there is none or it is past")
  func validity() {
    #expect(ExamPlan(exam: "CPC", date: today + 60).validityDay(today: today) == today + 60)
    #expect(ExamPlan(exam: "CPC", date: nil).validityDay(today: today) == today)
    #expect(ExamPlan(exam: "CPC", date: today + -1).validityDay(today: today) == today)
  }

  @Test("The nearest exam comes first, one without a date last, one that is off not at all")
  func order() {
    let settings = LearnerSettings(values: [
      "exam.CPC": .text("2027-03-01"), "exam.RHIT": .text("undated"),
      "exam.CCA": .text("2027-01-15"), "exam.XYZ": .text("off"),
    ])
    #expect(settings.exams.map(\.exam) == ["CCA", "CPC", "RHIT"])
  }

  @Test("Settings out of range are brought into it")
  func ranges() {
    let wild = LearnerSettings(values: [
      "minutes": .number(1e9), "retention": .number(0.1), "newCards": .number(-4),
    ])
    #expect(wild.minutes == 240)
    #expect(wild.retention == 0.7)
    #expect(wild.newCards == nil)
    let strange = LearnerSettings(values: ["minutes": .text("many"), "retention": .number(.nan)])
    #expect(strange.minutes == 20)
    #expect(strange.retention == 0.9)
  }
}
