import Glibc

/// G5: questions that ask the same point in other words are few, and name each other as enemies.
///
/// Cosine of weighted words (TF-IDF) of stem and key, 0.80 or more. No fault by itself: they must not
/// meet in one form. Limit: 8 %, fails above 20 %.
package enum EnemyCandidates: BankRule {
  package static let id = "G5"
  package static let name = "questions on the same point"
  package static let fix = "name each other in \"enemies\", or ask another point"

  package static func figure(of sample: BankSample) -> BankFigure {
    let near = Set(
      sample.likePairs.filter { $0.likeness >= 0.80 }.map { [$0.first, $0.second] })
    let pairs = pairs(of: sample, atLeast: 0.80).filter { !near.contains([$0.first, $0.second]) }
    return .share(
      sample.ids(of: pairs), of: sample.choices.count, warn: 0.08, fail: 0.20,
      note: sample.names(of: pairs))
  }

  /// A word of a question with its weight; the weights of a question have the length 1.
  private typealias Vector = [(word: Int32, weight: Double)]

  private static func pairs(of sample: BankSample, atLeast floor: Double) -> [LikePairs.Pair] {
    let vectors = vectors(of: sample)
    // Words that very many questions hold find no pairs; they count once a pair is found.
    let most = max(60, Int(0.05 * Double(vectors.count)))
    var holders: [Int32: [(index: Int, weight: Double)]] = [:]
    for (index, vector) in vectors.enumerated() {
      for entry in vector { holders[entry.word, default: []].append((index, entry.weight)) }
    }
    var sums = [Double](repeating: 0, count: vectors.count)
    var pairs: [LikePairs.Pair] = []
    for (index, vector) in vectors.enumerated() {
      var touched: [Int] = []
      for entry in vector {
        guard let others = holders[entry.word], others.count <= most else { continue }
        for other in others.reversed() {
          if other.index <= index { break }
          if sums[other.index] == 0 { touched.append(other.index) }
          sums[other.index] += entry.weight * other.weight
        }
      }
      for other in touched {
        if sums[other] >= 0.7 * floor {
          let cosine = cosine(vector, vectors[other])
          if cosine >= floor {
            pairs.append(LikePairs.Pair(first: index, second: other, likeness: cosine))
          }
        }
        sums[other] = 0
      }
    }
    return pairs.sorted { $0.likeness > $1.likeness }
  }

  private static func vectors(of sample: BankSample) -> [Vector] {
    let documents = sample.choices.map { item -> [Int32] in
      (item.stemWords + item.options[item.key].words)
        .filter { sample.words[$0].isShortContent }.map { sample.words[$0].stem }.sorted()
    }
    var counts: [Int32: Int] = [:]
    for document in documents { for word in Set(document) { counts[word, default: 0] += 1 } }
    let all = Double(1 + documents.count)
    return documents.map { document in
      var vector: Vector = []
      var place = 0
      while place < document.count {
        let word = document[place]
        let start = place
        while place < document.count, document[place] == word { place += 1 }
        let rarity = log(all / Double(1 + (counts[word] ?? 0)))
        vector.append((word, (1 + log(Double(place - start))) * rarity))
      }
      let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return length > 0 ? vector.map { ($0.word, $0.weight / length) } : vector
    }
  }

  /// The sum of the products of common words; both vectors ascend by word.
  private static func cosine(_ left: Vector, _ right: Vector) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < left.count, j < right.count {
      if left[i].word == right[j].word {
        sum += left[i].weight * right[j].weight
        i += 1
        j += 1
      } else if left[i].word < right[j].word {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}
