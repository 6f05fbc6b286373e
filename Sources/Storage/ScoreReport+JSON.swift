import Study

/// Finished score reports as files of the learner's folder `exams/`.
extension ScoreReport {
  package static let formatVersion = 1

  /// `20261122T180000Z-CPC-9f3c21d0`, without an ending: start, exam, device.
  package var fileName: String {
    let start = Timestamp.text(startedAt).prefix(19).filter { $0 != "-" && $0 != ":" }
    let exam = self.exam.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "\(start)Z-\(exam)-\(EventID.deviceName(sitting.device))"
  }

  /// The report as a file.
  package func encoded() -> [UInt8] { json.encoded(.pretty) + [0x0A] }

  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("formatVersion", .number(Double(ScoreReport.formatVersion))),
      .init("sitting", .string(sitting.description)), .init("exam", .string(exam)),
      .init("seed", .number(Double(seed))), .init("started", .string(Timestamp.text(startedAt))),
      .init("submitted", .string(Timestamp.text(submittedAt))),
      .init("tz", .number(Double(zoneMinutes))), .init("spentMs", .number(Double(spent))),
      .init("limitMs", .number(Double(limit))), .init("extraTime", .number(Double(extraTime))),
      .init("pauses", .number(Double(pauses))), .init("lookUps", .number(Double(lookUps))),
      .init("lookUpMs", .number(Double(bookMilliseconds))),
      .init("verdict", .string(verdict.rawValue)), .init("passShare", .number(passShare)),
      .init("right", .number(Double(score.right))),
      .init("scored", .number(Double(score.count))),
      .init("standardError", .number(score.standardError)),
    ]
    if let estimate {
      members.append(
        .init(
          "estimate",
          .object([
            .init("score", .number(Double(estimate.score))),
            .init("low", .number(Double(estimate.band.lowerBound))),
            .init("high", .number(Double(estimate.band.upperBound))),
            .init("chance", .number(estimate.chance)),
          ])))
    }
    members.append(.init("domains", .array(domains.map(ScoreReport.json))))
    members.append(.init("answeredByTenth", HistoryLine.numbers(pace)))
    members.append(
      .init(
        "earlier",
        .array(
          earlier.map {
            .object([
              .init("submitted", .string(Timestamp.text($0.milliseconds))),
              .init("tz", .number(Double($0.zoneMinutes))),
              .init("right", .number(Double($0.score.right))),
              .init("scored", .number(Double($0.score.count))),
            ])
          })))
    members.append(.init("questions", .array(items.map(ScoreReport.json))))
    return .object(members)
  }

  private static func json(_ domain: DomainResult) -> JSONValue {
    let interval = domain.score.interval()
    return .object([
      .init("id", .string(domain.domain)), .init("title", .string(domain.title)),
      .init("right", .number(Double(domain.score.right))),
      .init("scored", .number(Double(domain.score.count))),
      .init("low", .number(interval.lowerBound)), .init("high", .number(interval.upperBound)),
      .init("answers", .number(Double(domain.evidence.count))),
      .init("answersRight", .number(Double(domain.evidence.right))),
      .init("weak", .bool(domain.isWeak)),
    ])
  }

  private static func json(_ item: Item) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(item.question.id)), .init("domain", .string(item.question.domain)),
      .init("scored", .bool(item.question.isScored)),
      .init("order", HistoryLine.numbers(item.question.order)),
      .init("chosen", HistoryLine.numbers(item.chosen)),
      .init("correct", item.isCorrect.map { .bool($0) } ?? .null),
      .init("sure", .bool(item.isSure)), .init("flagged", .bool(item.isFlagged)),
      .init("ms", .number(Double(item.milliseconds))),
      .init("lookUpMs", .number(Double(item.bookMilliseconds))),
      .init("visits", .number(Double(item.visits))),
    ]
    if !item.note.isEmpty { members.append(.init("note", .string(item.note))) }
    if let change = item.change { members.append(.init("change", .string(change.rawValue))) }
    if let event = item.event { members.append(.init("event", .string(event.description))) }
    if let why = item.why { members.append(.init("why", .string(why.rawValue))) }
    return .object(members)
  }
}

extension ScoreReport {
  /// Reads a report; nil where it is of a newer version or anything in it is not as written.
  package init?(decoding bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes),
      let version = value["formatVersion"]?.integer, version <= ScoreReport.formatVersion,
      let sitting = value["sitting"]?.string.flatMap({ EventID($0) }),
      let exam = value["exam"]?.string,
      let started = value["started"]?.string.flatMap({ Timestamp.milliseconds($0) }),
      let submitted = value["submitted"]?.string.flatMap({ Timestamp.milliseconds($0) }),
      let zone = value["tz"]?.integer,
      let verdict = value["verdict"]?.string.flatMap({ Verdict(rawValue: $0) }),
      let score = ScoreReport.proportion(value, "right", "scored"),
      let passShare = value["passShare"]?.number, let questions = value["questions"]?.array
    else { return nil }
    func count(_ key: String) -> Int { max(0, value[key]?.integer ?? 0) }
    let items = questions.compactMap(ScoreReport.item)
    guard items.count == questions.count, count("limitMs") > 0 else { return nil }
    let estimate = value["estimate"].flatMap(ScoreReport.scaled)
    let seed = value["seed"]?.integer.flatMap { UInt64(exactly: $0) } ?? 0
    self.init(
      sitting: sitting, exam: exam,
      seed: seed, startedAt: started,
      submittedAt: submitted, zoneMinutes: zone, spent: count("spentMs"), limit: count("limitMs"),
      extraTime: count("extraTime"), pauses: count("pauses"), lookUps: count("lookUps"),
      bookMilliseconds: count("lookUpMs"), verdict: verdict, estimate: estimate,
      passShare: passShare, score: score,
      domains: (value["domains"]?.array ?? []).compactMap(ScoreReport.domain), items: items,
      pace: (value["answeredByTenth"]?.array ?? []).compactMap(\.integer),
      earlier: (value["earlier"]?.array ?? []).compactMap(ScoreReport.earlierForm))
  }

  private static func earlierForm(_ form: JSONValue) -> Earlier? {
    guard let at = form["submitted"]?.string.flatMap({ Timestamp.milliseconds($0) }),
      let score = proportion(form, "right", "scored")
    else { return nil }
    return Earlier(milliseconds: at, zoneMinutes: form["tz"]?.integer ?? 0, score: score)
  }

  private static func scaled(_ part: JSONValue) -> ScaledEstimate? {
    guard let score = part["score"]?.integer, let low = part["low"]?.integer,
      let high = part["high"]?.integer, low <= high, let chance = part["chance"]?.number
    else { return nil }
    return ScaledEstimate(score: score, band: low...high, chance: chance)
  }

  private static func proportion(
    _ value: JSONValue, _ right: String, _ count: String
  ) -> Proportion? {
    guard let right = value[right]?.integer, let count = value[count]?.integer, right >= 0,
      right <= count
    else { return nil }
    return Proportion(right: right, count: count)
  }

  private static func domain(_ value: JSONValue) -> DomainResult? {
    guard let id = value["id"]?.string, let score = proportion(value, "right", "scored"),
      let evidence = proportion(value, "answersRight", "answers")
    else { return nil }
    return DomainResult(
      domain: id, title: value["title"]?.string ?? id, score: score, evidence: evidence,
      isWeak: value["weak"]?.bool ?? false)
  }

  private static func item(_ value: JSONValue) -> Item? {
    guard let id = value["id"]?.string, let order = value["order"]?.array?.compactMap(\.integer),
      let chosen = value["chosen"]?.array?.compactMap(\.integer)
    else { return nil }
    return Item(
      question: ExamQuestion(
        id: id, domain: value["domain"]?.string ?? "", isScored: value["scored"]?.bool ?? true,
        order: order),
      chosen: chosen, isCorrect: value["correct"]?.bool, isSure: value["sure"]?.bool ?? true,
      isFlagged: value["flagged"]?.bool ?? false, milliseconds: max(0, value["ms"]?.integer ?? 0),
      bookMilliseconds: max(0, value["lookUpMs"]?.integer ?? 0),
      visits: max(0, value["visits"]?.integer ?? 0), note: value["note"]?.string ?? "",
      change: value["change"]?.string.flatMap { Change(rawValue: $0) },
      event: value["event"]?.string.flatMap { EventID($0) },
      why: value["why"]?.string.flatMap { MissReason(rawValue: $0) })
  }
}
