import Study

/// Which questions Browse shows, by what the learner has made of them.
package enum BrowseFilter: String, CaseIterable, Equatable, Sendable {
  case all, marked, noted, suspended, missed, due, new

  /// The words for it above the list.
  var title: String {
    switch self {
    case .all: "all"
    case .marked: "marked"
    case .noted: "with a note"
    case .suspended: "suspended"
    case .missed: "missed at least once"
    case .due: "due"
    case .new: "not met yet"
    }
  }

  /// The filter so many places further, round and round.
  func moved(by step: Int) -> BrowseFilter {
    let all = BrowseFilter.allCases
    guard let place = all.firstIndex(of: self) else { return .all }
    return all[(place + step + all.count) % all.count]
  }

  func holds(_ card: CardProgress, on day: CalendarDay) -> Bool {
    switch self {
    case .all: true
    case .marked: card.isMarked
    case .noted: !card.note.isEmpty
    case .suspended: card.isSuspended
    case .missed: card.answers > card.passes
    case .due: card.isDue(on: day) && card.isAvailable(on: day)
    case .new: card.isUnseen
    }
  }
}
