import Study

/// A learner's folder: who there is, and making, removing and remembering them.
package enum LearnerFolder {
  static let formatVersion = 1

  /// The learners that have a folder, by name.
  package static func names(_ locations: Locations) throws(StorageError) -> [LearnerName] {
    try Files.names(in: locations.learners).compactMap { text in
      guard Files.exists(locations.learners + "/" + text + "/profile.json") else { return nil }
      // Another spelling of a name is another folder, which the name would not lead to.
      return (try? LearnerName(text)).flatMap { $0.text == text ? $0 : nil }
    }
  }

  package static func exists(_ name: LearnerName, _ locations: Locations) -> Bool {
    Files.exists(locations.learner(name) + "/profile.json")
  }

  /// Makes a learner's folder (0700) with its profile.
  package static func create(_ name: LearnerName, _ locations: Locations) throws(StorageError) {
    guard !exists(name, locations) else {
      throw StorageError(
        .badName, "There is already a learner \(name). Choose another name, or use that one.")
    }
    let folder = locations.learner(name)
    for part in ["history", "progress", "exams"] { try Files.makeFolder(folder + "/" + part) }
    let profile: JSONValue = [
      "formatVersion": .number(Double(formatVersion)), "name": .string(name.text),
    ]
    try Files.replace(folder + "/profile.json", with: profile.encoded(.compact) + [0x0A])
  }

  /// Moves a learner's folder to the side, and returns where it lies now: nothing is deleted.
  package static func remove(
    _ name: LearnerName, _ locations: Locations, today: CalendarDay
  ) throws(StorageError) -> String {
    guard exists(name, locations) else { throw missing(name) }
    let attic = locations.data + "/removed"
    try Files.makeFolder(attic)
    var target = "\(attic)/\(name)-\(today)"
    var number = 2
    while Files.exists(target) {
      target = "\(attic)/\(name)-\(today)-\(number)"
      number += 1
    }
    try Files.move(locations.learner(name), to: target)
    return target
  }

  /// The learner who was used last, where that one is still there.
  package static func last(_ locations: Locations) -> LearnerName? {
    guard let bytes = try? Files.read(lastPath(locations)),
      let name = try? LearnerName(
        String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)),
      exists(name, locations)
    else { return nil }
    return name
  }

  package static func remember(
    _ name: LearnerName, _ locations: Locations
  ) throws(StorageError) {
    guard last(locations) != name else { return }
    try Files.makeFolder(locations.state)
    try Files.replace(lastPath(locations), with: Array((name.text + "\n").utf8))
  }

  /// Each data folder has a last learner of its own.
  private static func lastPath(_ locations: Locations) -> String {
    let hash = ByteHash.hash(Array(Files.real(locations.data).utf8))
    return "\(locations.state)/last-learner-\(String(hash, radix: 16))"
  }

  static func missing(_ name: LearnerName) -> StorageError {
    StorageError(
      .missing,
      "There is no learner \(name). `sequela learner list` names them; "
        + "`sequela learner add \"\(name)\"` makes one.")
  }

  /// Checks that the folder can be understood by this program.
  static func checkProfile(
    _ name: LearnerName, _ locations: Locations
  ) throws(StorageError) {
    let path = locations.learner(name) + "/profile.json"
    guard Files.isFolder(locations.learner(name)) else { throw missing(name) }
    let bytes = try Files.read(path)
    guard let profile = try? JSONValue(parsing: bytes),
      let version = profile["formatVersion"]?.integer
    else {
      throw StorageError(
        .damaged,
        "\(path) cannot be read. Restore it from a backup, or write "
          + "{\"formatVersion\":1,\"name\":\"\(name)\"} into it; the history beside it is untouched."
      )
    }
    guard version <= formatVersion else {
      throw StorageError(
        .tooNew, "\(path) was written by a newer Sequela. Update this one and try again.")
    }
  }
}
