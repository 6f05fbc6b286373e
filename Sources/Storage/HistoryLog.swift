import Glibc
import Study

/// This device's own history file, open for adding lines.
///
/// What ``append(_:)`` has returned from is on disk.
package final class HistoryLog {
  package let path: String
  private let file: Int32
  /// Bytes of the file that are known to be whole.
  package private(set) var size: Int
  /// Whether the file ends in the middle of a line.
  private var isTorn: Bool

  /// Opens the file, made (0600) where it is not there.
  package init(path: String) throws(StorageError) {
    self.path = path
    let isNew = !Files.exists(path)
    file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Files.failure("write", path, errno) }
    size = 0
    isTorn = false
    var status = stat()
    guard fstat(file, &status) == 0 else {
      close(file)
      throw Files.failure("read", path, errno)
    }
    size = Int(status.st_size)
    if size > 0 {
      var last: UInt8 = 0
      isTorn = pread(file, &last, 1, off_t(size - 1)) == 1 && last != 0x0A
    }
    if isNew { Files.syncFolder(of: path) }
  }

  deinit { close(file) }

  /// Adds events, each a line, in one write, and waits until the disk has them.
  ///
  /// On an error nothing is added: a part that was written is cut off again, and the same events
  /// may be given once more.
  package func append(_ events: [HistoryEvent]) throws(StorageError) {
    guard !events.isEmpty else { return }
    var bytes: [UInt8] = isTorn ? [0x0A] : []
    for event in events {
      bytes += HistoryLine.encoded(event)
      bytes.append(0x0A)
    }
    var code = Files.writeAll(file, bytes)
    if code == 0 && fsync(file) != 0 { code = errno }
    guard code == 0 else {
      if ftruncate(file, off_t(size)) != 0 {
        // What stays of it must cost itself only; if it is whole, its copy counts once.
        var status = stat()
        if fstat(file, &status) == 0 { size = Int(status.st_size) }
        isTorn = true
      }
      throw Files.failure("save to", path, code)
    }
    size += bytes.count
    isTorn = false
  }
}
