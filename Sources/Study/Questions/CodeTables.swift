/// Code tables that an author holds: which codes exist, which can be reported, and in which years.
///
/// There is never a table of CPT numbers.
package struct CodeTables: Equatable, Sendable {
  /// One table of one year.
  package struct Table: Equatable, Sendable {
    package var system: Question.CodeSystem
    /// The fiscal year (ICD-10: from 1 October of the year before) or calendar year (HCPCS) that it
    /// is for; nil is any.
    package var year: Int?
    /// Codes in capitals without dots, each with whether it can be reported.
    package var codes: [String: Bool]
    /// The last days of codes that ended.
    package var ended: [String: CalendarDay]

    package init(
      system: Question.CodeSystem, year: Int? = nil, codes: [String: Bool],
      ended: [String: CalendarDay] = [:]
    ) {
      self.system = system
      self.year = year
      self.codes = codes
      self.ended = ended
    }

    /// Whether exams of a question's time are taken with this table's books.
    ///
    /// An exam uses the books of its calendar year, whose ICD-10 codes begin the October before: FY2027
    /// counts for questions that hold beyond 2026-12-31, and no longer for those from 2027-10-01 on.
    func isUsed(with valid: Question.Validity) -> Bool {
      guard let year else { return true }
      if let to = valid.to, to < CalendarDay(year: year, month: 1, day: 1) { return false }
      let next =
        system == .hcpcs
        ? CalendarDay(year: year + 1, month: 1, day: 1)
        : CalendarDay(year: year, month: 10, day: 1)
      return valid.from.map { $0 < next } ?? true
    }
  }

  package var tables: [Table]

  package init(_ tables: [Table]) { self.tables = tables }

  /// What the tables say of a code.
  enum Finding: Equatable {
    /// It can be reported in every year asked about, or no table could tell.
    case sound
    /// It is only a heading in the tables of these years.
    case header(years: [Int])
    /// The tables of these years do not hold it.
    case missing(years: [Int])
  }

  /// Whether a key's code can be reported in all years in which its question is asked.
  ///
  /// - Parameter day: the day up to which a question without an end is judged.
  func finding(ofKey code: String, valid: Question.Validity, until day: CalendarDay) -> Finding {
    let used = tables(for: code).filter { $0.isUsed(with: valid) }
    let last = max(valid.to ?? day, valid.from ?? day)
    let missing = used.filter { table in
      table.codes[Self.bare(code)] == nil || table.ended[Self.bare(code)].map { $0 < last } == true
    }
    if !missing.isEmpty { return .missing(years: missing.compactMap(\.year)) }
    let headers = used.filter { $0.codes[Self.bare(code)] == false }
    return headers.isEmpty ? .sound : .header(years: headers.compactMap(\.year))
  }

  /// Whether a wrong option's code exists, and can be reported, in any year.
  func finding(ofDistractor code: String) -> Finding {
    let all = tables(for: code)
    let found = all.compactMap { $0.codes[Self.bare(code)] }
    if all.isEmpty || found.contains(true) { return .sound }
    let years = all.compactMap(\.year)
    return found.isEmpty ? .missing(years: years) : .header(years: years)
  }

  /// The tables that a code belongs to, by its shape; none for CPT numbers.
  ///
  /// Seven characters can be either ICD-10, and a letter with four digits HCPCS or ICD-10-CM without
  /// its dot: the table that holds the code decides.
  private func tables(for code: String) -> [Table] {
    let bytes = Array(code.utf8)[...]
    if CodeShapes.isCPT(bytes) { return [] }
    var systems: [Question.CodeSystem] = []
    if CodeShapes.isHCPCS(bytes) { systems.append(.hcpcs) }
    if CodeShapes.isICD10PCS(bytes) { systems.append(.icd10pcs) }
    systems.append(.icd10cm)
    let held = systems.first { system in
      tables.contains { $0.system == system && $0.codes[Self.bare(code)] != nil }
    }
    let system = held ?? systems[0]
    return tables.filter { $0.system == system }
  }

  /// A code without its dot, in capitals, as tables list it.
  package static func bare(_ code: String) -> String {
    code.uppercased().filter { $0 != "." }
  }
}
