import Study

/// One learner's folder while it is in use: everything it adds up to, and the way to add more.
package final class LearnerStore {
  package let name: LearnerName
  /// This device's id in the learner's history.
  package let device: UInt32
  /// What could not be read or may not be written, as sentences for the learner.
  package private(set) var notices: [String] = []
  /// Whether nothing may be written: asked for, or the history holds lines of a newer program.
  package private(set) var isReadOnly: Bool
  /// Whether the state came from a full replay and not from a snapshot.
  package private(set) var didReplay = false
  /// The number of the next event.
  package private(set) var nextSequence: Int

  /// So many events a sitting may add before the numbers of a device end.
  private static let sittingLimit = 1_000_000

  let locations: Locations
  let folder: String
  let key: String
  /// The last event of the history.
  package private(set) var last: EventPosition?
  private var covered: [String: Int]
  private var lock: LearnerLock?
  private var log: HistoryLog?

  /// Opens a learner's folder and computes its state, from the snapshot where that still holds.
  /// - Parameters:
  ///   - readOnly: takes no lock and writes nothing.
  ///   - newDevice: draws the id of a device that has none yet.
  package init(
    _ name: LearnerName, _ locations: Locations, readOnly: Bool = false,
    newDevice: () -> UInt32, progress: inout Progress
  ) throws(StorageError) {
    self.name = name
    self.locations = locations
    folder = locations.learner(name)
    isReadOnly = readOnly
    try LearnerFolder.checkProfile(name, locations)
    key = LearnerStore.key(folder, name)
    if !readOnly {
      for part in ["history", "progress", "exams"] { try Files.makeFolder(folder + "/" + part) }
      for part in ["locks", "learners"] { try Files.makeFolder(locations.state + "/" + part) }
      lock = try LearnerLock(path: "\(locations.state)/locks/\(key)", learner: name)
    }
    let memoryPath = DeviceMemory.path(key, locations)
    let files = try Files.names(in: folder + "/history").filter { $0.hasSuffix(".jsonl") }
    let known = DeviceMemory(path: memoryPath)
    var device: UInt32
    var nextSequence: Int
    func unusedDevice() -> UInt32 {
      var drawn = newDevice()
      while files.contains(EventID.deviceName(drawn) + ".jsonl") { drawn &+= 1 }
      return drawn
    }
    if let known, known.bytes <= Files.size(LearnerStore.historyPath(folder, known.device)) ?? 0 {
      device = known.device
      nextSequence = known.sequence + 1
    } else {
      device = unusedDevice()
      nextSequence = 1
    }
    let loaded = try HistoryLoader(
      folder: folder, device: device, files: files
    ).load()
    progress = loaded.progress
    covered = loaded.covered
    last = loaded.last
    didReplay = loaded.didReplay
    nextSequence = max(nextSequence, loaded.highest + 1)
    if nextSequence > EventID.largestSequence - LearnerStore.sittingLimit {
      device = unusedDevice()
      nextSequence = 1
    }
    self.device = device
    self.nextSequence = nextSequence
    if loaded.hasNewerLines {
      isReadOnly = true
      notices.append(
        "Part of \(name)'s history was written by a newer Sequela. "
          + "It is open to read only; update this program to go on studying here.")
    }
    setAside(loaded.damaged)
    if let problem = progress.settings.weightsProblem { notices.append(problem) }
    if !isReadOnly {
      log = try HistoryLog(path: LearnerStore.historyPath(folder, device))
      if known?.device != device { try remember() }
      if didReplay, !progress.cards.isEmpty { try? saveSnapshot(progress) }
    }
  }

  /// Adds events to the history; when it returns they are on disk.
  package func append(_ events: [HistoryEvent]) throws(StorageError) {
    guard let log else {
      throw StorageError(.notPermitted, "\(name) is open to read only here; nothing was saved.")
    }
    try log.append(events)
    covered[EventID.deviceName(device) + ".jsonl"] = log.size
    for event in events {
      nextSequence = max(nextSequence, event.id.sequence + 1)
      last = max(last ?? event.position, event.position)
    }
  }

  /// Gives the folder up, so that it can be opened anew; from now on nothing can be added here.
  ///
  /// The lock ends here and not with the last reference, which others may hold for longer.
  package func close() {
    isReadOnly = true
    log = nil
    lock = nil
  }

  /// The state by a full replay of the history, for what a sitting alone cannot tell.
  package func replayed() throws(StorageError) -> Progress {
    let loaded = try wholeHistory().replay()
    covered = loaded.covered
    last = loaded.last
    // No snapshot may hide that such lines are there.
    if loaded.hasNewerLines { isReadOnly = true }
    return loaded.progress
  }

  /// All events of all devices, read from their files, in their one order.
  package func history() throws(StorageError) -> History { try wholeHistory().history() }

  private func wholeHistory() throws(StorageError) -> HistoryLoader {
    let files = try Files.names(in: folder + "/history").filter { $0.hasSuffix(".jsonl") }
    return HistoryLoader(folder: folder, device: device, files: files)
  }

  /// Writes the snapshot of a state that holds all that was appended, and what this machine has to
  /// remember of the folder.
  package func saveSnapshot(_ progress: Progress) throws(StorageError) {
    guard !isReadOnly else { return }
    try HistoryLoader(folder: folder, device: device, files: []).writeSnapshot(
      progress, covered: covered, last: last, highest: nextSequence - 1)
    try remember()
  }

  /// Writes a file into the learner's folder of exam reports.
  package func saveReport(_ bytes: [UInt8], named file: String) throws(StorageError) {
    try Files.replace("\(folder)/exams/\(file)", with: bytes)
  }

  private func remember() throws(StorageError) {
    try DeviceMemory(
      device: device, bytes: log?.size ?? 0, sequence: nextSequence - 1,
      path: DeviceMemory.path(key, locations)
    ).save()
  }

  /// Copies damaged lines to the state folder, each once, as far as that can be done, and says so.
  private func setAside(_ damaged: [DamagedLine]) {
    guard !damaged.isEmpty else { return }
    let attic = "\(locations.state)/damaged/\(key)"
    var isCopied = !isReadOnly
    if isCopied {
      do throws(StorageError) {
        try Files.makeFolder(attic)
        for line in damaged {
          let path = "\(attic)/\(line.file)-\(line.offset)"
          if !Files.exists(path) { try Files.replace(path, with: line.bytes + [0x0A]) }
        }
      } catch {
        isCopied = false
      }
    }
    let places = Set(damaged.map(\.file)).sorted().joined(separator: ", ")
    let isOne = damaged.count == 1
    notices.append(
      "\(isOne ? "One line" : "\(damaged.count) lines") of the history (\(places)) "
        + "\(isOne ? "is damaged and was" : "are damaged and were") left out; "
        + (isCopied
          ? "\(isOne ? "a copy is" : "copies are") in \(attic)."
          : "`sequela doctor` shows \(isOne ? "it" : "them")."))
  }

  static func historyPath(_ folder: String, _ device: UInt32) -> String {
    "\(folder)/history/\(EventID.deviceName(device)).jsonl"
  }

  /// A name for this folder in the state folder: the same learner name in another data folder is
  /// another learner.
  static func key(_ folder: String, _ name: LearnerName) -> String {
    let hash = ByteHash.hash(Array(Files.real(folder).utf8))
    return "\(name)-\(String(hash, radix: 16))"
  }
}
