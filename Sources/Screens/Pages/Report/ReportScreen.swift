import FSRS
import Study

/// The report of a mock exam: the verdict, what it rests on, and every question again.
package struct ReportScreen: Screen {
  package internal(set) var report: ScoreReport
  package internal(set) var tab = Tab.result
  package internal(set) var mode = Mode.figures
  package internal(set) var filter: Filter
  /// The question on show, as a position on the form.
  package internal(set) var position = 0
  package internal(set) var scroll = 0
  package internal(set) var message = ""
  /// Whether a file was just written, whose place the world knows.
  package internal(set) var hasWritten = false

  package init(_ report: ScoreReport) {
    self.report = report
    filter = report.missed.isEmpty ? .all : .missed
    position = filtered.first ?? 0
  }

  /// A page of figures.
  package enum Tab: String, CaseIterable, Sendable {
    case result = "Result"
    case domains = "Domains"
    case time = "Time"
    case answers = "Answers"
  }

  package enum Mode: Equatable, Sendable {
    case figures, question, drill, reason
  }

  /// Which questions are gone through.
  package enum Filter: String, CaseIterable, Sendable {
    case missed, sureButWrong, guessed, flagged, changed, all

    var title: String { self == .sureButWrong ? "sure but wrong" : rawValue }
  }

  /// Cards to drill.
  package enum Drill: Hashable, Sendable, CaseIterable {
    case missed, weakest, sureButWrong
  }

  package enum Command: Hashable, Sendable {
    case previous, next, questions, filter, askDrill, drill(Drill), askWhy, why(MissReason), write
    case scrollUp, scrollDown, back
  }

  /// The positions that the filter leaves.
  var filtered: [Int] {
    report.items.indices.filter { place in
      let item = report.items[place]
      switch filter {
      case .missed: return item.isMissed
      case .sureButWrong: return item.isSureButWrong
      case .guessed: return !item.isSure && item.isCorrect != nil
      case .flagged: return item.isFlagged
      case .changed: return item.change != nil
      case .all: return true
      }
    }
  }

  /// The cards of a drill that the banks still hold.
  func cards(_ drill: Drill, in world: World) -> [String] {
    guard world.exam == report.exam else { return [] }
    let ids: [String]
    switch drill {
    case .missed: ids = report.missed.map { report.items[$0].question.id }
    case .sureButWrong: ids = report.sureButWrong.map { report.items[$0].question.id }
    case .weakest:
      guard let domain = report.weakest?.domain else { return [] }
      ids =
        world.catalog.questions(for: report.exam)
        .filter { $0.domain(in: report.exam) == domain && world.progress[$0.id].answers > 0 }
        .map(\.id)
    }
    return ids.filter { id in
      world.catalog.question(id) != nil && !world.progress[id].isSuspended
    }
  }

  /// The drills that there is something for.
  func drills(in world: World) -> [Drill] {
    Drill.allCases.filter { !cards($0, in: world).isEmpty }
  }
}

// MARK: Keys

extension ReportScreen {
  package func keys(in world: World) -> KeyMap<Command> {
    switch mode {
    case .drill: drillKeys(in: world)
    case .reason:
      KeyMap(
        MissReason.allCases.enumerated().map { place, reason in
          KeyBinding(
            keys: [.character(Character("\(place + 1)"))], command: .why(reason),
            label: "reason", help: "note the reason")
        } + [KeyBinding(keys: [.escape], command: .back, label: "none", help: "no reason")])
    case .figures, .question: figureKeys(in: world)
    }
  }

  private func figureKeys(in world: World) -> KeyMap<Command> {
    let isQuestion = mode == .question
    let what = isQuestion ? "question" : "tab"
    var bindings: [KeyBinding<Command>] = [
      KeyBinding(
        keys: [.left, .character("h")], command: .previous, label: what,
        help: "the \(what) before and after"),
      KeyBinding(
        keys: [.right, .character("l")], command: .next, label: what,
        help: "the \(what) before and after"),
    ]
    if isQuestion {
      bindings.append(
        KeyBinding(
          keys: [.tab], command: .filter, label: "filter",
          help: "missed, sure but wrong, guessed, flagged, changed, all"))
      if report.items.indices.contains(position), report.items[position].isMissed,
        report.items[position].event != nil
      {
        bindings.append(
          KeyBinding(
            keys: [.character("r")], command: .askWhy, label: "why missed",
            help: "note why it was missed"))
      }
    } else {
      bindings.append(
        KeyBinding(
          keys: [.character(" ")], command: .questions, label: "questions",
          help: "go through the questions, with the rationale"))
    }
    if !drills(in: world).isEmpty {
      bindings.append(
        KeyBinding(
          keys: [.enter], command: .askDrill, label: "drill",
          help: "drill the missed, the weakest domain, or what was sure but wrong"))
    }
    return KeyMap(
      bindings + [
        KeyBinding(
          keys: [.character("w")], command: .write, label: "write file",
          help: "write the report with all questions as a text"),
        KeyBinding(
          keys: [.down, .character("j"), .pageDown], command: .scrollDown, help: "see more below"),
        KeyBinding(
          keys: [.up, .character("k"), .pageUp], command: .scrollUp, help: "see more above"),
        KeyBinding(
          keys: [.character("q"), .escape], command: .back,
          label: isQuestion ? "figures" : "done", help: "back"),
      ])
  }

  private func drillKeys(in world: World) -> KeyMap<Command> {
    let drills = drills(in: world)
    return KeyMap(
      drills.enumerated().map { place, drill in
        let digit = Key.character(Character("\(place + 1)"))
        return KeyBinding(
          keys: place == 0 ? [digit, .enter] : [digit], command: .drill(drill), label: "drill",
          help: "begin the drill")
      } + [
        KeyBinding(
          keys: [.escape, .character("q")], command: .back, label: "back", help: "back")
      ])
  }
}
