import Glibc

/// A folder of banks.
package struct BankFolder: Equatable, Sendable {
  package var path: String
  /// Whether it is a problem that it is not there.
  package var isRequired: Bool

  package init(_ path: String, isRequired: Bool = true) {
    self.path = path
    self.isRequired = isRequired
  }
}

/// Where banks are looked for.
package enum BankPlaces {
  /// The folders to read: `named` alone where one is named (`--banks`), else the shipped banks and the
  /// learner's own.
  /// - Parameters:
  ///   - environment: `$SEQUELA_BANKS` names the shipped banks.
  ///   - program: the path of the running program.
  ///   - data: the folder of the learner's data; own banks lie in its `banks`.
  package static func folders(
    named: String?, environment: [String: String], program: String, data: String
  ) -> [BankFolder] {
    if let named { return [BankFolder(named)] }
    var folders: [BankFolder] = []
    if let shipped = environment["SEQUELA_BANKS"], !shipped.isEmpty {
      folders.append(BankFolder(shipped))
    } else if let shipped = shipped(with: program) {
      folders.append(BankFolder(shipped))
    }
    folders.append(BankFolder(BankFiles.joined(data, "banks"), isRequired: false))
    return folders
  }

  /// The path of the running program, with links followed; empty where the system does not tell.
  package static func runningProgram() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The banks installed with a program, or those of the checkout that it was built in.
  private static func shipped(with program: String) -> String? {
    var folder = parent(of: program)
    let installed = BankFiles.joined(parent(of: folder), "share/sequela/QuestionBanks")
    if BankFiles.isFolder(installed) { return installed }
    while folder.count > 1 {
      folder = parent(of: folder)
      let banks = BankFiles.joined(folder, "QuestionBanks")
      let isCheckout = BankFiles.exists(BankFiles.joined(folder, "Package.swift"))
      if isCheckout, BankFiles.isFolder(banks) { return banks }
    }
    return nil
  }

  /// The folder that a path lies in; empty for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
