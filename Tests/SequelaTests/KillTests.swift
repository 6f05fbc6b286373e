import Foundation
import Glibc
import Study
import TestSupport
import Testing

/// Kills the program at random moments: what the screen has acknowledged must be on disk.
@Suite(.serialized) struct KillTests {
  private var rounds: Int {
    ProcessInfo.processInfo.environment["SEQUELA_TORTURE_ROUNDS"].flatMap(Int.init) ?? 12
  }

  @Test("kill -9 in the middle of a session loses nothing acknowledged")
  func fullScreen() throws {
    var generator = SplitMix64(seed: 20_261_122)
    for round in 0..<rounds {
      let fixture = try ProgramFixture()
      let terminal = try fixture.open(["study", "--kind", "choice"])
      var acknowledged = 0
      let target = Int(generator.next() % 6)
      while acknowledged < target {
        try terminal.wait(for: "\(acknowledged + 1) of ")
        terminal.send("1\r")
        try terminal.wait(for: "Comes back")
        acknowledged += 1
        terminal.send("\r")
        try terminal.wait("no next card") { !$0.contains("Comes back") }
      }
      // One more answer is under way when the end comes, at no particular moment of it.
      terminal.send("1\r")
      if generator.next() % 2 == 0 { terminal.send("\r2\r") }
      terminal.kill(SIGKILL)
      #expect(try terminal.waitForEnd() == .signaled(SIGKILL))
      let kept = try fixture.reviews().count
      #expect(kept >= acknowledged, "round \(round)")
      #expect(kept <= acknowledged + 2, "round \(round)")
      let due = try fixture.run(["due", "--json"])
      #expect(due.errors.isEmpty, "round \(round): \(due.errors)")
    }
  }

  @Test("Every line that says saved is on disk when the program is killed")
  func plain() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<max(2, rounds / 3) {
      let fixture = try ProgramFixture()
      let terminal = try fixture.open(["study", "--plain", "--kind", "choice"])
      let target = 1 + Int(generator.next() % 4)
      for number in 1...target {
        // The empty line keeps the grade, or is asked for again after a miss.
        terminal.send("1\n\n")
        try terminal.wait("not saved") { _ in
          String(decoding: terminal.output, as: UTF8.self).contains("saved \(number)")
        }
      }
      terminal.kill(SIGKILL)
      _ = try terminal.waitForEnd()
      let said = String(decoding: terminal.output, as: UTF8.self)
      let saved = (1...9).last { said.contains("saved \($0)") } ?? 0
      #expect(try fixture.reviews().count >= saved)
    }
  }
}
