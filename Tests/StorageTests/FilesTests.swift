import Glibc
import Study
import TestSupport
import Testing

@testable import Storage

@Suite struct FilesTests {
  @Test("A file is replaced whole, through a symbolic link too")
  func replace() throws {
    let folder = try TemporaryFolder()
    try Files.replace(folder("a"), with: Array("one".utf8))
    symlink(folder("a"), folder("link"))
    try Files.replace(folder("link"), with: Array("two".utf8))
    #expect(try folder.text("a") == "two")
    #expect(try Files.names(in: folder.path) == ["a", "link"])
    var status = stat()
    lstat(folder("link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("A full disk is a sentence, and what was there stays")
  func fullDisk() throws {
    // /dev/full takes no byte: every write to it fails as on a full disk.
    let log = try HistoryLog(path: "/dev/full")
    let failure = #expect(throws: StorageError.self) {
      try log.append([.make(.mark(question: "q", isOn: true), sequence: 1)])
    }
    #expect(failure?.kind == .cannotWrite)
    #expect(failure?.description.contains("disk is full") == true)
  }

  @Test("A folder in place of a file is told as such")
  func folderForFile() throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: StorageError.self) { _ = try Files.read(folder.path) }
    #expect(failure?.kind == .damaged)
  }

  @Test("The sum over a file's beginning changes with any byte of it, and only with those")
  func hashes() throws {
    let folder = try TemporaryFolder()
    var bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Files.replace(folder("f"), with: bytes)
    let sum = try #require(ByteHash.hash(ofFile: folder("f"), first: 900))
    #expect(sum == ByteHash.hash(Array(bytes[..<900])))
    for place in [0, 1, 31, 32, 511, 899] {
      var changed = Array(bytes[..<900])
      changed[place] ^= 1
      #expect(ByteHash.hash(changed) != sum)
    }
    bytes[950] ^= 1
    try Files.replace(folder("f"), with: bytes)
    #expect(ByteHash.hash(ofFile: folder("f"), first: 900) == sum)
    #expect(ByteHash.hash(ofFile: folder("f"), first: 1001) == nil)
  }

  @Test("XDG folders are used where they are absolute, and --data stands for the data folder")
  func locations() {
    let plain = Locations(environment: ["HOME": "/home/ada"], dataFolder: nil)
    #expect(plain.learners == "/home/ada/.local/share/sequela/learners")
    #expect(plain.state == "/home/ada/.local/state/sequela")
    let moved = Locations(
      environment: ["HOME": "/home/ada", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "relative"],
      dataFolder: nil)
    #expect(moved.learners == "/d/sequela/learners")
    #expect(moved.state == "/home/ada/.local/state/sequela")
    #expect(Locations(environment: [:], dataFolder: "/x").learners == "/x/learners")
  }
}
