import Study

/// What a full reading of a learner's history finds, without changing anything.
package struct LearnerHealth: Equatable, Sendable {
  package var files: Int
  package var events: Int
  package var damaged: Int
  package var hasNewerLines: Bool
  /// Each damaged line in words: file, line, and how it begins.
  package var lines: [String]

  /// Reads all history files of a learner.
  package init(_ name: LearnerName, _ locations: Locations) throws(StorageError) {
    try LearnerFolder.checkProfile(name, locations)
    let folder = locations.learner(name) + "/history"
    let names = try Files.names(in: folder).filter { $0.hasSuffix(".jsonl") }
    let known = DeviceMemory(
      path: DeviceMemory.path(LearnerStore.key(locations.learner(name), name), locations))
    let own = known.map { EventID.deviceName($0.device) + ".jsonl" }
    var reader = HistoryReader()
    lines = []
    for file in names {
      let bytes = try Files.read("\(folder)/\(file)")
      let before = reader.damaged.count
      reader.read(bytes, file: file, isOwn: file == own)
      for line in reader.damaged[before...] {
        let number = bytes[..<line.offset].count { $0 == 0x0A } + 1
        lines.append(
          "\(TextSafety.excerpt(file)), line \(number): "
            + TextSafety.excerpt(String(decoding: line.bytes.prefix(200), as: UTF8.self)))
      }
    }
    files = names.count
    events = reader.history.reviews.count + reader.history.others.count
    damaged = reader.damaged.count
    hasNewerLines = reader.hasNewerLines
  }

  package var isSound: Bool { damaged == 0 && !hasNewerLines }

  package var sentence: String {
    var text = "\(events) events in \(files) history file\(files == 1 ? "" : "s")"
    if damaged > 0 { text += ", \(damaged) damaged line\(damaged == 1 ? "" : "s") left out" }
    if hasNewerLines { text += ", some written by a newer Sequela" }
    return text
  }
}
