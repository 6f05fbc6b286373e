import ArgumentParser
import Glibc
import Storage

/// Exit codes as `sysexits.h` names them.
enum Exit {
  static let failure = ExitCode(1)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let inputOutput = ExitCode(74)
  static let inUse = ExitCode(75)
  static let notPermitted = ExitCode(77)

  /// The code for what went wrong on disk.
  static func code(for kind: StorageError.Kind) -> ExitCode {
    switch kind {
    case .missing: noInput
    case .damaged, .tooNew: badData
    case .cannotWrite: inputOutput
    case .notPermitted: notPermitted
    case .inUse: inUse
    case .badName: ExitCode(64)
    }
  }
}

/// Writes a sentence to standard error, made safe for a terminal.
func complain(_ sentence: String) {
  let bytes = Array(("sequela: " + PlainText.safe(sentence) + "\n").utf8)
  bytes.withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
}

/// Runs `body`; an error of storage becomes one sentence and an exit code.
func failing<Result>(_ body: () throws(StorageError) -> Result) throws -> Result {
  do throws(StorageError) {
    return try body()
  } catch {
    complain(error.description)
    throw Exit.code(for: error.kind)
  }
}
