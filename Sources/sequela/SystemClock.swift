import Glibc
import Study

/// The machine's clocks: the one place where the present time is read.
enum SystemClock {
  /// Wall time, its offset from UTC, and the time since the machine was started, sleep included.
  static func now() -> Now {
    var wall = timespec()
    clock_gettime(CLOCK_REALTIME, &wall)
    var boot = timespec()
    clock_gettime(CLOCK_BOOTTIME, &boot)
    var seconds = wall.tv_sec
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Now(
      milliseconds: Int64(wall.tv_sec) * 1000 + Int64(wall.tv_nsec) / 1_000_000,
      zoneMinutes: parts.tm_gmtoff / 60,
      elapsed: Int64(boot.tv_sec) * 1000 + Int64(boot.tv_nsec) / 1_000_000)
  }

  /// A number for a form that nobody chose, short enough to be written down.
  static func seed() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return UInt64.random(in: 1...999_999, using: &generator)
  }
}
