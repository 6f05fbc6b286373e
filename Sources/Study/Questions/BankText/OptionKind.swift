/// What an option consists of.
enum OptionKind: Hashable {
  case code, numeric, range, text

  init(_ text: PlainText, codes: [String]) {
    if Self.isBareCode(text.cased) {
      self = .code
    } else if Self.number(in: text) != nil {
      self = .numeric
    } else if Self.range(in: text) != nil {
      self = .range
    } else if Self.isMostlyCodes(text.cased, codes: codes) {
      self = .code
    } else {
      self = .text
    }
  }

  /// The number that an option is, with its unit: `$1,250`, `30 days`, `12.5 %`.
  static func number(in text: PlainText) -> Double? {
    if isBareCode(text.cased) { return nil }
    var cursor = TextCursor(text.lower)
    _ = cursor.takeOne(of: ["$", "€", "£"])
    cursor.takeSpace()
    guard let number = takeNumber(&cursor, mayBeNegative: true) else { return nil }
    cursor.takeSpace()
    var unit = cursor.rest
    if unit.last == 0x2E { unit = unit.dropLast() }
    return units.contains(String(decoding: unit, as: UTF8.self)) ? number : nil
  }

  /// The ends of the range that an option is: `10-14 days`, `$5 to $10`.
  static func range(in text: PlainText) -> (low: Double, high: Double)? {
    if isBareCode(text.cased) { return nil }
    var cursor = TextCursor(text.lower)
    _ = cursor.takeOne(of: ["$", "€", "£"])
    cursor.takeSpace()
    guard let low = takeNumber(&cursor) else { return nil }
    cursor.takeSpace()
    guard cursor.takeOne(of: ["-", "–", "—", "to", "through"]) else { return nil }
    cursor.takeSpace()
    _ = cursor.takeOne(of: ["$", "€", "£"])
    cursor.takeSpace()
    guard let high = takeNumber(&cursor) else { return nil }
    cursor.takeSpace()
    cursor.takeAll { $0.isSmall || $0 == 0x25 }
    _ = cursor.take(".")
    return cursor.isAtEnd ? (low, high) : nil
  }

  /// Digits with commas and at most one fraction.
  private static func takeNumber(_ cursor: inout TextCursor, mayBeNegative: Bool = false) -> Double?
  {
    let start = cursor.position
    if mayBeNegative { _ = cursor.take("-") }
    guard cursor.next.isDigit else {
      cursor.position = start
      return nil
    }
    cursor.takeAll { $0.isDigit || $0 == 0x2C }
    if cursor.next == 0x2E, cursor.rest.dropFirst().first?.isDigit == true {
      cursor.position += 1
      cursor.takeAll(where: \.isDigit)
    }
    let digits = cursor.bytes[start..<cursor.position].filter { $0 != 0x2C }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  private static let units: Set<String> = [
    "", "%", "percent", "day", "days", "hour", "hours", "hr", "hrs", "minute", "minutes", "min",
    "mins", "year", "years", "week", "weeks", "month", "months", "cm", "mm", "unit", "units",
    "inches", "point", "points", "item", "items", "character", "characters", "x", ":1",
  ]

  /// A CPT number with modifiers or a count: `99213-25`, `11042 x 2`.
  private static func isBareCode(_ cased: [UInt8]) -> Bool {
    var cursor = TextCursor(cased)
    guard cursor.takeAll(where: \.isDigit) == 5 else { return false }
    while cursor.next == 0x2D {
      cursor.position += 1
      for _ in 0..<2 {
        guard cursor.takeOne(where: { $0.isDigit || $0.isCapital }) else { return false }
      }
    }
    if cursor.isAtEnd { return true }
    cursor.takeSpace()
    guard cursor.takeOne(of: ["x", "×"]) else { return false }
    cursor.takeSpace()
    return cursor.takeAll(where: \.isDigit) > 0 && cursor.isAtEnd
  }

  /// Whether six of ten tokens are codes, modifiers or counts, one a code at least.
  private static func isMostlyCodes(_ cased: [UInt8], codes: [String]) -> Bool {
    if codes.isEmpty { return false }
    let separators = Set(" ,;/&+()\t\n\r".utf8)
    var all = 0
    var coded = 0
    var hasCode = false
    for token in cased.split(whereSeparator: { separators.contains($0) }) {
      let bytes = token.map(\.raised)[...]
      let word = String(decoding: bytes, as: UTF8.self)
      if ["AND", "X", "X2", "X3", "OR"].contains(word) { continue }
      all += 1
      let isCode = !CodeShapes.codes(in: bytes).isEmpty
      if isCode { hasCode = true }
      if isCode || isModifier(bytes) || isCount(bytes) { coded += 1 }
    }
    return hasCode && Double(coded) / Double(all) >= 0.6
  }

  /// Two characters as modifiers have them: `25`, `-RT`, `P3`, `XEPS` letters.
  private static func isModifier(_ token: ArraySlice<UInt8>) -> Bool {
    let bare = token.first == 0x2D ? token.dropFirst() : token
    guard bare.count == 2, let first = bare.first, let last = bare.last else { return false }
    return (first.isDigit && last.isDigit) || (first.isCapital && (last.isDigit || last.isCapital))
  }

  private static func isCount(_ token: ArraySlice<UInt8>) -> Bool {
    let digits = token.first == 0x58 ? token.dropFirst() : token
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }
}
