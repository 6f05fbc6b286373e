import Study

/// What can be told of a bank file without decoding it.
enum BankHeader {
  /// The exam that a file names; nil where it names none or is no JSON up to there.
  static func exam(of bytes: [UInt8]) -> String? {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key == "exam" { return try reader.string() }
        try reader.skip()
      }
    } catch {
      return nil
    }
    return nil
  }
}

/// Finds files that may share questions with an exam: a byte search, far faster than decoding.
struct SharedQuestionSearch {
  private let key = ByteSearch(for: "\"alsoIn\"")
  private let exam: ByteSearch

  init(exam: String) { self.exam = ByteSearch(for: "\"\(exam)\"") }

  /// Whether the file holds both an `alsoIn` and the exam's name.
  func mayHold(_ bytes: [UInt8]) -> Bool {
    key.found(in: bytes) && exam.found(in: bytes)
  }
}

/// Searches bytes for a short text (Horspool's method: the last byte decides how far to go on).
struct ByteSearch {
  private let pattern: [UInt8]
  private let shift: [Int]

  init(for text: String) {
    let pattern = Array(text.utf8)
    var shift = [Int](repeating: max(1, pattern.count), count: 256)
    for (index, byte) in pattern.dropLast().enumerated() {
      shift[Int(byte)] = pattern.count - 1 - index
    }
    self.pattern = pattern
    self.shift = shift
  }

  func found(in bytes: [UInt8]) -> Bool {
    guard let last = pattern.last else { return true }
    var end = pattern.count - 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte == last, bytes[(end - pattern.count + 1)...end].elementsEqual(pattern) { return true }
      end += shift[Int(byte)]
    }
    return false
  }
}

extension BankDecoder.DecodedFile {
  /// Only what a file of another exam shares with this one; its faults are no concern of this exam.
  func shared(with exam: String) -> BankDecoder.DecodedFile {
    var part = self
    part.problems = []
    part.bank?.questions.removeAll { $0.domain(in: exam) == nil }
    let needed = Set(part.bank?.questions.compactMap(\.exhibit) ?? [])
    part.bank?.exhibits.removeAll { !needed.contains($0.id) }
    if part.bank?.questions.isEmpty == true { part.bank = nil }
    return part
  }
}
