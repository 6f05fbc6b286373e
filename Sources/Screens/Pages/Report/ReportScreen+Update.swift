import FSRS
import Study

extension ReportScreen {
  package mutating func update(_ command: Command, in world: World, at now: Now) -> Outcome {
    message = ""
    hasWritten = false
    switch command {
    case .previous: move(-1)
    case .next: move(1)
    case .questions:
      mode = .question
      scroll = 0
      if !filtered.contains(position) { position = filtered.first ?? 0 }
    case .filter: changeFilter()
    case .askDrill: mode = .drill
    case .drill(let drill): return begin(drill, in: world, at: now)
    case .askWhy: mode = .reason
    case .why(let reason): return note(reason, in: world, at: now)
    case .write:
      hasWritten = true
      return Outcome(effects: [
        .writeText(ReportText.markdown(report, catalog: world.catalog), of: report)
      ])
    case .scrollUp: scroll = max(0, scroll - step(in: world))
    case .scrollDown:
      scroll = min(scroll + step(in: world), max(0, lastScroll(in: world)))
    case .back:
      switch mode {
      case .figures: return Outcome(.back)
      case .question: mode = .figures
      case .reason: mode = .question
      case .drill: mode = .figures
      }
      scroll = 0
    }
    return .stay
  }

  private func step(in world: World) -> Int { max(1, (world.height - 4) / 2) }

  private mutating func move(_ steps: Int) {
    scroll = 0
    guard mode == .question else {
      let tabs = Tab.allCases
      let place = (tabs.firstIndex(of: tab) ?? 0) + steps
      if tabs.indices.contains(place) { tab = tabs[place] }
      return
    }
    let places = filtered
    guard let place = places.firstIndex(of: position) else { return }
    if places.indices.contains(place + steps) {
      position = places[place + steps]
    } else {
      message = steps > 0 ? "That was the last one." : "That is the first one."
    }
  }

  /// On to the next filter that leaves something.
  private mutating func changeFilter() {
    scroll = 0
    let filters = Filter.allCases
    var place = filters.firstIndex(of: filter) ?? 0
    repeat {
      place = (place + 1) % filters.count
      filter = filters[place]
    } while filtered.isEmpty && filter != .all
    if !filtered.contains(position) { position = filtered.first ?? 0 }
  }

  private mutating func note(_ reason: MissReason, in world: World, at now: Now) -> Outcome {
    mode = .question
    guard report.items.indices.contains(position), let event = report.items[position].event
    else { return .stay }
    report.items[position].why = reason
    message = "Noted: \(reason.title)."
    return Outcome(effects: [
      .record([world.event(.why(of: event, reason: reason), at: now)]), .saveReport(report),
    ])
  }

  private mutating func begin(_ drill: Drill, in world: World, at now: Now) -> Outcome {
    mode = .figures
    var cards = cards(drill, in: world)
    if drill == .weakest {
      // The least certain first, as many as a drill has.
      cards.sort { strength($0, world, now) < strength($1, world, now) }
      cards = Array(cards.prefix(20))
    }
    guard !cards.isEmpty else { return .stay }
    let pace = Pace(progress: world.progress)
    let seconds = cards.reduce(0.0) { $0 + pace.seconds(for: kind($1, world)) }
    let plan = StudyPlan(
      cards: cards, dueCount: 0, newCount: 0, dueLeftOut: 0,
      minutes: max(1, Int((seconds / 60).rounded())))
    return Outcome(
      .open(
        .study(
          StudyScreen(plan: plan, deck: world.deck(at: now), mode: .drill, in: world, at: now))))
  }

  private func kind(_ id: String, _ world: World) -> Question.Kind {
    world.catalog.question(id)?.kind ?? .choice
  }

  private func strength(_ id: String, _ world: World, _ now: Now) -> Double {
    let card = world.progress[id]
    let recall = card.retrievability(on: now.studyDay, model: world.progress.model) ?? 0
    return recall * (Double(card.passes) + 1) / (Double(card.answers) + 2)
  }
}
