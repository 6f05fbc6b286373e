import Foundation
import TestSupport
import Testing

/// The man page and the completions know what the program knows.
@Suite struct ManualTests {
  private func manual() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/sequela.1"), encoding: .utf8)
    return text.replacing("\\-", with: "-")
  }

  /// The names in the list of subcommands that a help text ends with.
  private func subcommands(_ help: String) -> [String] {
    guard let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first else {
      return []
    }
    return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
  }

  @Test("The man page names every command and every option that all of them take")
  func complete() throws {
    let fixture = try ProgramFixture(learner: nil)
    let manual = try manual()
    let commands = subcommands(try fixture.run(["--help"]).output)
    #expect(commands.count >= 8)
    for command in commands {
      #expect(manual.contains(command), "\(command)")
      for part in subcommands(try fixture.run([command, "--help"]).output) {
        #expect(manual.contains("\(command) \(part)"), "\(command) \(part)")
      }
    }
    let options = try fixture.run(["due", "--help"]).output.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first }.filter { $0.hasPrefix("--") }
    #expect(options.count >= 7)
    for option in options where option != "--version" {
      #expect(manual.contains(option), "\(option)")
    }
  }

  @Test("Completions for every shell name the commands", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let fixture = try ProgramFixture(learner: nil)
    let script = try fixture.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for command in ["study", "due", "stats", "bank", "learner", "memory", "doctor"] {
      #expect(script.output.contains(command))
    }
  }
}
