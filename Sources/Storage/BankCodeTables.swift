import Study

/// Reads the code tables that an author holds from a folder (`bank check --codes DIR`).
///
/// Understood are CMS's order files (`icd10cm_order_2026.txt`, `icd10pcs_order_2026.txt`), its HCPCS
/// text file (`HCPC2026_JAN_ANWEB.txt`), and tab-separated files with code, whether it can be
/// reported, and title, whose name tells the code set (`icd10cm`, `icd10pcs`, `hcpcs`). The year is
/// the four digits in the name, or `FY2027` in a comment in the first line.
package enum BankCodeTables {
  /// No larger table is read, in bytes; CMS's have up to 16 MB.
  private static let largest = 64 << 20

  /// The tables of a folder; a file that is none is passed over, one that cannot be read is named.
  package static func read(_ folder: String) -> (tables: CodeTables, problems: [BankProblem]) {
    var tables: [CodeTables.Table] = []
    var problems: [BankProblem] = []
    for name in BankFiles.names(in: folder) ?? [] {
      let path = BankFiles.joined(folder, name)
      guard let system = system(of: name), !BankFiles.isFolder(path) else { continue }
      let (bytes, problem) = BankFiles.read(path, limit: largest)
      if let problem { problems.append(problem) }
      guard let bytes else { continue }
      let table = table(bytes, of: system, name: name)
      if !table.codes.isEmpty { tables.append(table) }
    }
    if tables.isEmpty, problems.isEmpty {
      problems.append(
        BankFiles.problem(
          folder, "holds no code table that is understood",
          fix:
            "give the folder with icd10cm_order_2026.txt, or files of code, tab, billable, tab, title"
        ))
    }
    return (CodeTables(tables), problems)
  }

  /// The code set that a file's name tells; nil for files that are no table.
  private static func system(of name: String) -> Question.CodeSystem? {
    let name = name.lowercased()
    guard name.hasSuffix(".txt") || name.hasSuffix(".tsv") else { return nil }
    if name.contains("layout") || name.contains("notes") || name.contains("addenda") { return nil }
    if name.hasPrefix("icd10cm") { return .icd10cm }
    if name.hasPrefix("icd10pcs") { return .icd10pcs }
    return name.hasPrefix("hcpc") && !name.contains("modifier") ? .hcpcs : nil
  }

  private static func table(
    _ bytes: [UInt8], of system: Question.CodeSystem, name: String
  ) -> CodeTables.Table {
    var table = CodeTables.Table(system: system, year: year(in: Array(name.utf8)[...]), codes: [:])
    let isOrder = name.lowercased().contains("order")
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.first == UInt8(ascii: "#") {
        table.year = table.year ?? year(in: line)
      } else if isOrder {
        addOrderLine(line, to: &table)
      } else if line.contains(0x09) {
        addTabbedLine(line, to: &table)
      } else if system == .hcpcs {
        addContractorLine(line, to: &table)
      }
    }
    return table
  }

  /// Columns of an order file: 7 to 13 the code, 15 whether it is billable.
  private static func addOrderLine(_ line: ArraySlice<UInt8>, to table: inout CodeTables.Table) {
    guard line.count >= 15 else { return }
    let start = line.startIndex
    let code = text(line[(start + 6)..<(start + 13)])
    if !code.isEmpty { table.codes[code] = line[start + 14] == UInt8(ascii: "1") }
  }

  /// Code, whether it can be reported, title.
  private static func addTabbedLine(_ line: ArraySlice<UInt8>, to table: inout CodeTables.Table) {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard let first = fields.first, fields.count >= 2 else { return }
    let code = CodeTables.bare(text(first))
    guard code.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    let no: Set<String> = ["0", "no", "n", "false", "header", "term", "deleted"]
    table.codes[code] = !no.contains(text(fields[1]).lowercased())
  }

  /// A line of CMS's HCPCS file: 1 to 5 the code, 11 the kind of line (3: a code's first), 285 to 292
  /// the day on which it ended.
  private static func addContractorLine(
    _ line: ArraySlice<UInt8>, to table: inout CodeTables.Table
  ) {
    let start = line.startIndex
    guard line.count >= 11, line[start + 10] == UInt8(ascii: "3") else { return }
    let code = text(line[start..<(start + 5)])
    table.codes[code] = true
    guard line.count >= 292 else { return }
    let digits = text(line[(start + 284)..<(start + 292)])
    guard digits.utf8.count == 8 else { return }
    let iso = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    if let day = CalendarDay(iso: iso) { table.ended[code] = day }
  }

  /// Four digits that begin with 20.
  private static func year(in bytes: ArraySlice<UInt8>) -> Int? {
    var digits: [UInt8] = []
    for byte in bytes.prefix(80) + [0] {
      if byte >= 0x30, byte <= 0x39 {
        digits.append(byte - 0x30)
        continue
      }
      let number = digits.reduce(0) { min($0 * 10 + Int($1), 100_000) }
      if digits.count == 4, (2000...2099).contains(number) { return number }
      digits = []
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let trimmed = bytes.drop { $0 == 0x20 }
    let end = trimmed.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[trimmed.startIndex..<end], as: UTF8.self)
  }
}
