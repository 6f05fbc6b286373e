import Glibc

/// The few calls on files that storage needs, each with an error that names the path in plain words.
package enum Files {
  /// The most that is read into memory at once: 1 GiB.
  static let largest = 1 << 30

  /// The whole content of a file; a pipe in its place is refused and not waited for.
  package static func read(_ path: String) throws(StorageError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw failure("read", path, errno) }
    defer { close(file) }
    return try read(file, path: path, from: 0)
  }

  /// The content of an open file from an offset to its end.
  static func read(_ file: Int32, path: String, from offset: Int) throws(StorageError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure("read", path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError(.damaged, "\(path) is not a file. Move it away and try again.")
    }
    let size = Int(status.st_size) - offset
    guard size > 0 else { return [] }
    guard size <= largest else {
      throw StorageError(.damaged, "\(path) is larger than 1 GiB, too large to read.")
    }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let got = pread(file, base + count, size - count, off_t(offset + count))
        if got < 0 && errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard code == 0 else { throw failure("read", path, code) }
    return bytes
  }

  /// The size of a file in bytes; nil where there is none.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Names in a folder, sorted, without those that begin with a dot; none where there is no folder.
  package static func names(in folder: String) throws(StorageError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw failure("read", folder, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder and those above it, readable by the learner alone (0700).
  package static func makeFolder(_ path: String) throws(StorageError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("make", path, errno) }
  }

  /// The part of a file from an offset to its end.
  static func read(_ path: String, from offset: Int) throws(StorageError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw failure("read", path, errno) }
    defer { close(file) }
    return try read(file, path: path, from: offset)
  }

  /// A path without symbolic links; the path itself where it cannot be resolved.
  static func real(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Gives a file or folder another name on the same disk.
  static func move(_ path: String, to target: String) throws(StorageError) {
    guard rename(path, target) == 0 else { throw failure("move", path, errno) }
    syncFolder(of: target)
  }

  /// Removes a file; that it is not there is no error.
  package static func remove(_ path: String) throws(StorageError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path, errno) }
  }

  /// Replaces a file whole: after a crash either the old content is there or the new.
  ///
  /// Written beside it (0600), synced, renamed, and the folder synced; a symbolic link keeps
  /// pointing where it does.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    var target = path
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    let temporary = target + ".new-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("write", path, errno) }
    var code = writeAll(file, bytes)
    if code == 0 && fsync(file) != 0 { code = errno }
    close(file)
    if code == 0 && rename(temporary, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw failure("write", path, code)
    }
    syncFolder(of: target)
  }

  /// Writes all bytes; returns 0 or the error number.
  static func writeAll(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var done = 0
      while done < buffer.count {
        let wrote = write(file, base + done, buffer.count - done)
        if wrote < 0 && errno == EINTR { continue }
        if wrote < 0 { return errno }
        done += wrote
      }
      return 0
    }
  }

  /// Makes a new name in a folder last through a power cut, as far as the file system can.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let file = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// An error number as a sentence: what could not be done, where, and what to do.
  static func failure(_ verb: String, _ path: String, _ code: Int32) -> StorageError {
    let what = "Cannot \(verb) \(path)"
    switch code {
    case ENOENT: return StorageError(.missing, "\(what): it is not there.")
    case EACCES, EPERM:
      return StorageError(
        .notPermitted, "\(what): no permission. Check who owns it (ls -ld) and try again.")
    case EROFS:
      return StorageError(.cannotWrite, "\(what): the disk is read-only.")
    case ENOSPC, EDQUOT:
      return StorageError(.cannotWrite, "\(what): the disk is full. Free some space and try again.")
    default:
      return StorageError(
        verb == "read" ? .damaged : .cannotWrite, "\(what): \(String(cString: strerror(code))).")
    }
  }
}
