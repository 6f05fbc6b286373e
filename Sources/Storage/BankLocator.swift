import Study

/// Finds the lines on which the questions of a file begin.
enum BankLocator {
  /// The line of each question by its id; empty where the file is no longer readable.
  static func lines(of path: String) -> [String: Int] {
    guard let bytes = BankFiles.read(path).bytes else { return [:] }
    var places: [String: Int] = [:]
    var reader = JSONReader(bytes)
    // What was found before malformed JSON still counts.
    try? collect(&reader, into: &places)
    var lines = LineTable(of: bytes)
    return places.mapValues { lines.position(at: $0).line }
  }

  private static func collect(
    _ reader: inout JSONReader, into places: inout [String: Int]
  ) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard key == "questions" else {
        try reader.skip()
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() {
        guard try reader.peek() == .object else {
          try reader.skip()
          continue
        }
        let place = reader.offset
        try reader.beginObject()
        while let member = try reader.nextKey() {
          if member == "id", try reader.peek() == .string {
            let id = try reader.string()
            if places[id] == nil { places[id] = place }
          } else {
            try reader.skip()
          }
        }
      }
    }
  }
}

extension BankCheck {
  /// The problems with the lines of their questions where they had none.
  package static func located(_ problems: [BankProblem]) -> [BankProblem] {
    var lines: [String: [String: Int]] = [:]
    return problems.map { problem in
      guard problem.line == nil, let question = problem.question else { return problem }
      let known = lines[problem.file] ?? BankLocator.lines(of: problem.file)
      lines[problem.file] = known
      var problem = problem
      problem.line = known[question]
      return problem
    }
  }
}
