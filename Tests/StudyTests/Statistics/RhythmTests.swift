import FSRS
import Study
import TestSupport
import Testing

@Suite struct RhythmTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22)

  /// A learner who answered once, for ten seconds, on each of these days before today.
  private func progress(_ ages: [Int], exam: String = "CPC") -> Progress {
    var progress = Progress()
    for (place, age) in ages.sorted(by: >).enumerated() {
      progress.apply(
        .make(
          .review(
            Review(question: "q\(place)", exam: exam, rating: .good, milliseconds: 10_000)),
          at: .at(minute: 600, day: -age), sequence: place + 1))
    }
    return progress
  }

  private func rhythm(_ ages: [Int]) -> StudyRhythm {
    StudyRhythm(progress: progress(ages), exam: "CPC", today: Self.today)
  }

  @Test("Days in a row count up to today, or to yesterday while today is young")
  func streak() {
    #expect(rhythm([0, 1, 2]).streak == 3)
    #expect(rhythm([1, 2, 3]).streak == 3)
    #expect(rhythm([]).streak == 0)
    #expect(rhythm([4, 5]).streak == 0)
  }

  @Test("One day off in seven is rest; two are the end of the run")
  func rest() {
    let one = rhythm([0, 1, 3, 4])
    #expect(one.streak == 4)
    #expect(one.restDays == 1)
    #expect(rhythm([0, 1, 4, 5]).streak == 2)
    #expect(rhythm([0, 2, 4, 5]).streak == 2)
    let far = rhythm([0, 2, 3, 4, 5, 6, 7, 8, 10, 11])
    #expect(far.streak == 10)
    #expect(far.restDays == 2)
  }

  @Test("This week and the one before are kept apart")
  func weeks() {
    let rhythm = rhythm([0, 2, 6, 7, 13, 14])
    #expect(rhythm.weekDays == 3)
    #expect(rhythm.weekDaysBefore == 2)
    #expect(rhythm.week.milliseconds == 30_000)
    #expect(rhythm.lastSeven == [10_000, 0, 0, 0, 10_000, 0, 10_000])
  }

  @Test("The calendar begins on a Monday and ends today")
  func calendar() {
    let calendar = StudyCalendar(
      progress: progress([0, 6, 363, 364, 500]), exam: "CPC", today: Self.today)
    #expect(calendar.start.weekday == 0)
    #expect(calendar.milliseconds.count == 52 * 7)
    #expect(calendar.milliseconds.last == 10_000)
    #expect(calendar.studyDays == 3)
    #expect(calendar.byWeekday.reduce(0, +) == 30_000)
  }

  @Test("Another exam's days keep the run alive and count for nothing else")
  func otherExam() {
    let rhythm = StudyRhythm(
      progress: progress([0, 1], exam: "RHIT"), exam: "CPC", today: Self.today)
    #expect(rhythm.streak == 2)
    #expect(rhythm.total.answers == 0)
  }
}
