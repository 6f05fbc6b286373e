/// A text ready to be searched: compatibility forms resolved, white space at the ends removed.
struct PlainText {
  /// As written.
  let cased: [UInt8]
  /// In small letters.
  let lower: [UInt8]

  init(_ text: String) {
    let trimmed = Self.trimmed(text)
    if trimmed.utf8.allSatisfy({ $0 < 0x80 }) {
      cased = Array(trimmed.utf8)
      lower = cased.map(\.lowered)
    } else {
      let plain = Self.trimmed(FoldedText.compatible(trimmed))
      cased = Array(plain.utf8)
      lower = Array(plain.lowercased().utf8)
    }
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
  }

  /// Unicode scalars in the text.
  var length: Int { cased.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } } }

  /// The last sentence, or the last line: where a stem asks its question.
  var leadIn: ArraySlice<UInt8> {
    var last = cased[...]
    var start = cased.startIndex
    var index = cased.startIndex
    while index < cased.endIndex {
      let byte = cased[index]
      let endsSentence =
        byte == 0x0A
        || (byte.isSpace && index > 0 && [0x2E, 0x3F, 0x21, 0x3A].contains(cased[index - 1]))
      if endsSentence {
        if cased[start..<index].contains(where: { !$0.isSpace }) { last = cased[start..<index] }
        start = index + 1
      }
      index += 1
    }
    if cased[start...].contains(where: { !$0.isSpace }) { last = cased[start...] }
    while let first = last.first, first.isSpace { last = last.dropFirst() }
    return last
  }

  /// The runs of letters and digits in a text of small letters, each with whether nothing but white
  /// space stands between it and the run before.
  static func runs(in lower: ArraySlice<UInt8>) -> [(word: String, isJoined: Bool)] {
    var runs: [(word: String, isJoined: Bool)] = []
    var cursor = TextCursor(lower)
    var gapIsSpace = true
    while !cursor.isAtEnd {
      let start = cursor.position
      if cursor.takeAll(where: { $0.isWordByte }) > 0 {
        let word = String(decoding: lower[start..<cursor.position], as: UTF8.self)
        runs.append((word, gapIsSpace && !runs.isEmpty))
        gapIsSpace = true
      } else {
        if !cursor.next.isSpace { gapIsSpace = false }
        cursor.position += 1
      }
    }
    return runs
  }
}

/// Words as the counts know them: `[a-z0-9]+`, joined by single `.`, `-` or `'`.
enum Words {
  /// The places of all words in a text of small letters.
  static func each(in lower: ArraySlice<UInt8>, _ body: (Range<Int>) -> Void) {
    var index = lower.startIndex
    let end = lower.endIndex
    func isLetter(_ byte: UInt8) -> Bool { byte.isSmall || byte.isDigit }
    while index < end {
      guard isLetter(lower[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < end {
        if isLetter(lower[index]) {
          index += 1
        } else if index + 1 < end, isLetter(lower[index + 1]),
          lower[index] == 0x2E || lower[index] == 0x2D || lower[index] == 0x27
        {
          index += 2
        } else {
          break
        }
      }
      body(start..<index)
    }
  }

  /// How many words a text has, counted no further than a limit.
  static func count(in text: String, upTo limit: Int) -> Int {
    var count = 0
    var isInside = false
    for byte in text.utf8 {
      if byte >= 0x80 { return min(limit, self.count(in: PlainText(text).lower)) }
      let isLetter = byte.isSmall || byte.isCapital || byte.isDigit
      if isLetter && !isInside { count += 1 }
      // A mark joins the letters on its two sides.
      isInside = isLetter || byte == 0x2E || byte == 0x2D || byte == 0x27
      if count >= limit { return limit }
    }
    return count
  }

  /// How many words a text of small letters has.
  static func count(in lower: [UInt8]) -> Int {
    var count = 0
    each(in: lower[...]) { _ in count += 1 }
    return count
  }
}
