import Study
import Testing

@Suite struct CalendarDayTests {
  @Test(
    "Days are counted from 1970 and written as dates",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (20_779, "2026-11-22"), (19_782, "2024-02-29"),
      (11_016, "2000-02-29"), (-25_567, "1900-01-01"),
    ])
  func numbers(number: Int, text: String) {
    #expect(CalendarDay(number: number).description == text)
    #expect(CalendarDay(iso: text)?.number == number)
  }

  @Test(
    "What is no real date is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "1899-12-31", "20261122",
      "2026-11-22 ", "", "2100-02-29",
    ])
  func refused(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test("Every day of four centuries comes back from its own text")
  func roundTrip() {
    var day = CalendarDay(year: 1900, month: 1, day: 1)
    let end = CalendarDay(year: 2199, month: 12, day: 31)
    var expected = day.number
    while day <= end {
      #expect(CalendarDay(iso: day.description) == day)
      #expect(day.number == expected)
      day = day + 1
      expected += 1
    }
  }

  @Test("A study day begins at four in the morning of the event's own time zone")
  func studyDays() {
    let midnight = Int64(20_779) * 86_400_000
    let hour: Int64 = 3_600_000
    #expect(CalendarDay(studyDayAt: midnight + 4 * hour, zoneMinutes: 0).number == 20_779)
    #expect(CalendarDay(studyDayAt: midnight + 4 * hour - 1, zoneMinutes: 0).number == 20_778)
    // 02:00 UTC is 21:00 of the evening before in New York, and 15:00 in Auckland.
    #expect(CalendarDay(studyDayAt: midnight + 2 * hour, zoneMinutes: -300).number == 20_778)
    #expect(CalendarDay(studyDayAt: midnight + 2 * hour, zoneMinutes: 780).number == 20_779)
    #expect(CalendarDay(studyDayAt: -1, zoneMinutes: 240).number == -1)
  }

  @Test("22 November 2026 is a Sunday")
  func weekday() {
    #expect(CalendarDay(iso: "2026-11-22")?.shortName == "Sun 22 Nov")
    #expect(CalendarDay(iso: "1969-12-31")?.weekday == 2)
  }
}
