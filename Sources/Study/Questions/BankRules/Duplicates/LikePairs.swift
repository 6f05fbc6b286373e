/// Pairs of questions with nearly the same words, found exactly.
///
/// A question is the set of its shingles: every three words running of stem and sorted options, runs
/// of digits masked. Likeness is the share of common shingles (Jaccard).
struct LikePairs {
  /// A pair of places in the sample, and how like they are.
  struct Pair: Equatable, Sendable {
    var first: Int
    var second: Int
    var likeness: Double
  }

  /// No more partners of one question are looked for among those before it: a bank of copies would
  /// have as many pairs as the square of its size.
  private static let mostPartners = 64

  private let sets: [[UInt64]]

  init(_ items: [BankItem], words: WordTable) {
    sets = items.map { item in
      var sequence = item.stemWords
      let options = item.options.sorted { $0.option.text < $1.option.text }
      for option in options { sequence += option.words }
      return Self.shingles(of: sequence.map { words[$0].masked })
    }
  }

  /// All pairs at least `floor` alike, the likest first; of a question like very many the first few.
  ///
  /// Only pairs that share one of their rarest shingles are compared: two sets of sizes m and n with
  /// likeness t share one of the first n - tn + 1 of each, in any fixed order.
  func pairs(atLeast floor: Double) -> [Pair] {
    let ranked = byRarity()
    var holders: [UInt64: [Int32]] = [:]
    var seen = [Int32](repeating: -1, count: sets.count)
    var pairs: [Pair] = []
    for index in sets.indices {
      let size = sets[index].count
      let prefix = size - Int((floor * Double(size)).rounded(.up)) + 1
      let before = pairs.count
      for shingle in ranked[index].prefix(max(1, prefix)) {
        for other in holders[shingle] ?? [] where seen[Int(other)] != Int32(index) {
          if pairs.count - before >= Self.mostPartners { break }
          seen[Int(other)] = Int32(index)
          let small = min(size, sets[Int(other)].count)
          let large = max(size, sets[Int(other)].count)
          if Double(small) < floor * Double(large) { continue }
          let likeness = SortedSet.likeness(sets[index], sets[Int(other)])
          if likeness >= floor {
            pairs.append(Pair(first: Int(other), second: index, likeness: likeness))
          }
        }
        holders[shingle, default: []].append(Int32(index))
      }
    }
    return pairs.sorted {
      ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second)
    }
  }

  /// The shingles of each question, those that fewest questions hold first.
  private func byRarity() -> [[UInt64]] {
    var counts: [UInt64: Int32] = [:]
    counts.reserveCapacity(sets.count * 40)
    for set in sets { for shingle in set { counts[shingle, default: 0] += 1 } }
    return sets.map { set in
      set.map { (count: counts[$0] ?? 0, shingle: $0) }
        .sorted { ($0.count, $0.shingle) < ($1.count, $1.shingle) }.map(\.shingle)
    }
  }

  private static func shingles(of words: [Int32]) -> [UInt64] {
    var all: [UInt64] = []
    if words.count < 3 {
      all = [words.reduce(1 << 63) { $0 << 21 | UInt64($1) }]
    } else {
      all.reserveCapacity(words.count)
      for place in 0..<words.count - 2 {
        let (a, b, c) = (words[place], words[place + 1], words[place + 2])
        all.append(UInt64(a) << 42 | UInt64(b) << 21 | UInt64(c))
      }
    }
    all.sort()
    var last: UInt64?
    return all.filter { shingle in
      defer { last = shingle }
      return shingle != last
    }
  }
}
