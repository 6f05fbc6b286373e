import FSRS
import Study

/// Turns a learner's history files into progress: by the snapshot and what came after it, or anew.
struct HistoryLoader {
  let folder: String
  let device: UInt32
  /// Names of the history files.
  let files: [String]

  /// What was loaded.
  struct Loaded {
    var progress: Progress
    /// Bytes of complete lines that the state holds, by file.
    var covered: [String: Int] = [:]
    /// The last event that the state holds.
    var last: EventPosition?
    /// The highest sequence number of this device.
    var highest = 0
    var didReplay = false
    var hasNewerLines = false
    var damaged: [DamagedLine] = []
  }

  private var ownFile: String { EventID.deviceName(device) + ".jsonl" }
  private var snapshotPath: String { "\(folder)/progress/\(EventID.deviceName(device)).json" }

  func load() throws(StorageError) -> Loaded {
    if let continued = try continueSnapshot() { return continued }
    return try replay()
  }

  /// Reads every file whole.
  func replay() throws(StorageError) -> Loaded {
    var (reader, covered) = try readAll()
    let history = reader.finish()
    return Loaded(
      progress: Progress(replaying: history), covered: covered, last: history.range?.upperBound,
      highest: reader.highest[device] ?? 0, didReplay: true,
      hasNewerLines: reader.hasNewerLines, damaged: reader.damaged)
  }

  /// All events of all files in their order.
  func history() throws(StorageError) -> History {
    var (reader, _) = try readAll()
    return reader.finish()
  }

  /// Reads every file whole; also how many bytes of complete lines each has.
  private func readAll() throws(StorageError) -> (HistoryReader, [String: Int]) {
    var reader = HistoryReader()
    var covered: [String: Int] = [:]
    for file in files {
      covered[file] = reader.read(try Files.read(path(file)), file: file, isOwn: file == ownFile)
    }
    return (reader, covered)
  }

  /// The snapshot with the lines that came after it; nil where a full replay is needed.
  private func continueSnapshot() throws(StorageError) -> Loaded? {
    guard let bytes = try? Files.read(snapshotPath),
      let snapshot = ProgressSnapshot(decoding: bytes),
      snapshot.files.keys.allSatisfy({ files.contains($0) })
    else { return nil }
    var reader = HistoryReader()
    var covered: [String: Int] = [:]
    for file in files {
      let known = snapshot.files[file]?.bytes ?? 0
      if let part = snapshot.files[file] {
        guard ByteHash.hash(ofFile: path(file), first: known) == part.hash else { return nil }
      }
      covered[file] = known
      guard Files.size(path(file)) ?? 0 > known else { continue }
      let tail = try Files.read(path(file), from: known)
      covered[file] =
        known + reader.read(tail, file: file, offset: known, isOwn: file == ownFile)
    }
    let history = reader.finish()
    guard history.continues(after: snapshot.last) else { return nil }
    var progress = snapshot.progress
    progress.take(history)
    return Loaded(
      progress: progress, covered: covered, last: history.range?.upperBound ?? snapshot.last,
      highest: max(snapshot.highest, reader.highest[device] ?? 0), didReplay: false,
      hasNewerLines: reader.hasNewerLines, damaged: reader.damaged)
  }

  /// Writes a snapshot.
  /// - Parameter covered: bytes of complete lines that the state holds, by file.
  func writeSnapshot(
    _ progress: Progress, covered: [String: Int], last: EventPosition?, highest: Int
  ) throws(StorageError) {
    var files: [String: ProgressSnapshot.Coverage] = [:]
    for (file, bytes) in covered where bytes > 0 {
      // A file that changed under us is not covered: the next start replays.
      guard let hash = ByteHash.hash(ofFile: path(file), first: bytes) else { return }
      files[file] = ProgressSnapshot.Coverage(bytes: bytes, hash: hash)
    }
    let snapshot = ProgressSnapshot(
      files: files, last: last, highest: highest, progress: progress)
    try Files.replace(snapshotPath, with: snapshot.encoded())
  }

  private func path(_ file: String) -> String { "\(folder)/history/\(file)" }
}
