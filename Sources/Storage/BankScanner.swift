import Study

/// Reads the values of one bank or exam file and notes everything that is wrong with them.
///
/// A value of the wrong kind is noted, passed over and returned as nil, so that one pass finds every
/// fault of a file; only malformed JSON stops it.
struct BankScanner {
  var reader: JSONReader
  let file: String
  /// The id of the question being read, once known.
  var question: String?
  private(set) var problems: [BankProblem] = []
  /// How many of them are errors; what was read is sound where it has not grown.
  private(set) var errorCount = 0
  /// The place of each problem in bytes; nil where no place is at fault.
  private var places: [Int?] = []
  private let bytes: [UInt8]

  /// No text of a bank is longer, in bytes.
  static let longestText = 20_000
  /// No list of a bank holds more values, questions aside.
  static let longestList = 100

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    reader = JSONReader(bytes)
  }

  /// Notes a fault.
  mutating func note(
    _ rule: String, _ message: String, fix: String, text: String = "", at place: Int? = nil,
    severity: BankProblem.Severity = .error
  ) {
    problems.append(
      BankProblem(
        rule: rule, severity: severity, file: file, question: question, message: message, fix: fix,
        excerpt: TextSafety.excerpt(text)))
    places.append(place)
    if severity == .error { errorCount += 1 }
  }

  /// Notes what the rules have against a question, at its place.
  mutating func note(_ found: [BankProblem], at place: Int) {
    problems += found
    places += found.map { _ in place }
    errorCount += found.count { $0.severity == .error }
  }

  /// Gives the problems noted from `first` on the id of their question.
  mutating func name(_ question: String?, from first: Int) {
    for index in problems.indices[first...] { problems[index].question = question }
  }

  /// Fills in the lines and returns all problems in the order of the file.
  consuming func finished() -> [BankProblem] {
    if problems.isEmpty { return [] }
    var lines = LineTable(of: bytes)
    for (index, place) in places.enumerated() {
      if let place { problems[index].line = lines.position(at: place).line }
    }
    return problems
  }

  // MARK: Values

  /// A string that stands for something: not blank unless allowed, nothing in it that is unsafe.
  /// - Parameters:
  ///   - lines: whether it may hold line feeds.
  ///   - mayBeBlank: whether a rule of its own says what a blank text means.
  mutating func text(
    _ name: String, lines: Bool = false, mayBeBlank: Bool = false
  ) throws(JSONError) -> String? {
    guard try expect(.string, name) else { return nil }
    let place = reader.offset
    let text = try reader.string()
    if !mayBeBlank, text.utf8.allSatisfy({ $0 <= 0x20 }) {
      note("empty", "\(name) is empty", fix: "write it or leave the key out", at: place)
    }
    if text.utf8.count > Self.longestText {
      note(
        "too-long", "\(name) is longer than \(Self.longestText) bytes", fix: "shorten it",
        text: text, at: place)
    }
    if !reader.lastStringWasPlain,
      let unsafe = TextSafety.firstUnsafe(in: text, lines: lines)
    {
      let name = "\(name) holds the character \(TextSafety.name(of: unsafe))"
      note(
        "unsafe-text", name + (unsafe == "\n" ? ", a line break" : ""),
        fix: unsafe == "\n"
          ? "write it in one line" : "remove it: control and direction characters are not shown",
        text: text, at: place)
    }
    return text
  }

  mutating func flag(_ name: String) throws(JSONError) -> Bool? {
    try expect(.bool, name) ? try reader.bool() : nil
  }

  mutating func number(_ name: String) throws(JSONError) -> Double? {
    try expect(.number, name) ? try reader.number() : nil
  }

  /// A whole number within a range.
  mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(JSONError) -> Int? {
    guard try expect(.number, name) else { return nil }
    let place = reader.offset
    let number = try reader.number()
    guard let whole = Int(exactly: number), range.contains(whole) else {
      note(
        "range", "\(name) is no whole number from \(range.lowerBound) to \(range.upperBound)",
        fix: "write a whole number in that range", text: "\(number)", at: place)
      return nil
    }
    return whole
  }

  /// A date such as `2026-12-31`.
  mutating func date(_ name: String) throws(JSONError) -> CalendarDay? {
    guard try expect(.string, name) else { return nil }
    let place = reader.offset
    let text = try reader.string()
    if let day = CalendarDay(iso: text) { return day }
    note(
      "date", "\(name) is not a date", fix: "write a real day as YYYY-MM-DD", text: text, at: place)
    return nil
  }

  /// One of a few words; another is noted under `rule`.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, rule: String, as type: Word.Type
  ) throws(JSONError) -> Word? where Word.RawValue == String {
    guard try expect(.string, name) else { return nil }
    let place = reader.offset
    let text = try reader.string()
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    note(
      rule, "\(name) is unknown",
      fix: Suggestion.among(known, for: text) ?? "write one of \(known.joined(separator: ", "))",
      text: text, at: place)
    return nil
  }

  /// Every value of a list; nil where it is none.
  ///
  /// `element` reads one value, may note faults, and returns nil for a value to leave out.
  mutating func list<Element>(
    _ name: String, limit: Int = longestList,
    element: (inout BankScanner) throws(JSONError) -> Element?
  ) throws(JSONError) -> [Element]? {
    guard try expect(.array, name) else { return nil }
    let place = reader.offset
    var elements: [Element] = []
    var count = 0
    try reader.beginArray()
    while try reader.nextElement() {
      count += 1
      if let value = try element(&self) { elements.append(value) }
    }
    if count > limit {
      note("too-long", "\(name) holds more than \(limit) values", fix: "shorten it", at: place)
      return Array(elements.prefix(limit))
    }
    return elements
  }

  /// The members of an object; unknown and repeated keys are noted and passed over.
  /// - Returns: the keys that were met; nil where the value is no object.
  mutating func object(
    _ name: String, keys known: [String],
    member: (inout BankScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) -> Keys? {
    guard try expect(.object, name) else { return nil }
    var keys = Keys(known: known)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard let index = known.firstIndex(of: key) else {
        note(
          "unknown-key", "\(name) has an unknown key",
          fix: Suggestion.among(known, for: key) ?? "remove it, or see the format for its name",
          text: key, at: reader.offset)
        try reader.skip()
        continue
      }
      if keys.insert(index) {
        try member(&self, key)
      } else {
        note(
          "repeated-key", "\(name) has the key \"\(key)\" twice", fix: "keep one of them",
          text: key, at: reader.offset)
        try reader.skip()
      }
    }
    return keys
  }

  /// Notes the keys of `required` that `keys` lacks.
  mutating func require(_ required: [String], of name: String, in keys: Keys, at place: Int) {
    for key in required where !keys.has(key) {
      note("missing-key", "\(name) lacks \"\(key)\"", fix: "add \"\(key)\"", text: key, at: place)
    }
  }

  /// The keys that were met in one object, as bits of a list of known ones.
  struct Keys {
    private let known: [String]
    private var met: UInt64 = 0

    init(known: [String]) {
      precondition(known.count <= 64, "one bit a key")
      self.known = known
    }

    var isEmpty: Bool { met == 0 }

    /// The keys met, in the order of the known ones.
    var names: [String] { known.indices.filter { met >> $0 & 1 == 1 }.map { known[$0] } }

    func has(_ name: String) -> Bool {
      known.firstIndex(of: name).map { met >> $0 & 1 == 1 } ?? false
    }

    /// Marks a key as met; false where it was met before.
    mutating func insert(_ index: Int) -> Bool {
      let bit: UInt64 = 1 << UInt64(index)
      if met & bit != 0 { return false }
      met |= bit
      return true
    }
  }

  /// Whether the next value is of this kind; another kind is noted and passed over.
  private mutating func expect(_ wanted: JSONKind, _ name: String) throws(JSONError) -> Bool {
    let found = try reader.peek()
    if found == wanted { return true }
    let place = reader.offset
    try reader.skip()
    note(
      "wrong-type", "\(name) is \(found.withArticle) instead of \(wanted.withArticle)",
      fix: "write \(wanted.withArticle)", at: place)
    return false
  }
}
