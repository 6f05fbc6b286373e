import Glibc
import Study
import Testing

@testable import Storage

@Suite("Checking some files")
struct BankCheckTests {
  private func question(_ id: String, enemies: [String] = []) -> String {
    let list = enemies.map { "\"\($0)\"" }.joined(separator: ", ")
    return BankSamples.question("choice", [("id", "\"\(id)\""), ("enemies", "[\(list)]")])
  }

  private func fixture() throws -> BankFolderFixture {
    try BankFolderFixture([
      "CPC/exam.json": BankSamples.profile(),
      "CPC/one.json": BankSamples.file(
        [question("cpc-1", enemies: ["cpc-2", "cca-1"])], members: ""),
      "CPC/two.json": BankSamples.file([question("cpc-2", enemies: ["gone"])], members: ""),
      "CCA/exam.json": BankSamples.profile("CCA", domains: ["d1"]),
      "CCA/d1.json": BankSamples.file([question("cca-1")], exam: "CCA", domain: "d1", members: ""),
    ])
  }

  private let nothing = BankLibrary(folders: [])

  @Test("a single file is checked with its neighbours in view, but only its own faults are named")
  func neighbours() throws {
    let folder = try fixture()
    let one = BankCheck(paths: [folder("CPC/one.json")], library: nothing)
    #expect(one.problems == [])
    #expect(one.files == 1)
    #expect(one.banks.flatMap(\.questions).map(\.id) == ["cpc-1"])
    let two = BankCheck(paths: [folder("CPC/two.json")], library: nothing)
    #expect(two.problems.map(\.rule) == ["unknown-enemy"])
  }

  @Test("an id that a neighbour uses is named in the file that is checked")
  func duplicates() throws {
    let folder = try fixture()
    for name in ["a.json", "z.json"] {
      try folder.write(BankSamples.file([question("cpc-1")], members: ""), to: "CPC/" + name)
      let check = BankCheck(paths: [folder("CPC/" + name)], library: nothing)
      #expect(check.problems.map(\.rule) == ["duplicate-id"])
      #expect(check.problems.first?.file == folder("CPC/" + name))
      unlink(folder("CPC/" + name))
    }
  }

  @Test("a file far from any profile is held to those of the library")
  func strayFile() throws {
    let folder = try fixture()
    let stray = try BankFolderFixture([
      "mine.json": BankSamples.file([question("cpc-1")], members: "")
    ])
    let library = BankLibrary(folders: [BankFolder(folder.path)])
    // The same id in the library is no fault: the file may be a copy of one of its own.
    #expect(BankCheck(paths: [stray("mine.json")], library: library).problems == [])
    #expect(
      BankCheck(paths: [stray("mine.json")], library: nothing).problems.map(\.rule)
        == ["unknown-exam"])
  }

  @Test("a folder is checked as a whole, whatever way it is named")
  func folders() throws {
    let folder = try fixture()
    let cpc = BankCheck(paths: [folder("CPC/")], library: nothing)
    #expect(cpc.problems.map(\.rule) == ["unknown-enemy"])
    #expect(cpc.files == 3)
    #expect(BankCheck(paths: [folder.path], library: nothing).files == 5)
    let library = BankLibrary(folders: [BankFolder(folder.path)])
    #expect(BankCheck(library).problems.map(\.excerpt) == ["gone"])
    #expect(BankCheck(library).files == 5)
  }

  @Test("a file that is no bank is named as what it is")
  func noBank() throws {
    let folder = try BankFolderFixture(["notes.txt": Array("hello".utf8)])
    let check = BankCheck(paths: [folder("notes.txt")], library: nothing)
    #expect(check.problems.map(\.rule) == ["json"])
  }
}
