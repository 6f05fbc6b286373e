import FSRS
import Glibc
import Screens
import Storage
import Study

/// Everything a command starts from: where files are, which learner, which banks.
struct Workplace {
  let options: GlobalOptions
  let environment: [String: String]
  let locations: Locations
  let library: BankLibrary

  init(_ options: GlobalOptions, environment: [String: String] = Workplace.environment()) {
    self.options = options
    self.environment = environment
    locations = Locations(environment: environment, dataFolder: options.data)
    library = BankLibrary(
      folders: BankPlaces.folders(
        named: options.banks, environment: environment, program: BankPlaces.runningProgram(),
        data: locations.data))
  }

  /// The program's environment, as far as it is UTF-8.
  static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return result
  }

  /// Whether colors are wanted.
  var wantsColor: Bool { !options.noColor && environment["NO_COLOR"]?.isEmpty != false }

  /// The learner to work for: named, from `$SEQUELA_LEARNER`, the last used, or the only one.
  func learner() throws(StorageError) -> LearnerName? {
    let ofEnvironment = environment["SEQUELA_LEARNER"].flatMap { $0.isEmpty ? nil : $0 }
    if let named = options.learner ?? ofEnvironment {
      let name = try LearnerName(named)
      guard LearnerFolder.exists(name, locations) else {
        throw StorageError(
          .missing,
          "There is no learner \(name). `sequela learner list` names them, "
            + "`sequela learner add \"\(name)\"` makes one.")
      }
      return name
    }
    if let last = LearnerFolder.last(locations) { return last }
    let names = try LearnerFolder.names(locations)
    return names.count == 1 ? names[0] : nil
  }

  /// The learner to work for, for a command that cannot ask.
  func requiredLearner() throws(StorageError) -> LearnerName {
    if let name = try learner() { return name }
    let names = try LearnerFolder.names(locations)
    if names.isEmpty {
      throw StorageError(
        .missing,
        "There is no learner yet. Start `sequela`, or use `sequela learner add NAME --exam CPC`.")
    }
    throw StorageError(
      .missing,
      "There are several learners (\(names.map(\.text).joined(separator: ", "))). "
        + "Name one with --learner.")
  }

  /// Opens a learner's folder.
  func open(
    _ name: LearnerName, readOnly: Bool = false, progress: inout Progress
  ) throws(StorageError) -> LearnerStore {
    try LearnerStore(
      name, locations, readOnly: readOnly,
      newDevice: {
        var generator = SystemRandomNumberGenerator()
        return UInt32.random(in: 1...UInt32.max, using: &generator)
      }, progress: &progress)
  }

  /// The questions of one exam, and sentences about what could not be read.
  func load(exam: String?) -> (catalog: Catalog, notices: [String]) {
    let loaded = library.load(exam: exam)
    return (
      Catalog(profiles: loaded.profiles, banks: loaded.banks),
      Workplace.notices(about: loaded.problems)
    )
  }

  /// One sentence for all faults of the banks: the first, and how many more.
  static func notices(about problems: [BankProblem]) -> [String] {
    guard let first = problems.first(where: { $0.severity == .error }) else { return [] }
    let count = problems.count { $0.severity == .error }
    let place = [first.file, first.question ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let more =
      count > 1
      ? " \(count - 1) more: `sequela bank check` names all." : " `sequela bank check` tells more."
    return ["Left out: \(place): \(first.message).\(more)"]
  }
}
