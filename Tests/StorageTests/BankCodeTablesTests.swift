import Study
import Testing

@testable import Storage

@Suite("Reading code tables")
struct BankCodeTablesTests {
  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  @Test("CMS's order files tell code, year and whether it is billable")
  func orderFiles() throws {
    let lines = [
      "00001 A00     0 Cholera                                                      Cholera",
      "00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to",
    ]
    let folder = try BankFolderFixture([
      "icd10cm_order_2026.txt": Array(lines.joined(separator: "\r\n").utf8),
      "icd10cm_order_addenda_2026.txt": Array(lines.joined(separator: "\n").utf8),
      "icd10pcs_order_2027.txt": Array("00002 0016070 1 Bypass   Bypass cerebral ventricle".utf8),
    ])
    let (tables, problems) = BankCodeTables.read(folder.path)
    #expect(problems == [])
    #expect(
      tables
        == CodeTables([
          CodeTables.Table(system: .icd10cm, year: 2026, codes: ["A00": false, "A000": true]),
          CodeTables.Table(system: .icd10pcs, year: 2027, codes: ["0016070": true]),
        ]))
  }

  @Test("CMS's HCPCS file tells codes and their ends, its modifiers and further lines apart")
  func hcpcsFile() throws {
    func line(_ code: String, _ kind: String, ended: String = "") -> String {
      padded(padded(code, 5) + "00100" + kind, 284) + padded(ended, 8) + padded("N", 28)
    }
    let lines = [
      line("J1100", "3"), line("J1100", "4"), line("J9999", "3", ended: "20260630"),
      line("   LT", "7"),
    ]
    let folder = try BankFolderFixture([
      "HCPC2026_JAN_ANWEB.txt": Array(lines.joined(separator: "\n").utf8),
      "HCPC2026_recordlayout.txt": Array("A0021 000103 nothing".utf8),
    ])
    let tables = BankCodeTables.read(folder.path).tables
    #expect(
      tables.tables == [
        CodeTables.Table(
          system: .hcpcs, year: 2026, codes: ["J1100": true, "J9999": true],
          ended: ["J9999": CalendarDay(year: 2026, month: 6, day: 30)])
      ])
  }

  @Test("tab-separated tables tell code, billable and title; the year may stand in a comment")
  func tabbed() throws {
    let folder = try BankFolderFixture([
      "icd10cm.tsv": Array(
        "# ICD-10-CM FY2027\nA00\t0\tCholera\nA00.0\t1\tCholera 01\ncode\tbillable\n".utf8),
      "hcpcs.tsv": Array("J1100\tlisted\tdrug\nJ1101\tterm\tdrug\n".utf8),
    ])
    let tables = BankCodeTables.read(folder.path).tables
    #expect(
      tables.tables == [
        CodeTables.Table(system: .hcpcs, codes: ["J1100": true, "J1101": false]),
        CodeTables.Table(system: .icd10cm, year: 2027, codes: ["A00": false, "A000": true]),
      ])
  }

  @Test("a folder without tables is named")
  func nothing() throws {
    let folder = try BankFolderFixture(["readme.txt": Array("hello".utf8)])
    let (tables, problems) = BankCodeTables.read(folder.path)
    #expect(tables.tables.isEmpty)
    #expect(problems.map(\.message) == ["holds no code table that is understood"])
  }
}
