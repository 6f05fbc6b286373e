/// What the author may have meant by a word that is not known.
package enum Suggestion {
  /// A sentence that offers the nearest of some words; nil where none is near.
  package static func among(_ known: [String], for word: String) -> String? {
    let limit = word.count <= 4 ? 1 : 2
    let near = known.map { (word: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance <= limit else { return nil }
    return "did you mean \"\(near.word)\"?"
  }

  /// The least number of letters to change, add or drop, case aside (Levenshtein).
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars.prefix(64))
    let right = Array(right.lowercased().unicodeScalars.prefix(64))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
