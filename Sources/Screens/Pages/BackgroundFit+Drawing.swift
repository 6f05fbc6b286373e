import FSRS
import Study

extension BackgroundFit {
  /// What it is at, in the line above the help line, left of the hint that there is more.
  func drawStatus(on frame: inout Frame, in world: World) {
    let row = frame.height - 2
    let room = frame.width - 12
    if let progress = progress(in: world) {
      let text = "Learning from your answers"
      let bar = min(20, room - text.count - 8)
      var x = 2 + frame.put(text, x: 2, y: row, role: .accent) + 2
      if bar >= 6 {
        frame.bar(share: progress, x: x, y: row, width: bar)
        x += bar + 2
      }
      frame.put("\(Int(progress * 100)) %", x: x, y: row, role: .accent)
    } else if let status {
      frame.put(frame.displayWidth.fitted(status, width: room), x: 2, y: row, role: .accent)
    }
  }

  private var status: String? {
    switch self {
    case .kept: "The old memory weights stay."
    case .taken: "New memory weights in use; u takes them back."
    case .takenBack: "The old memory weights are back."
    case .waiting, .reading, .running, .off: nil
    }
  }

  /// What was found, below what the session came to.
  func add(to block: inout TextBlock, in world: World, at now: Now) {
    switch self {
    case .kept(let outcome):
      block.blank()
      block.add("The memory model", role: .heading)
      block.add(BackgroundFit.reason(outcome))
      let needed = FitOccasion.newNeeded(after: world.settings.fitted ?? 0)
      block.add("It learns again after \(needed) more answers.", role: .muted)
    case .taken(let taken):
      block.blank()
      block.add("The memory model has learned", role: .heading)
      block.add(BackgroundFit.gain(taken.outcome))
      block.blank()
      let deck = world.deck(at: now)
      block.addCounts([
        ("calendar", DueCounts(deck)), ("old weights", taken.before),
        ("new weights", DueCounts(deck, asSetBy: world.progress)),
      ])
      block.blank()
      block.add(
        "Days already granted stay in the calendar; a card takes the new weights with its next "
          + "answer. Nothing needs to be done; u brings the old weights back.", role: .muted)
    case .takenBack:
      block.blank()
      block.add("The memory model", role: .heading)
      block.add("The old weights are back, and every memory is computed by them again.")
    case .waiting, .reading, .running, .off: break
    }
  }

  /// Why the old weights stay.
  private static func reason(_ outcome: FitOutcome) -> String {
    switch outcome.verdict {
    case .noBetter(let heldOut) where heldOut.after >= heldOut.before:
      "Weights fitted to the earlier of your \(outcome.reviews) answers did not foretell the last "
        + "\(heldOut.reviews) better than the standard ones, so the old weights stay."
    case .noBetter, .better:
      "The weights that you have foretell your \(outcome.reviews) answers at least as well as "
        + "newly fitted ones, so they stay."
    case .tooFew(let scored):
      "Too few answers tell how you forget: \(scored) came on a later day than the one before, "
        + "\(WeightsFit.leastReviews) are needed. The old weights stay."
    }
  }

  /// What the new weights are worth.
  private static func gain(_ outcome: FitOutcome) -> String {
    let text = "\(outcome.reviews) answers gave it weights of your own."
    guard case .better(let heldOut) = outcome.verdict, heldOut.before > 0 else { return text }
    let share = (1 - heldOut.after / heldOut.before) * 100
    return text + " On the last \(heldOut.reviews), kept aside for the test, weights fitted to the "
      + "earlier ones were \(share < 0.1 ? "a little" : "\(decimals(share, 1)) %") closer than the "
      + "standard ones (log loss \(decimals(heldOut.after, 3)) instead of "
      + "\(decimals(heldOut.before, 3)))."
  }

  /// A number of at least 0 with so many decimals.
  private static func decimals(_ value: Double, _ count: Int) -> String {
    let unit = (0..<count).reduce(1) { product, _ in product * 10 }
    let whole = Int((min(max(value, 0), 1e9) * Double(unit)).rounded())
    let rest = String(whole % unit)
    return "\(whole / unit)." + String(repeating: "0", count: count - rest.count) + rest
  }
}

extension TextBlock {
  /// Adds a small table: how many cards are due today, within 7 days and within 30.
  fileprivate mutating func addCounts(_ rows: [(label: String, counts: DueCounts)]) {
    add(line: TextBlock.pieces("Cards due", ["today", "7 days", "30 days"], .muted))
    for (label, counts) in rows {
      let numbers = [counts.today, counts.week, counts.month].map(String.init)
      add(line: TextBlock.pieces(label, numbers, .normal))
    }
  }

  private static func pieces(_ label: String, _ cells: [String], _ role: Role) -> [Piece] {
    let ends = [18, 26, 35]
    return [Piece(x: 0, text: label, role: role)]
      + zip(cells, ends).map { Piece(x: $1 - $0.count, text: $0, role: role) }
  }
}
