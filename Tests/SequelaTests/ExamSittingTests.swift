import Foundation
import Screens
import Storage
import Study
import Terminal
import TestSupport
import Testing

@testable import sequela

/// Whole exams, from the first key to the report, on real files and a clock of our own.
@Suite struct ExamSittingTests {
  private let start = Now.evening

  @Test(
    "A whole exam is sat, submitted, reported and remembered",
    arguments: [("CPC", 100, 240), ("RHIT", 150, 205), ("CCA", 105, 120)])
  func whole(exam: String, count: Int, minutes: Int) throws {
    let fixture = try ExamBankFixture(exam)
    let robot = ExamRobot(now: start)
    var session = try ExamSession(fixture, exam: exam, at: start)
    var generator = SplitMix64(seed: 2026)
    let pace = minutes * 60_000 / count
    var shown = 0
    // Each question once: an answer, four in five right, and a mark now and then.
    var queue: [Key] = [.enter]
    robot.act = { robot, _ in
      if queue.isEmpty {
        if robot.text.contains("Report · ") { return .hangUp }
        if robot.text.contains("· Review") || robot.text.contains("     Review  ") {
          queue = [.character("S"), .enter]
        } else {
          shown += 1
          let isRight = generator.next() % 5 != 0
          queue = [Self.option(right: isRight, in: robot.text)]
          if generator.next() % 4 == 0 { queue.append(.character("g")) }
          if generator.next() % 6 == 0 { queue.append(.character("m")) }
          if generator.next() % 6 == 0 { queue += [.down, .character("x")] }
          if exam != "RHIT", generator.next() % 3 == 0 {
            queue += [.character("o"), .character("o")]
          }
          queue.append(.enter)
        }
        robot.pass(milliseconds: pace / 2)
      }
      robot.pass(milliseconds: 400)
      return .key(queue.removeFirst())
    }
    #expect(session.play(robot) == .hungUp)
    #expect(shown == count)

    let report = try #require(session.report)
    let profile = try #require(session.app.world.profile)
    #expect(report.items.count == count)
    #expect(report.answeredCount == count)
    #expect(report.score.count == count - profile.unscored)
    for domain in profile.domains {
      #expect(report.items.count { $0.question.domain == domain.id } == domain.questions)
    }
    #expect(report.items.reduce(0) { $0 + $1.milliseconds } == report.spent)
    #expect(report.spent < minutes * 60_000)
    switch exam {
    case "CPC":
      #expect(report.verdict == (report.score.right >= 70 ? .passed : .failed))
      #expect(
        report.items.map(\.question.domain)
          == profile.domains.flatMap { domain in
            [String](repeating: domain.id, count: domain.questions)
          })
    default:
      #expect([.likelyAbove, .tooClose, .likelyBelow].contains(report.verdict))
      #expect(!robot.text.lowercased().contains("passed"))
    }
    // What was sat is what a start from the disk alone finds.
    let world = session.app.world
    session.outside = FileOutside(workplace: fixture.workplace, store: nil)
    var replayed = Progress()
    let store = try fixture.workplace.open(fixture.name, progress: &replayed)
    #expect(replayed == world.progress)
    #expect(try store.replayed() == world.progress)
    #expect(store.reports() == [report])
    let tomorrow = robot.now.studyDay + 1
    for item in report.items where item.isCorrect == false {
      #expect(replayed[item.question.id].phase == .review(due: tomorrow))
    }
  }

  @Test("Without a key the exam submits itself at the deadline, with every warning before")
  func deadline() throws {
    let fixture = try ExamBankFixture("CCA")
    let robot = ExamRobot(now: start)
    var session = try ExamSession(fixture, exam: "CCA", at: start)
    var warnings: Set<String> = []
    var keys: [Key] = [.enter, .character("2")]
    var ticks = 0
    robot.act = { robot, wait in
      for minutes in ["30 minutes left.", "5 minutes left."] where robot.text.contains(minutes) {
        warnings.insert(minutes)
      }
      if robot.text.contains("Report · ") { return .hangUp }
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      ticks += 1
      // As in a window that is seldom woken.
      robot.pass(milliseconds: 20 * wait)
      return .tick
    }
    #expect(session.play(robot) == .hungUp)
    let report = try #require(session.report)
    #expect(report.spent == 120 * 60_000)
    #expect(report.answeredCount == 1)
    #expect(warnings.count == 2)
    #expect(ticks == 360)
  }

  @Test("A closed lid counts as time, and the exam is over when it opens too late")
  func closedLid() throws {
    let fixture = try ExamBankFixture("CCA")
    let robot = ExamRobot(now: start)
    var session = try ExamSession(fixture, exam: "CCA", at: start)
    session.press(robot, .enter, .character("1"))
    session.tick(robot, milliseconds: 9_000_000)
    #expect(session.report?.spent == 7_200_000)
  }

  @Test("Killed at random moments, the exam goes on with the same answers, marks and time left")
  func killed() throws {
    let fixture = try ExamBankFixture("CPC")
    let robot = ExamRobot(now: start)
    var generator = SplitMix64(seed: 99)
    var session = try ExamSession(fixture, exam: "CPC", at: start)
    session.press(robot, .enter)
    for round in 1...40 {
      for _ in 0..<(generator.next() % 12) {
        let keys: [Key] = [
          .character("1"), .character("3"), .character("d"), .enter, .right, .left,
          .character("g"), .character("m"), .character("o"), .down, .character("x"), .backspace,
        ]
        session.press(robot, keys[Int(generator.next() % UInt64(keys.count))])
        // Sometimes the candidate thinks, and the clock is written meanwhile.
        for _ in 0..<(generator.next() % 5) { session.tick(robot, milliseconds: 1000) }
      }
      robot.pass(milliseconds: Int(generator.next() % 900))
      let before = try #require(session.exam)
      let left = before.remaining(at: robot.now)
      // Dead for a while: nothing is written any more, the lock is gone.
      session.outside = FileOutside(workplace: fixture.workplace, store: nil)
      robot.pass(milliseconds: Int(generator.next() % 100_000_000))
      session = try ExamSession(fixture, exam: "CPC", at: robot.now)
      session.app.press(.enter, at: robot.now, outside: &session.outside)
      let after = try #require(session.exam, "round \(round)")
      #expect(after.position == before.position, "round \(round)")
      for (old, new) in zip(before.items, after.items) {
        #expect(old.answers == new.answers, "round \(round)")
        #expect(old.isFlagged == new.isFlagged && old.struck == new.struck, "round \(round)")
      }
      let found = after.remaining(at: robot.now)
      #expect(found >= left && found - left <= 1000, "round \(round): \(found) for \(left)")
    }
    session.press(robot, .character("v"), .character("S"), .enter)
    let report = try #require(session.report)
    #expect(report.pauses == 40)
  }

  @Test("Killed between the report and the submission, the exam submits again, once")
  func killedWhileSubmitting() throws {
    let fixture = try ExamBankFixture("CCA")
    let robot = ExamRobot(now: start)
    var session = try ExamSession(fixture, exam: "CCA", at: start)
    session.press(robot, .enter, .character("1"))
    let exam = try #require(session.exam)
    let (report, effects) = ExamSteps.submit(exam, in: session.app.world, at: robot.now)
    var world = session.app.world
    try session.outside.perform(try #require(effects.first), on: &world, at: robot.now)
    session.outside = FileOutside(workplace: fixture.workplace, store: nil)
    session = try ExamSession(fixture, exam: "CCA", at: robot.now)
    session.press(robot, .enter, .character("v"), .character("S"), .enter)
    #expect(session.report?.score == report.score)
    session.outside = FileOutside(workplace: fixture.workplace, store: nil)
    var progress = Progress()
    let store = try fixture.workplace.open(fixture.name, progress: &progress)
    #expect(store.reports().count == 1)
    #expect(progress.exams.scores.count == 1)
  }

  /// The digit of a right or of a wrong option on the page.
  private static func option(right: Bool, in text: String) -> Key {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").filter { $0 != "▸" }
      guard words.count >= 2, let digit = words[0].first, words[0].count == 1, digit.isNumber
      else { continue }
      if (words[1] == "Right") == right { return .character(digit) }
    }
    return .character("1")
  }
}
