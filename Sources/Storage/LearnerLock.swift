import Glibc

/// A lock that one program at a time holds, and that ends with the program however it ends.
package final class LearnerLock {
  private let file: Int32

  /// Takes the lock; `inUse` where another program holds it.
  init(path: String, learner: LearnerName) throws(StorageError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Files.failure("write", path, errno) }
    guard Glibc.flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      guard code == EWOULDBLOCK else { throw Files.failure("lock", path, code) }
      throw StorageError(
        .inUse,
        "\(learner) is open in another terminal. Close it there, or open it here to read only.")
    }
  }

  deinit { close(file) }
}
