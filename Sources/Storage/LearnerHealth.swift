import Study

/// What a full reading of a learner's history finds, without changing anything.
package struct LearnerHealth: Equatable, Sendable {
  package var files: Int
  package var events: Int
  package var damaged: Int
  package var hasNewerLines: Bool

  /// Reads all history files of a learner.
  package init(_ name: LearnerName, _ locations: Locations) throws(StorageError) {
    try LearnerFolder.checkProfile(name, locations)
    let folder = locations.learner(name) + "/history"
    let names = try Files.names(in: folder).filter { $0.hasSuffix(".jsonl") }
    var reader = HistoryReader()
    for name in names {
      reader.read(try Files.read("\(folder)/\(name)"), file: name, isOwn: true)
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
