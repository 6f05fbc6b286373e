/// Gives every word a number and remembers what the counts ask of it.
struct WordTable {
  /// What is known of a word.
  struct Entry {
    let text: String
    /// The word without its ending.
    let stem: Int32
    /// The word with every run of digits written as `#`.
    let masked: Int32
    let length: Int
    /// Long enough, or with a digit, and no word that every question has.
    let isContent: Bool
    /// Like `isContent`, but three letters are enough.
    let isShortContent: Bool
    let isAbsolute: Bool
    let isHedge: Bool
    /// all, none, any, both, neither, each.
    let isQuantity: Bool
    /// not, no, cannot, without.
    let isNegation: Bool
    /// and, or, because, when ...
    let isConnective: Bool
  }

  private var numbers: [String: Int32] = [:]
  private(set) var entries: [Entry] = []

  init() { numbers.reserveCapacity(16_384) }

  subscript(number: Int32) -> Entry { entries[Int(number)] }

  /// The number of a word in small letters.
  mutating func number(of word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let stem = Self.stem(of: word)
    let masked = Self.masked(word)
    let stemNumber = stem == word ? nil : number(of: stem)
    let maskedNumber = masked == word ? nil : number(of: masked)
    let number = Int32(entries.count)
    numbers[word] = number
    let hasDigit = word.utf8.contains { $0.isDigit }
    let isStop = Self.stopWords.contains(word)
    let length = word.utf8.count
    entries.append(
      Entry(
        text: word, stem: stemNumber ?? number, masked: maskedNumber ?? number, length: length,
        isContent: (length >= 4 || hasDigit) && !isStop,
        isShortContent: (length >= 3 || hasDigit) && !isStop,
        isAbsolute: Self.absolutes.contains(word), isHedge: Self.hedges.contains(word),
        isQuantity: OptionReference.quantities.contains(word),
        isNegation: Self.negations.contains(word), isConnective: Self.connectives.contains(word)))
    return number
  }

  /// The numbers of all words of a text in small letters, in order.
  mutating func numbers(in lower: ArraySlice<UInt8>) -> [Int32] {
    var words: [Int32] = []
    var ranges: [Range<Int>] = []
    Words.each(in: lower) { ranges.append($0) }
    words.reserveCapacity(ranges.count)
    for range in ranges {
      words.append(number(of: String(decoding: lower[range], as: UTF8.self)))
    }
    return words
  }

  /// The stems of the content words among some words, ascending and each once.
  func content(of words: [Int32]) -> [Int32] {
    SortedSet.make(words.filter { self[$0].isContent }.map { self[$0].stem })
  }

  /// All words of a text, and the stems of its content words.
  static func wordsAndStems(in text: PlainText) -> Set<String> {
    var table = WordTable()
    var found: Set<String> = []
    for word in table.numbers(in: text.lower[...]) {
      found.insert(table[word].text)
      if table[word].isContent { found.insert(table[table[word].stem].text) }
    }
    return found
  }

  /// A word without the first of these endings that leaves four letters.
  private static func stem(of word: String) -> String {
    let count = word.utf8.count
    for ending in endings where count - ending.utf8.count >= 4 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static func masked(_ word: String) -> String {
    guard word.utf8.contains(where: { $0.isDigit }) else { return word }
    var bytes: [UInt8] = []
    for byte in word.utf8 {
      if !byte.isDigit {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: "#") {
        bytes.append(UInt8(ascii: "#"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let endings = [
    "ations", "ation", "ingly", "ing", "edly", "ies", "ied", "es", "ed", "ly", "s",
  ]

  private static let stopWords = Set(
    """
    a an and are as at be been being but by can could did do does for from had has have he her his \
    how i if in into is it its may might more most must no nor not of on or our shall she should so \
    some such than that the their them then there these they this those to under up was we were what \
    when where which who whom whose why will with within without would you your following correct \
    best patient code codes report reported assigned would describes describe term
    """.split(separator: " ").map(String.init))

  private static let absolutes: Set<String> = [
    "always", "never", "all", "none", "only", "every", "completely", "entirely", "invariably",
    "solely", "exclusively", "absolutely", "totally",
  ]

  private static let negations: Set<String> = ["not", "no", "cannot", "without"]

  private static let connectives: Set<String> = [
    "and", "or", "with", "because", "when", "if", "unless", "according",
  ]

  private static let hedges: Set<String> = [
    "usually", "often", "sometimes", "frequently", "generally", "may", "might", "rarely",
    "typically", "commonly", "occasionally", "normally", "likely", "possibly", "could",
  ]
}

/// Sets of numbers as ascending arrays: small, quick to build and to compare.
enum SortedSet {
  static func make(_ numbers: [Int32]) -> [Int32] {
    var sorted = numbers.sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  /// How many numbers two sets share.
  static func shared<Number: Comparable>(_ left: [Number], _ right: [Number]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        count += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// The share of their numbers that two sets have in common (Jaccard), 0 where both are empty.
  static func likeness<Number: Comparable>(_ left: [Number], _ right: [Number]) -> Double {
    let common = shared(left, right)
    let all = left.count + right.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  static func contains(_ set: [Int32], _ number: Int32) -> Bool {
    var low = 0
    var high = set.count
    while low < high {
      let middle = (low + high) / 2
      if set[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < set.count && set[low] == number
  }

  /// The numbers of `left` that are not in `right`.
  static func subtracting(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    left.filter { !contains(right, $0) }
  }

  static func intersection(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    left.filter { contains(right, $0) }
  }
}
