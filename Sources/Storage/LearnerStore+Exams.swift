import Glibc
import Study

/// The clock of a running exam: a tiny file in the state folder, written each second.
extension LearnerStore {
  private var clockPath: String { "\(locations.state)/exams/\(key)" }

  /// Bytes of the clock file: always written whole and in place, so that a full disk does not
  /// stop it.
  private static let clockSize = 96

  /// Writes how far an exam's clock has come, and waits until the disk has it.
  package func keepClock(_ clock: ExamClock) throws(StorageError) {
    guard !isReadOnly else { return }
    let value: JSONValue = [
      "clock": .number(Double(clock.clock)), "sitting": .string(clock.sitting.description),
    ]
    var bytes = value.encoded(.compact)
    bytes += repeatElement(0x20, count: max(0, LearnerStore.clockSize - 1 - bytes.count)) + [0x0A]
    try Files.makeFolder("\(locations.state)/exams")
    try Files.overwrite(clockPath, with: bytes)
  }

  /// How far the clock of the last exam had come; nil where nothing sensible is there.
  package func examClock() -> ExamClock? {
    guard let bytes = try? Files.read(clockPath), let value = try? JSONValue(parsing: bytes),
      let clock = value["clock"]?.integer, clock >= 0,
      let sitting = value["sitting"]?.string.flatMap({ EventID($0) })
    else { return nil }
    return ExamClock(sitting: sitting, clock: clock)
  }
}

extension Files {
  /// Writes the start of a file in place and waits until the disk has it; for content that always
  /// has the same size and may be lost.
  static func overwrite(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("write", path, errno) }
    var code = writeAll(file, bytes)
    if code == 0 && fdatasync(file) != 0 { code = errno }
    close(file)
    guard code == 0 else { throw failure("write", path, code) }
  }
}

/// Score reports.
extension LearnerStore {
  /// Writes a finished report, and returns its path.
  @discardableResult
  package func saveReport(_ report: ScoreReport) throws(StorageError) -> String {
    try saveReport(report.encoded(), named: report.fileName + ".json")
    return "\(folder)/exams/\(report.fileName).json"
  }

  /// Writes a text beside the reports, and returns its path.
  package func saveText(_ text: String, named file: String) throws(StorageError) -> String {
    try saveReport(Array(text.utf8), named: file)
    return "\(folder)/exams/\(file)"
  }

  /// All reports that can be read, of every device, the latest first.
  package func reports() -> [ScoreReport] {
    let names = (try? Files.names(in: folder + "/exams")) ?? []
    return names.filter { $0.hasSuffix(".json") }.reversed().compactMap { name in
      (try? Files.read("\(folder)/exams/\(name)")).flatMap { ScoreReport(decoding: $0) }
    }
  }
}
