import FSRS
import Storage
import Study

/// The reviews that `memory fit` and `memory evaluate` work on.
struct MemoryHistory {
  /// In time order.
  var reviews: [TimedReview] = []
  /// The model that the learner's history names; the default one where it names none.
  var model = FSRS6.standard
  /// Lines that could not be read, as sentences.
  var problems: [String] = []

  /// The named files; where none is named, the chosen learner's history files.
  static func paths(_ files: [String], _ options: GlobalOptions) throws(StorageError) -> [String] {
    guard files.isEmpty else { return files }
    let workplace = Workplace(options)
    let folder = workplace.locations.learner(try workplace.requiredLearner()) + "/history"
    return try Files.names(in: folder).map { folder + "/" + $0 }
  }

  /// Reads history files of a learner, or files with one card a line as `memory replay` takes them.
  init(paths: [String]) throws(StorageError) {
    var reader = HistoryReader()
    var cards = CardLines()
    for path in paths {
      let bytes = try Files.read(path)
      if CardLines.areIn(bytes) {
        cards.read(bytes, path: path)
      } else {
        reader.read(bytes, file: path, isOwn: true)
      }
    }
    let history = reader.finish()
    model = Progress.model(weights: history.weights)
    reviews = history.timedReviews + cards.timed(firstCard: Int32(history.questions.count))
    problems =
      cards.problems
      + reader.damaged.map { "\($0.file): the line at byte \($0.offset) cannot be read." }
    if reviews.isEmpty {
      throw StorageError(
        .damaged, problems.first ?? "There are no reviews in \(paths.joined(separator: ", ")).")
    }
  }
}

/// Cards as `memory replay` takes them, one a line, put on one calendar.
///
/// The lines have no dates: every card begins on day 0.
private struct CardLines {
  private(set) var problems: [String] = []
  private var cards: [[ReplayRequest.Review]] = []

  /// Whether a file holds such lines: its first one names reviews and no type of event.
  static func areIn(_ bytes: [UInt8]) -> Bool {
    guard let line = bytes.split(separator: 0x0A, maxSplits: 1).first,
      let value = try? JSONValue(parsing: Array(line))
    else { return false }
    return value["reviews"]?.array != nil && value["type"] == nil
  }

  mutating func read(_ bytes: [UInt8], path: String) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      do throws(LineProblem) {
        let reviews = try MemoryLine.reviews(try MemoryLine.value(of: Array(line)))
        guard reviews.allSatisfy({ (0...36_500).contains($0.days) }) else {
          throw LineProblem(sentence: "Days must lie between 0 and 36500.")
        }
        cards.append(reviews)
      } catch {
        problems.append("\(path), line \(index + 1): \(error.sentence)")
      }
    }
  }

  /// All reviews by day; cards are numbered from `firstCard`.
  func timed(firstCard: Int32) -> [TimedReview] {
    var timed: [TimedReview] = []
    for (index, card) in cards.enumerated() {
      var day = 0.0
      for (place, review) in card.enumerated() {
        if place > 0 { day += review.days }
        timed.append(
          TimedReview(
            card: firstCard + Int32(index), day: Int32(min(day, 1e9)), rating: review.rating))
      }
    }
    // Stable by hand: equal days keep the order of the file.
    return timed.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }
}
