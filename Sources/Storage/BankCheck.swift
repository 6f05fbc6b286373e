import Glibc
import Study

/// Banks read for their author: everything that is wrong with some files, and what they hold.
package struct BankCheck: Equatable, Sendable {
  /// The banks of the files asked for, faulty questions left out.
  package var banks: [QuestionBank]
  package var profiles: [ExamProfile]
  /// Faults of the files asked for alone.
  package var problems: [BankProblem]
  /// How many files were asked for and found, profiles included.
  package var files: Int
  /// The exams whose `exam.json` was asked for, and with it all their banks.
  package var wholeExams: Set<String>

  /// Checks whole folders of banks.
  package init(_ library: BankLibrary) {
    let found = library.find()
    let exams = BankLibrary.readProfiles(found.profiles)
    let loaded = BankLibrary.read(found.banks, with: exams)
    banks = loaded.banks
    profiles = loaded.profiles
    problems = found.problems + loaded.problems
    files = found.profiles.count + found.banks.count
    wholeExams = Set(exams.profiles.map(\.id))
  }

  /// Checks some files and folders.
  ///
  /// What lies beside them is read as well, so that their exams, their enemies and ids used twice are
  /// known; an exam that has no profile there is looked up in `library`.
  package init(paths: [String], library: BankLibrary) {
    var asked = BankLibrary.FoundFiles()
    for path in paths {
      if BankFiles.isFolder(path) {
        asked.add(BankFiles.list(path))
      } else {
        asked.add(path)
      }
    }
    let neighbours = Self.neighbours(of: asked.profiles + asked.banks)
    var exams = BankLibrary.readProfiles(asked.profiles + neighbours.profiles)
    for profile in library.profiles().profiles where exams.isUnknown(profile.id) {
      exams.profiles.append(profile)
    }
    // What was asked for comes last: of two equal ids the later one is named.
    let loaded = BankLibrary.read(neighbours.banks + asked.banks, with: exams)
    let names = Set(asked.profiles + asked.banks)
    banks = loaded.banks.filter { names.contains($0.file) }
    profiles = loaded.profiles
    problems = asked.problems + loaded.problems.filter { names.contains($0.file) }
    files = asked.profiles.count + asked.banks.count
    wholeExams = Set(BankLibrary.readProfiles(asked.profiles).profiles.map(\.id))
  }

  /// The files beside some files that may bear on them: those of the same folder, and those of the
  /// exams in the folder above it.
  private static func neighbours(of paths: [String]) -> BankLibrary.FoundFiles {
    var found = BankLibrary.FoundFiles()
    var seen = Set(paths.map(real))
    var folders: Set<String> = []
    for path in paths {
      let folder = parent(of: real(path))
      guard folders.insert(folder).inserted else { continue }
      var candidates = files(in: folder)
      if BankFiles.exists(BankFiles.joined(folder, "exam.json")) {
        let above = parent(of: folder)
        for name in BankFiles.names(in: above) ?? [] {
          let exam = BankFiles.joined(above, name)
          guard BankFiles.exists(BankFiles.joined(exam, "exam.json")) else { continue }
          candidates += files(in: exam)
        }
      }
      for candidate in candidates where seen.insert(real(candidate)).inserted {
        found.add(candidate)
      }
    }
    return found
  }

  /// The JSON files that lie in a folder itself, a few hundred at most: a bank may be checked that
  /// lies among quite other files.
  private static func files(in folder: String) -> [String] {
    (BankFiles.names(in: folder) ?? []).filter { $0.hasSuffix(".json") }.prefix(300)
      .map { BankFiles.joined(folder, $0) }.filter { !BankFiles.isFolder($0) }
  }

  /// The path with links followed; itself where nothing is there.
  private static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func parent(of path: String) -> String { BankPlaces.parent(of: path) }
}
