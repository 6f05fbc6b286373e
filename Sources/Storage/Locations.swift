import Glibc
import Study

/// Where the learner's files lie: XDG folders, or one folder for everything.
package struct Locations: Equatable, Sendable {
  /// Learners and the learner's own banks.
  package var data: String
  /// What belongs to this machine alone: device ids, locks, the last learner.
  package var state: String
  /// Theme and keys.
  package var config: String

  package init(data: String, state: String, config: String) {
    self.data = data
    self.state = state
    self.config = config
  }

  /// The folders for an environment.
  /// - Parameters:
  ///   - environment: `XDG_DATA_HOME`, `XDG_STATE_HOME`, `XDG_CONFIG_HOME` and `HOME`; a relative
  ///     path in an XDG variable is ignored, as the standard says.
  ///   - dataFolder: stands instead of `$XDG_DATA_HOME/sequela`, as `--data` has it.
  package init(environment: [String: String], dataFolder: String?) {
    let home =
      environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? Locations.homeOfUser ?? "."
    func folder(_ variable: String, _ standard: String) -> String {
      guard let value = environment[variable], value.hasPrefix("/") else {
        return home + "/" + standard
      }
      return value
    }
    data = dataFolder ?? folder("XDG_DATA_HOME", ".local/share") + "/sequela"
    state = folder("XDG_STATE_HOME", ".local/state") + "/sequela"
    config = folder("XDG_CONFIG_HOME", ".config") + "/sequela"
  }

  /// The home folder that the system knows of, for a program that was started without `HOME`.
  private static var homeOfUser: String? {
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
    let path = String(cString: folder)
    return path.hasPrefix("/") ? path : nil
  }

  /// The folder that holds all learners.
  package var learners: String { data + "/learners" }

  package func learner(_ name: LearnerName) -> String { learners + "/" + name.text }
}

/// A learner's name, which is a folder's too: 1 to 40 letters, digits, spaces, `-` and `_`.
package struct LearnerName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) throws(StorageError) {
    guard let name = NameRule.name(text) else { throw StorageError(.badName, NameRule.sentence) }
    self.text = name
  }

  package var description: String { text }
}
