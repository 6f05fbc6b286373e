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
    let exams = readProfiles(found.profiles)
    return (exams.profiles, found.problems + exams.problems)
  }

  /// The banks of one exam, with the questions that other exams' banks share with it; nil loads all.
  ///
  /// For one exam only the files that concern it are decoded, and enemies are not checked.
  package func load(exam: String? = nil) -> LoadedBanks {
    let found = find()
    let exams = readProfiles(found.profiles)
    let decoder = BankDecoder(profiles: exams.profiles, unreadable: exams.unreadable)
    var problems = found.problems + exams.problems
    if let exam, !exams.profiles.contains(where: { $0.id == exam }),
      !exams.unreadable.contains(exam)
    {
      problems.append(strange(exam, known: exams.profiles.map(\.id)))
    }
    let shared = exam.map(SharedQuestionSearch.init)
    var files: [BankDecoder.DecodedFile] = []
    for path in found.banks {
      let (bytes, problem) = BankFiles.read(path)
      if let problem { problems.append(problem) }
      guard let bytes else { continue }
      if let exam, let home = BankHeader.exam(of: bytes), home != exam {
        guard shared?.mayHold(bytes) == true else { continue }
        files.append(decoder.read(bytes, file: path).shared(with: exam))
      } else {
        var file = decoder.read(bytes, file: path)
        checkFolder(of: &file, exams: exams)
        files.append(file)
      }
    }
    let links = BankLinks.check(&files, knowsAll: exam == nil)
    problems += files.flatMap(\.problems) + links
    let banks = files.compactMap(\.bank)
    return LoadedBanks(profiles: exams.profiles, banks: banks, problems: problems)
  }

  // MARK: Files

  /// The paths of all files, profiles apart.
  private func find() -> (profiles: [String], banks: [String], problems: [BankProblem]) {
    var profiles: [String] = []
    var banks: [String] = []
    var problems: [BankProblem] = []
    for folder in folders {
      if !folder.isRequired, !BankFiles.isFolder(folder.path) { continue }
      let found = BankFiles.list(folder.path)
      problems += found.problems
      for path in found.paths {
        if BankFiles.names(of: path).file == "exam.json" {
          profiles.append(path)
        } else {
          banks.append(path)
        }
      }
    }
    if profiles.isEmpty, problems.isEmpty {
      let places = folders.map(\.path).joined(separator: ", ")
      problems.append(
        BankFiles.problem(
          places.isEmpty ? "the banks" : places, "no question banks were found",
          fix: "name their folder with --banks DIR or $SEQUELA_BANKS"))
    }
    return (profiles, banks, problems)
  }

  /// The profiles as read, and the exams whose profile cannot be used.
  private struct Exams {
    var profiles: [ExamProfile] = []
    var unreadable: Set<String> = []
    var problems: [BankProblem] = []
  }

  private func readProfiles(_ paths: [String]) -> Exams {
    var exams = Exams()
    for path in paths {
      let folder = BankFiles.names(of: path).folder
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
  private func checkFolder(of file: inout BankDecoder.DecodedFile, exams: Exams) {
    let folder = BankFiles.names(of: file.file).folder
    guard let exam = file.bank?.exam, folder != exam,
      exams.profiles.contains(where: { $0.id == folder })
    else { return }
    file.problems.append(misplaced(file.file, exam: exam, folder: folder))
  }

  private func misplaced(_ path: String, exam: String, folder: String) -> BankProblem {
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

/// Banks as loaded, with what was left out.
package struct LoadedBanks: Equatable, Sendable {
  package var profiles: [ExamProfile]
  package var banks: [QuestionBank]
  package var problems: [BankProblem]
  /// Every exhibit by its id.
  package let exhibits: [String: Exhibit]
  /// Every question by its id.
  package let questions: [String: Question]

  package init(profiles: [ExamProfile], banks: [QuestionBank], problems: [BankProblem] = []) {
    self.profiles = profiles
    self.banks = banks
    self.problems = problems
    var exhibits: [String: Exhibit] = [:]
    var questions: [String: Question] = [:]
    questions.reserveCapacity(banks.reduce(0) { $0 + $1.questions.count })
    for bank in banks {
      for exhibit in bank.exhibits { exhibits[exhibit.id] = exhibit }
      for question in bank.questions { questions[question.id] = question }
    }
    self.exhibits = exhibits
    self.questions = questions
  }

  /// The profile of an exam.
  package func profile(_ exam: String) -> ExamProfile? { profiles.first { $0.id == exam } }
}
