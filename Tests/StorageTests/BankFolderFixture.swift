import Glibc

@testable import Storage

/// A temporary folder with bank files, removed with the value.
final class BankFolderFixture {
  let path: String

  init(_ files: [String: [UInt8]]) throws {
    var template = Array("/tmp/sequela-banks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { remove(path) }

  /// The whole path of a file in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders that it lies in.
  func write(_ bytes: [UInt8], to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    guard let file = fopen(self(name), "w") else { throw Failure(path: name) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(path: name) }
  }

  struct Failure: Error {
    var path: String
  }

  private func remove(_ path: String) {
    chmod(path, 0o700)
    if let handle = opendir(path) {
      var names: [String] = []
      while let entry = readdir(handle) {
        names.append(
          withUnsafeBytes(of: entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
          })
      }
      closedir(handle)
      for name in names where name != "." && name != ".." { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
