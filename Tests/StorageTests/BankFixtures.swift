/// The bank files that tests read.
enum BankFixtures {
  /// The path of a file or folder in `Fixtures/banks`.
  static func path(_ name: String) -> String {
    let here = #filePath
    let folder = here.lastIndex(of: "/").map { here[..<$0] } ?? "."
    return folder + "/Fixtures/banks/" + name
  }
}
