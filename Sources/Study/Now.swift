/// The present moment as the outside hands it in; nothing in here reads a clock.
package struct Now: Equatable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  package var milliseconds: Int64
  /// Minutes east of UTC.
  package var zoneMinutes: Int
  /// Milliseconds of a clock that never jumps and goes on while the machine sleeps; only
  /// differences mean anything.
  package var elapsed: Int64

  package init(milliseconds: Int64, zoneMinutes: Int, elapsed: Int64) {
    self.milliseconds = milliseconds
    self.zoneMinutes = zoneMinutes
    self.elapsed = elapsed
  }

  /// The study day, which begins at 04:00.
  package var studyDay: CalendarDay {
    CalendarDay(studyDayAt: milliseconds, zoneMinutes: zoneMinutes)
  }

  /// Minutes since local midnight, 0 to 1,439.
  package var minuteOfDay: Int {
    let minutes = milliseconds / 60_000 + Int64(zoneMinutes)
    return Int(((minutes % 1440) + 1440) % 1440)
  }
}
