import Glibc
import Study

/// Finds and reads the files of a bank folder; what cannot be read becomes a problem.
enum BankFiles {
  /// No larger file is read, in bytes.
  static let largest = 16 << 20
  /// Folders may lie in one another this deep.
  private static let deepest = 4
  /// No more files are read.
  private static let most = 2_000

  /// The JSON files of a folder, sorted; hidden ones and those of `schema` are passed over.
  static func list(_ folder: String) -> (paths: [String], problems: [BankProblem]) {
    var paths: [String] = []
    var problems: [BankProblem] = []
    collect(folder, depth: 0, into: &paths, problems: &problems)
    if paths.count > most {
      problems.append(
        problem(folder, "holds more than \(most) files", fix: "divide it over several folders"))
      paths = Array(paths.prefix(most))
    }
    return (paths, problems)
  }

  /// The bytes of a file of at most `limit` bytes; nil where they cannot be had.
  static func read(
    _ path: String, limit: Int = largest
  ) -> (bytes: [UInt8]?, problem: BankProblem?) {
    // Without O_NONBLOCK a pipe of that name would stop the program for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return (nil, failure(path, errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return (nil, failure(path, errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return (nil, problem(path, "is no regular file", fix: "put a text file in its place"))
    }
    guard status.st_size <= limit else {
      let size = "is larger than \(limit >> 20) MiB"
      return (nil, problem(path, size, fix: "divide it into several files"))
    }
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = errno }
        if got <= 0 { break }
        count += got
      }
    }
    return failed == 0 ? (bytes, nil) : (nil, failure(path, failed))
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func problem(_ path: String, _ message: String, fix: String) -> BankProblem {
    BankProblem(
      rule: "file", severity: .error, file: TextSafety.excerpt(path, limit: 400), message: message,
      fix: fix)
  }

  /// The names in a folder, sorted, hidden ones apart; nil where it cannot be read (then see `errno`).
  static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while names.count <= most, let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func collect(
    _ folder: String, depth: Int, into paths: inout [String], problems: inout [BankProblem]
  ) {
    guard let names = names(in: folder) else {
      problems.append(failure(folder, errno))
      return
    }
    for name in names {
      let path = joined(folder, name)
      if isFolder(path) {
        if name == "schema" { continue }
        if depth < deepest {
          collect(path, depth: depth + 1, into: &paths, problems: &problems)
        } else {
          problems.append(problem(path, "lies too deep", fix: "move it nearer to the top"))
        }
      } else if name.hasSuffix(".json") {
        paths.append(path)
      }
    }
  }

  /// A path within a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The last part of a path, and the last part of the folder that it lies in.
  static func lastParts(of path: String) -> (file: String, folder: String) {
    let parts = path.split(separator: "/")
    return (String(parts.last ?? ""), String(parts.dropLast().last ?? ""))
  }

  private static func failure(_ path: String, _ code: Int32) -> BankProblem {
    switch code {
    case ENOENT: problem(path, "does not exist", fix: "check the path")
    case EACCES, EPERM:
      problem(path, "may not be read", fix: "give yourself the permission to read it")
    case ENOTDIR: problem(path, "is no folder", fix: "check the path")
    default:
      problem(path, "cannot be read (error \(code))", fix: "check the disk and try again")
    }
  }
}
