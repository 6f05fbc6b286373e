import Study

/// What only all bank files together can tell: ids used twice, and enemies that do not exist.
enum BankLinks {
  /// Checks the files in their order.
  ///
  /// Of two questions or exhibits with one id the later is left out.
  /// - Parameter knowsAll: whether `files` are all the files there are, so that an id that none of
  ///   them holds is unknown.
  static func check(_ files: inout [BankDecoder.DecodedFile], knowsAll: Bool) -> [BankProblem] {
    var problems = leaveOutRepeatedQuestions(in: &files)
    problems += leaveOutRepeatedExhibits(in: &files)
    // A file that ends early may hold the ids that would be missed.
    if knowsAll, !files.contains(where: \.isBroken) { problems += strangeEnemies(in: files) }
    return problems
  }

  private static func leaveOutRepeatedQuestions(
    in files: inout [BankDecoder.DecodedFile]
  ) -> [BankProblem] {
    var problems: [BankProblem] = []
    var homes: [String: Int] = [:]
    for index in files.indices {
      var repeated: Set<String> = []
      for id in files[index].questionIDs {
        if let home = homes[id] {
          // Twice in one file was noted when the file was read.
          if home == index || !repeated.insert(id).inserted { continue }
          problems.append(
            BankProblem(
              rule: "duplicate-id", severity: .error, file: files[index].file, question: id,
              message: "this id is used in \(files[home].file) too",
              fix: "give the newer question a new id; an id is never used twice",
              excerpt: TextSafety.excerpt(id)))
        } else {
          homes[id] = index
        }
      }
      if !repeated.isEmpty {
        files[index].bank?.questions.removeAll { repeated.contains($0.id) }
      }
    }
    return problems
  }

  private static func leaveOutRepeatedExhibits(
    in files: inout [BankDecoder.DecodedFile]
  ) -> [BankProblem] {
    var problems: [BankProblem] = []
    var homes: [String: Int] = [:]
    for index in files.indices {
      for exhibit in files[index].bank?.exhibits ?? [] {
        guard let home = homes[exhibit.id] else {
          homes[exhibit.id] = index
          continue
        }
        problems.append(
          BankProblem(
            rule: "duplicate-id", severity: .error, file: files[index].file,
            message: "an exhibit of \(files[home].file) has this id too",
            fix: "give the newer exhibit a new id", excerpt: TextSafety.excerpt(exhibit.id)))
        files[index].bank?.exhibits.removeAll { $0.id == exhibit.id }
        files[index].bank?.questions.removeAll { $0.exhibit == exhibit.id }
      }
    }
    return problems
  }

  private static func strangeEnemies(in files: [BankDecoder.DecodedFile]) -> [BankProblem] {
    let known = Set(files.flatMap(\.questionIDs))
    var problems: [BankProblem] = []
    for file in files {
      for question in file.bank?.questions ?? [] {
        for enemy in question.enemies where enemy == question.id || !known.contains(enemy) {
          problems.append(
            BankProblem(
              rule: "unknown-enemy", severity: .error, file: file.file, question: question.id,
              message: enemy == question.id
                ? "the question names itself as its enemy" : "an enemy has no question",
              fix: enemy == question.id
                ? "remove it from \"enemies\"" : "mend the id, or remove it from \"enemies\"",
              excerpt: TextSafety.excerpt(enemy)))
        }
      }
    }
    return problems
  }
}
