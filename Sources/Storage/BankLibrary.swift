import FSRS
import Study

/// The banks on disk: every exam profile and bank file of some folders.
///
/// Nothing in here throws: what cannot be read or used is left out and named among the problems.
package struct BankLibrary: Sendable {
  private let folders: [BankFolder]

  package init(folders: [BankFolder]) { self.folders = folders }

  /// The exams that are there, in the order of the files, without reading any bank.
  package func profiles() -> (profiles: [ExamProfile], problems: [BankProblem]) {
    let found = find()
    let exams = Self.readProfiles(found.profiles)
    return (exams.profiles, found.problems + exams.problems)
  }

  /// The banks of one exam, with the questions that other exams' banks share with it; nil loads all.
  ///
  /// For one exam only the files that concern it are decoded, and enemies are not checked.
  package func load(exam: String? = nil) -> LoadedBanks {
    let found = find()
    let exams = Self.readProfiles(found.profiles)
    var loaded = Self.read(found.banks, of: exam, with: exams)
    if let exam, exams.isUnknown(exam), !exams.profiles.isEmpty {
      loaded.problems.append(strange(exam, known: exams.profiles.map(\.id)))
    }
    loaded.problems = found.problems + loaded.problems
    return loaded
  }

  // MARK: Files

  /// The paths of all files of the folders.
  func find() -> FoundFiles {
    var found = FoundFiles()
    for folder in folders {
      if !folder.isRequired, !BankFiles.isFolder(folder.path) { continue }
      found.add(BankFiles.list(folder.path))
    }
    if found.profiles.isEmpty, found.problems.isEmpty {
      let places = folders.map(\.path).joined(separator: ", ")
      found.problems.append(
        BankFiles.problem(
          places.isEmpty ? "the banks" : places, "no question banks were found",
          fix: "name their folder with --banks DIR or $SEQUELA_BANKS"))
    }
    return found
  }

  /// Paths of files, profiles apart from banks.
  struct FoundFiles {
    var profiles: [String] = []
    var banks: [String] = []
    var problems: [BankProblem] = []

    mutating func add(_ list: (paths: [String], problems: [BankProblem])) {
      problems += list.problems
      for path in list.paths { add(path) }
    }

    mutating func add(_ path: String) {
      if BankFiles.lastParts(of: path).file == "exam.json" {
        profiles.append(path)
      } else {
        banks.append(path)
      }
    }
  }

  /// The profiles as read, and the exams whose profile cannot be used.
  struct Exams {
    var profiles: [ExamProfile] = []
    var unreadable: Set<String> = []
    var problems: [BankProblem] = []

    func isUnknown(_ exam: String) -> Bool {
      !unreadable.contains(exam) && !profiles.contains { $0.id == exam }
    }
  }

  /// Reads and checks bank files; with an exam, only what concerns it.
  static func read(_ paths: [String], of exam: String? = nil, with exams: Exams) -> LoadedBanks {
    let decoder = BankDecoder(profiles: exams.profiles, unreadable: exams.unreadable)
    let shared = exam.map(SharedQuestionSearch.init)
    // Each file by itself, on all cores: a start waits for this more than for anything else.
    let read = ChunkedWork.results(0..<paths.count) { index in
      readFile(paths[index], of: exam, shared: shared, decoder: decoder, exams: exams)
    }
    var problems = exams.problems + read.compactMap(\.problem)
    var files = read.compactMap(\.file)
    let links = BankLinks.check(&files, knowsAll: exam == nil)
    problems += files.flatMap(\.problems) + links
    let banks = files.compactMap(\.bank)
    return LoadedBanks(profiles: exams.profiles, banks: banks, problems: problems)
  }

  /// One file as read; no file where it cannot be read or is of no concern to the exam.
  private static func readFile(
    _ path: String, of exam: String?, shared: SharedQuestionSearch?, decoder: BankDecoder,
    exams: Exams
  ) -> (file: BankDecoder.DecodedFile?, problem: BankProblem?) {
    let (bytes, problem) = BankFiles.read(path)
    guard let bytes else { return (nil, problem) }
    if let exam, let home = BankHeader.exam(of: bytes), home != exam {
      guard shared?.mayHold(bytes) == true else { return (nil, problem) }
      return (decoder.read(bytes, file: path).shared(with: exam), problem)
    }
    var file = decoder.read(bytes, file: path)
    checkFolder(of: &file, exams: exams)
    return (file, problem)
  }

  /// Reads profiles; of two of one exam the first counts.
  static func readProfiles(_ paths: [String]) -> Exams {
    var exams = Exams()
    for path in paths {
      let folder = BankFiles.lastParts(of: path).folder
      let (bytes, problem) = BankFiles.read(path)
      if let problem { exams.problems.append(problem) }
      guard let bytes else {
        exams.unreadable.insert(folder)
        continue
      }
      let (profile, problems) = ExamProfileDecoder.decode(bytes, file: path)
      exams.problems += problems
      guard let profile else {
        exams.unreadable.insert(folder)
        continue
      }
      if exams.profiles.contains(where: { $0.id == profile.id }) {
        exams.problems.append(
          BankProblem(
            rule: "duplicate-id", severity: .error, file: path,
            message: "the exam has another exam.json; this one is left out",
            fix: "keep one of them", excerpt: profile.id))
      } else {
        exams.profiles.append(profile)
        if profile.id != folder {
          exams.problems.append(misplaced(path, exam: profile.id, folder: folder))
        }
      }
    }
    // What one folder spoils another may hold sound.
    exams.unreadable.subtract(exams.profiles.map(\.id))
    return exams
  }

  /// Notes where a file lies in the folder of another exam.
  private static func checkFolder(of file: inout BankDecoder.DecodedFile, exams: Exams) {
    let folder = BankFiles.lastParts(of: file.file).folder
    guard let exam = file.bank?.exam, folder != exam,
      exams.profiles.contains(where: { $0.id == folder })
    else { return }
    file.problems.append(misplaced(file.file, exam: exam, folder: folder))
  }

  private static func misplaced(_ path: String, exam: String, folder: String) -> BankProblem {
    BankProblem(
      rule: "folder", severity: .error, file: path,
      message: "the file is of \(exam), but lies in a folder \(TextSafety.excerpt(folder))",
      fix: "move it into the folder \(exam), or mend the exam", excerpt: exam)
  }

  private func strange(_ exam: String, known: [String]) -> BankProblem {
    BankFiles.problem(
      folders.map(\.path).joined(separator: ", "),
      "no exam \(TextSafety.excerpt(exam)) is here",
      fix: Suggestion.among(known, for: exam) ?? "name one of \(known.joined(separator: ", "))")
  }
}
