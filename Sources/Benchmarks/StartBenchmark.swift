import CPseudoTerminal
import Glibc
import Storage

/// Measures the start of the built program: from its first instruction to the first due card.
enum StartBenchmark {
  static func rows(_ folder: SampleFolder) throws -> [FSRSModelBenchmark.Row] {
    let program = folder.program
    guard Files.exists(program) else {
      return [.init(what: "start", goal: "", ours: "build the program first: make build")]
    }
    // The first start replays the history and writes the snapshot that later ones use.
    _ = try run(program, folder)
    var times: [Double] = []
    var memory = 0
    for _ in 0..<21 {
      let (milliseconds, kibibytes) = try run(program, folder)
      times.append(milliseconds)
      memory = max(memory, kibibytes)
    }
    let median = times.sorted()[times.count / 2]
    return [
      .init(
        what: "start to first due card, 3,000 questions, 100,000 reviews", goal: "25 ms",
        ours: Timing.text(median) + " ms"),
      .init(
        what: "peak memory of that", goal: "30 MiB",
        ours: Timing.text(Double(memory) / 1024) + " MiB"),
    ]
  }

  /// Starts the program on a pseudo-terminal and waits for the first card.
  private static func run(
    _ program: String, _ folder: SampleFolder
  ) throws -> (milliseconds: Double, kibibytes: Int) {
    var terminal: Int32 = -1
    let clock = ContinuousClock()
    let begin = clock.now
    let process = withStrings([program, "study", "--data", folder.path + "/data"]) { arguments in
      withStrings([
        "TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=\(folder.path)",
        "XDG_STATE_HOME=\(folder.path)/state", "SEQUELA_BANKS=\(folder.banks)",
      ]) { environment in pty_start(program, arguments, environment, 80, 24, &terminal) }
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    let wanted = Array("choose".utf8)
    while !output.contains(wanted) {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else {
        throw StorageError(.damaged, String(decoding: output.suffix(400), as: UTF8.self))
      }
      output += buffer[..<count]
    }
    let time = clock.now - begin
    kill(process, SIGTERM)
    while read(terminal, &buffer, buffer.count) > 0 {}
    var status: Int32 = 0
    var usage = rusage()
    wait4(process, &status, 0, &usage)
    close(terminal)
    let milliseconds =
      Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) * 1e-15
    return (milliseconds, usage.ru_maxrss)
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}

extension SampleFolder {
  /// The program that lies beside this one.
  var program: String {
    let own = CommandLine.arguments[0]
    return (own.lastIndex(of: "/").map { String(own[..<$0]) } ?? ".") + "/sequela"
  }
}
