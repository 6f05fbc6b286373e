import Glibc
import Study
import Testing

@testable import Storage

@Suite("The library of banks")
struct BankLibraryTests {
  private func question(_ id: String, _ change: [(key: String, text: String?)] = []) -> String {
    BankSamples.question("choice", [("id", "\"\(id)\"")] + change)
  }

  /// Two exams with three banks; one question of CPC is asked in CCA too.
  private func fixture() throws -> BankFolderFixture {
    try BankFolderFixture([
      "CPC/exam.json": BankSamples.profile(),
      "CPC/icd.json": BankSamples.file([
        question("cpc-1"),
        question(
          "cpc-2",
          [("alsoIn", #"[{"exam": "CCA", "domain": "d2"}]"#), ("exhibit", "\"case-1\"")]),
      ]),
      "CPC/cases.json": BankSamples.file([question("cpc-3")], domain: "cases", members: ""),
      "CCA/exam.json": BankSamples.profile("CCA", domains: ["d1", "d2"]),
      "CCA/d1.json": BankSamples.file(
        [question("cca-1", [("enemies", "[\"cpc-1\"]")])], exam: "CCA", domain: "d1", members: ""),
      "schema/bank.schema.json": Array("{}".utf8),
      ".hidden.json": Array("no".utf8),
      "README.md": Array("# Banks".utf8),
    ])
  }

  private func library(_ folder: BankFolderFixture) -> BankLibrary {
    BankLibrary(folders: [BankFolder(folder.path)])
  }

  @Test("all banks of a folder are loaded, each question with its exhibit")
  func loadsAll() throws {
    let folder = try fixture()
    let loaded = library(folder).load()
    #expect(loaded.problems == [])
    #expect(loaded.profiles.map(\.id) == ["CCA", "CPC"])
    #expect(Set(loaded.questions.keys) == ["cpc-1", "cpc-2", "cpc-3", "cca-1"])
    #expect(loaded.exhibits.keys.sorted() == ["case-1"])
    #expect(
      loaded.banks.map(\.file)
        == ["CCA/d1.json", "CPC/cases.json", "CPC/icd.json"].map { folder($0) })
    #expect(loaded.profile("CPC")?.minutes == 240)
  }

  @Test("one exam comes with what other exams' banks share with it, and nothing else")
  func loadsOne() throws {
    let folder = try fixture()
    let cca = library(folder).load(exam: "CCA")
    #expect(cca.problems == [])
    #expect(Set(cca.questions.keys) == ["cca-1", "cpc-2"])
    #expect(cca.questions["cpc-2"]?.domain(in: "CCA") == "d2")
    #expect(cca.exhibits.keys.sorted() == ["case-1"])
    #expect(Set(library(folder).load(exam: "CPC").questions.keys) == ["cpc-1", "cpc-2", "cpc-3"])
  }

  @Test("a broken file of another exam does not disturb the one that is loaded")
  func foreignFaults() throws {
    let folder = try fixture()
    try folder.write(
      Array(#"{"formatVersion": 1, "exam": "CPC", "alsoIn" "CCA""#.utf8), to: "CPC/x.json")
    #expect(library(folder).load(exam: "CCA").problems == [])
    #expect(library(folder).load(exam: "CPC").problems.map(\.rule) == ["json"])
    let all = library(folder).load()
    #expect(all.problems.map(\.rule) == ["json"])
    #expect(all.questions.count == 4)
  }

  @Test("an id used in two files leaves the second question out")
  func duplicates() throws {
    let folder = try fixture()
    try folder.write(
      BankSamples.file([question("cpc-1"), question("cpc-9")], members: ""), to: "CPC/more.json")
    let loaded = library(folder).load()
    #expect(loaded.problems.map(\.rule) == ["duplicate-id"])
    #expect(loaded.problems.first?.file == folder("CPC/more.json"))
    #expect(loaded.problems.first?.question == "cpc-1")
    #expect(loaded.problems.first?.message.contains("CPC/icd.json") == true)
    #expect(loaded.questions.count == 5)
    #expect(loaded.banks.flatMap(\.questions).count { $0.id == "cpc-1" } == 1)
  }

  @Test("an exhibit id used in two files leaves the second and its questions out")
  func duplicateExhibits() throws {
    let folder = try fixture()
    try folder.write(
      BankSamples.file([question("cpc-8", [("exhibit", "\"case-1\"")]), question("cpc-9")]),
      to: "CPC/more.json")
    let loaded = library(folder).load()
    #expect(loaded.problems.map(\.rule) == ["duplicate-id"])
    #expect(loaded.questions["cpc-8"] == nil)
    #expect(loaded.questions["cpc-9"] != nil)
  }

  @Test("an enemy that no file holds is named, but takes no question away")
  func enemies() throws {
    let folder = try fixture()
    try folder.write(
      BankSamples.file(
        [question("cpc-8", [("enemies", "[\"cca-1\", \"gone\", \"cpc-8\"]")])], members: ""),
      to: "CPC/more.json")
    let loaded = library(folder).load()
    #expect(loaded.problems.map(\.rule) == ["unknown-enemy", "unknown-enemy"])
    #expect(loaded.problems.map(\.excerpt) == ["gone", "cpc-8"])
    #expect(loaded.questions["cpc-8"] != nil)
  }

  @Test("a file in the folder of another exam is named")
  func wrongFolder() throws {
    let folder = try fixture()
    try folder.write(BankSamples.file([question("cpc-8")], members: ""), to: "CCA/stray.json")
    #expect(library(folder).load().problems.map(\.rule) == ["folder"])
  }

  @Test("what is missing, unreadable, too large or no file is one sentence, and the rest works")
  func unreadable() throws {
    let folder = try fixture()
    mkfifo(folder("CPC/pipe.json"), 0o600)
    symlink("/nowhere", folder("CPC/gone.json"))
    try folder.write([], to: "CPC/huge.json")
    truncate(folder("CPC/huge.json"), off_t(BankFiles.largest + 1))
    let loaded = library(folder).load()
    #expect(
      loaded.problems.map(\.message) == [
        "does not exist", "is larger than 16 MiB", "is no regular file",
      ])
    #expect(Set(loaded.problems.map(\.rule)) == ["file"])
    #expect(loaded.questions.count == 4)
  }

  @Test("a folder that is not there is named once where it was asked for")
  func missingFolder() {
    let missing = BankLibrary(folders: [BankFolder("/nowhere/banks")]).load()
    #expect(missing.problems.map(\.file) == ["/nowhere/banks"])
    #expect(missing.problems.map(\.message) == ["does not exist"])
    let optional = BankLibrary(folders: [BankFolder("/nowhere/banks", isRequired: false)]).load()
    #expect(optional.problems.map(\.message) == ["no question banks were found"])
  }

  @Test("an exam without a sound profile is named once, not once for each of its files")
  func brokenProfile() throws {
    let folder = try fixture()
    try folder.write(Array("{".utf8), to: "CPC/exam.json")
    let loaded = library(folder).load()
    #expect(loaded.problems.map(\.rule) == ["json"])
    #expect(loaded.profiles.map(\.id) == ["CCA"])
  }

  @Test("an exam that nobody knows is named, with what may be meant")
  func strangeExam() throws {
    let folder = try fixture()
    let loaded = library(folder).load(exam: "CPD")
    #expect(loaded.problems.map(\.message) == ["no exam CPD is here"])
    #expect(loaded.problems.first?.fix == "did you mean \"CPC\"?")
    #expect(loaded.questions.isEmpty)
  }

  @Test("banks of the learner's own stand beside the shipped ones")
  func ownBanks() throws {
    let folder = try fixture()
    let own = try BankFolderFixture([
      "mine.json": BankSamples.file([question("my-1")], members: "")
    ])
    let both = BankLibrary(folders: [
      BankFolder(folder.path), BankFolder(own.path, isRequired: false),
    ])
    #expect(both.load(exam: "CPC").questions["my-1"] != nil)
    #expect(both.load().problems == [])
  }
}

@Suite("Where banks are looked for")
struct BankPlacesTests {
  @Test("a named folder replaces all others")
  func named() {
    let folders = BankPlaces.folders(
      named: "/a", environment: ["SEQUELA_BANKS": "/b"], program: "/usr/bin/sequela", data: "/d")
    #expect(folders == [BankFolder("/a")])
  }

  @Test("the environment names the shipped banks, and the learner's own come after")
  func environment() {
    let folders = BankPlaces.folders(
      named: nil, environment: ["SEQUELA_BANKS": "/b"], program: "/usr/bin/sequela", data: "/d")
    #expect(folders == [BankFolder("/b"), BankFolder("/d/banks", isRequired: false)])
  }

  @Test("an installed program finds the banks beside it, a built one those of its checkout")
  func program() throws {
    let folder = try BankFolderFixture([
      "usr/share/sequela/QuestionBanks/a.json": [], "usr/bin/sequela": [],
      "work/Package.swift": [], "work/QuestionBanks/a.json": [],
      "work/.build/debug/sequela": [],
    ])
    func found(_ program: String) -> [String] {
      BankPlaces.folders(named: nil, environment: [:], program: folder(program), data: "/d")
        .map(\.path)
    }
    #expect(
      found("usr/bin/sequela") == [folder("usr/share/sequela/QuestionBanks"), "/d/banks"])
    #expect(found("work/.build/debug/sequela") == [folder("work/QuestionBanks"), "/d/banks"])
    #expect(found("elsewhere/sequela") == ["/d/banks"])
  }

  @Test("the running program knows its own path")
  func running() {
    #expect(BankPlaces.runningProgram().hasPrefix("/"))
  }
}

@Suite("Searching bytes")
struct ByteSearchTests {
  @Test("a text is found wherever it stands, and only there")
  func finds() {
    let search = ByteSearch(for: "\"alsoIn\"")
    for text in ["\"alsoIn\"", "xx\"alsoIn\"", "\"also\"alsoIn\"yy", "aaaaaaaa\"alsoIn\"a"] {
      #expect(search.found(in: Array(text.utf8)))
    }
    for text in ["", "\"alsoIn", "alsoIn\"", "\"also In\"", "nIosla"] {
      #expect(!search.found(in: Array(text.utf8)))
    }
  }
}
