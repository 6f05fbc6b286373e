import Foundation
import Screens
import Testing

/// Compares a frame with the recorded one, `Tests/ScreensTests/Golden/<name>.txt`: first the text,
/// then the roles, then the cursor.
///
/// With `RECORD_FRAMES=1` in the environment a frame that differs is recorded, and the test fails
/// that once, so that nobody records without looking.
/// - Parameter name: letters, digits, `-`; by custom the page, what it shows and the size:
///   `home-nothing-due-80x24`.
package func expectFrame(
  _ frame: Frame, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = goldenFolder.appending(path: "\(name).txt")
  let found = goldenText(of: frame)
  let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  guard found != expected else { return }
  if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
    do {
      try Data(found.utf8).write(to: file)
      Issue.record("Recorded \(name); look at it, then run again.", sourceLocation: sourceLocation)
    } catch {
      Issue.record("Cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected else {
    Issue.record(
      "No golden frame \(name); RECORD_FRAMES=1 records it:\n\(found)",
      sourceLocation: sourceLocation)
    return
  }
  Issue.record(
    "\(name) differs; RECORD_FRAMES=1 records it anew.\n\(difference(found, expected))",
    sourceLocation: sourceLocation)
}

private let goldenFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "ScreensTests/Golden", directoryHint: .isDirectory)

/// What a golden file holds: both grids and the cursor, with a line of `=` between them.
package func goldenText(of frame: Frame) -> String {
  let line = String(repeating: "=", count: frame.width)
  let cursor = frame.cursor.map { "cursor \($0.x),\($0.y)" } ?? "no cursor"
  return (frame.text + [line] + frame.roles + [line, cursor, ""]).joined(separator: "\n")
}

private func difference(_ found: String, _ expected: String) -> String {
  let found = found.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
  return (0..<max(found.count, expected.count)).compactMap { row in
    let now = row < found.count ? found[row] : "(no line)"
    let was = row < expected.count ? expected[row] : "(no line)"
    return now == was ? nil : "line \(row + 1)\n  is     |\(now)\n  should |\(was)"
  }.joined(separator: "\n")
}

extension Frame: CustomTestStringConvertible {
  /// Both grids; a failed expectation prints them.
  package var testDescription: String { "\n" + goldenText(of: self) }
}
