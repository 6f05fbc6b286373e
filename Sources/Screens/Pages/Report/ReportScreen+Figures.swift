import Study

extension ReportScreen {
  func addResult(to block: inout TextBlock, in world: World) {
    let role: Role
    switch report.verdict {
    case .passed, .likelyAbove: role = .correct
    case .failed, .likelyBelow: role = .wrong
    case .tooClose, .none: role = .heading
    }
    block.add(ReportWording.headline(report), role: role)
    block.blank()
    for sentence in ReportWording.meaning(report) { block.add(sentence) }
    block.blank()
    block.add(ReportWording.time(report), role: .muted)
    block.blank()
    let weak = report.domains.filter(\.isWeak)
    if weak.isEmpty {
      block.add(
        report.weakest == nil
          ? "No domain has answers enough to be called weak."
          : "No domain is shown to be weak by all your answers; the lowest is "
            + "\(report.weakest?.title ?? "").", role: .muted)
    } else {
      block.add(
        "Weak by all your answers: \(weak.map(\.title).joined(separator: "; ")).",
        role: .warning)
    }
    let wrong = report.items.count { $0.isCorrect == false }
    if wrong > 0 {
      block.add(
        "\(Wording.counted(wrong, "missed question")) \(wrong == 1 ? "comes" : "come") back "
          + "tomorrow in your daily cards.")
    }
    if !report.missed.isEmpty {
      block.add("Space goes through the questions, Enter drills.")
    }
    addEarlier(to: &block)
  }

  private func addEarlier(to block: inout TextBlock) {
    guard !report.earlier.isEmpty else { return }
    block.blank()
    block.add("Earlier forms", role: .heading)
    for form in report.earlier.suffix(5).reversed() {
      let day = CalendarDay(studyDayAt: form.milliseconds, zoneMinutes: form.zoneMinutes)
      block.add(
        "\(form.score.right) of \(form.score.count) "
          + "(\(Wording.percent(form.score.right, of: form.score.count)))", indent: 14,
        label: "  \(day.shortName)", labelRole: .muted)
    }
  }

  func addDomains(to block: inout TextBlock, _ displayWidth: DisplayWidth) {
    let isWide = block.width >= 70
    let titleWidth = max(16, min(40, block.width - (isWide ? 42 : 24)))
    block.add(
      "Right answers by domain; in so few, chance has a wide say.", role: .muted)
    block.blank()
    for domain in report.domains {
      var pieces = [
        TextBlock.Piece(
          x: 0, text: displayWidth.fitted(domain.title, width: titleWidth),
          role: domain.isWeak ? .warning : .normal),
        TextBlock.Piece(
          x: titleWidth + 2, text: "\(domain.score.right) of \(domain.score.count)",
          role: .heading),
        TextBlock.Piece(
          x: titleWidth + 12, text: ReportWording.range(domain.score), role: .muted),
      ]
      if isWide {
        let bar = Charts.bar(share: domain.score.share, width: 12)
        let used = displayWidth.columns(of: bar)
        pieces.append(TextBlock.Piece(x: titleWidth + 22, text: bar, role: .chartFull))
        pieces.append(
          TextBlock.Piece(
            x: titleWidth + 22 + used, text: String(repeating: "·", count: 12 - used),
            role: .chartEmpty))
        if domain.isWeak {
          pieces.append(TextBlock.Piece(x: titleWidth + 36, text: "weak", role: .warning))
        }
      }
      block.add(line: pieces)
    }
    block.blank()
    block.add(
      "Percent: where the true share lies in 95 of 100 cases. Weak is a domain that all your "
        + "answers together put below \(ReportWording.percent(report.passShare)).", role: .muted)
  }

  func addTime(to block: inout TextBlock, in world: World) {
    block.add(ReportWording.time(report))
    if let lookUps = ReportWording.lookUps(report) { block.add(lookUps) }
    block.blank()
    let whole = Double(max(1, report.items.count))
    block.add(line: [
      TextBlock.Piece(x: 0, text: "Answered by each tenth of the time", role: .muted),
      TextBlock.Piece(
        x: 36,
        text: Charts.sparkline(report.pace.map { Double($0) / whole }, maximum: 1),
        role: .chartFull),
    ])
    block.add(line: [
      TextBlock.Piece(x: 0, text: "An even pace", role: .muted),
      TextBlock.Piece(
        x: 36, text: Charts.sparkline((1...10).map { Double($0) / 10 }, maximum: 1),
        role: .chartEmpty),
    ])
    let slowest = report.slowest()
    guard !slowest.isEmpty else { return }
    block.blank()
    block.add("The slowest", role: .heading)
    for place in slowest {
      let item = report.items[place]
      let book =
        item.bookMilliseconds > 0
        ? ", \(Wording.duration(milliseconds: item.bookMilliseconds)) in the book" : ""
      block.add(
        "\(topic(place, world)) (\(word(item))\(book))", indent: 12,
        label: "  \(ExamWording.clock(item.milliseconds))", labelRole: .muted)
    }
  }

  func addAnswers(to block: inout TextBlock, in world: World) {
    block.add(ReportWording.confidence(report))
    block.add(ReportWording.changes(report))
    let lists = [
      ("Sure, but wrong (worth reading again)", report.sureButWrong),
      ("Changed from right to wrong", report.changes(.rightToWrong)),
      ("Not answered", report.items.indices.filter { report.items[$0].isCorrect == nil }),
    ]
    for (title, places) in lists where !places.isEmpty {
      block.blank()
      block.add(title, role: .warning)
      for place in places.prefix(12) {
        block.add(topic(place, world), indent: 6, label: "  \(place + 1)", labelRole: .muted)
      }
      if places.count > 12 { block.add("and \(places.count - 12) more", role: .muted, indent: 6) }
    }
    let reasons = MissReason.allCases.compactMap { reason -> String? in
      let count = report.items.count { $0.why == reason }
      return count == 0 ? nil : "\(reason.title): \(count)"
    }
    if !reasons.isEmpty {
      block.blank()
      block.add("Why missed: \(reasons.joined(separator: ", ")).")
    }
  }

  private func topic(_ place: Int, _ world: World) -> String {
    let id = report.items[place].question.id
    return world.catalog.question(id)?.topic ?? id
  }

  private func word(_ item: ScoreReport.Item) -> String {
    item.isCorrect == nil ? "not answered" : item.isCorrect == true ? "right" : "wrong"
  }
}
