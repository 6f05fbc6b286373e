import Glibc

/// A lock that one program at a time holds, and that ends with the program however it ends.
package final class LearnerLock {
  private let file: Int32

  /// `F_OFD_SETLK` of Linux, which the Glibc module does not show.
  private static let setLockOfOpenFile: Int32 = 37

  /// Takes the lock; `inUse` where another program holds it.
  init(path: String, learner: LearnerName) throws(StorageError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Files.failure("write", path, errno) }
    // A lock of the open file, not of the process: it holds against this program too, and no other
    // close ends it.
    var wanted = flock()
    wanted.l_type = Int16(F_WRLCK)
    wanted.l_whence = Int16(SEEK_SET)
    guard fcntl(file, LearnerLock.setLockOfOpenFile, &wanted) == 0 else {
      let code = errno
      close(file)
      guard code == EAGAIN || code == EACCES else { throw Files.failure("lock", path, code) }
      throw StorageError(
        .inUse,
        "\(learner) is open in another terminal. Close it there, or open it here to read only.")
    }
  }

  deinit {
    // Closing alone would leave the lock to a child process that has not yet begun its program.
    var wanted = flock()
    wanted.l_type = Int16(F_UNLCK)
    wanted.l_whence = Int16(SEEK_SET)
    _ = fcntl(file, LearnerLock.setLockOfOpenFile, &wanted)
    close(file)
  }
}
