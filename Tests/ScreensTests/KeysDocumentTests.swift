import Foundation
import Screens
import Study
import TestSupport
import Testing

/// `docs/keys.md` is made from the key maps: RECORD_FRAMES=1 writes it anew.
@Suite struct KeysDocumentTests {
  @Test("The list of keys says what the key maps say")
  func document() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/keys.md")
    let expected = Self.markdown
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    let found = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(found == expected, "RECORD_FRAMES=1 swift test --filter KeysDocumentTests")
  }

  private static var markdown: String {
    let world = Sample.world(Sample.studied())
    var text = """
      # Keys

      Everywhere: arrows or `h j k l` move, Enter takes, Esc goes back, `?` shows the keys of the
      page, Ctrl-Z stops the program until `fg`, Ctrl-C leaves it. The tables below are made from the
      program's own key maps.

      """
    func add(_ title: String, _ entries: [(keys: String, help: String)]) {
      text += "\n## \(title)\n\n| keys | what |\n|---|---|\n"
      for entry in entries {
        text += "| \(entry.keys.replacingOccurrences(of: "|", with: "\\|")) | \(entry.help) |\n"
      }
    }
    func page(_ rehearsal: Rehearsal) -> [(keys: String, help: String)] {
      rehearsal.app.page.screen.helpEntriesForTest(in: rehearsal.app.world)
    }
    add("Home", HomeScreen().keys(in: world).helpEntries)
    add("Question with options", page(Sample.study(["cpc-em-001"])))
    add("Question with several right options", page(Sample.study(["cpc-em-m01"])))
    add("Code field", page(Sample.study(["cpc-icd-k01"])))
    var left = Sample.study(["cpc-icd-k01"])
    left.press(.escape)
    add("Code, outside the field", page(left))
    var verdict = Sample.study(["cpc-em-001", "cpc-em-002"])
    verdict.press(.character("1"), .enter)
    add("Verdict", page(verdict))
    let card = Sample.study(["cpc-term-c001"])
    add("Flashcard", page(card))
    var turned = card
    turned.press(.enter)
    add("Flashcard, turned", page(turned))
    add("Record", page(Sample.study(["cpc-case-001"])))
    add("Mock exam, before", page(ExamSample.start()))
    var exam = ExamSample.sitting()
    add("Mock exam", page(exam))
    exam.press(.character("v"))
    add("Mock exam, review screen", page(exam))
    exam.press(.escape, .character("q"))
    add("Mock exam, leaving", page(exam))
    add("Mock exam, calculator and notes", page(ExamSample.sitting("=")))
    var report = ExamSample.report()
    add("Report", page(report))
    report.press(.character(" "))
    add("Report, questions", page(report))
    add("Progress", ProgressScreen().keys(in: world).helpEntries)
    add("Browse", BrowseScreen().keys(in: world).helpEntries)
    var reading = Rehearsal(world: world, page: .browse(BrowseScreen()))
    reading.press(.enter)
    add("Browse, reading", page(reading))
    add("Settings", SettingsScreen().keys(in: world).helpEntries)
    add("Learners", LearnersScreen().keys(in: world).helpEntries)
    return text
  }
}

extension Screen {
  fileprivate func helpEntriesForTest(in world: World) -> [(keys: String, help: String)] {
    keys(in: world).helpEntries
  }
}
