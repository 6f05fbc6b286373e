import CPseudoTerminal
import Foundation
import Glibc
import Testing

/// A program on a pseudo-terminal: sends keys as a keyboard would, and knows what the screen shows.
///
/// Nothing sleeps: each wait ends with what it waits for, or fails at a generous deadline.
package final class PseudoTerminal {
  package enum End: Equatable, Sendable {
    case exited(Int32)
    case signaled(Int32)
  }

  /// What the terminal's line discipline does with input and output.
  package struct Modes: Equatable, Sendable {
    package var input, output, local: UInt32
    /// Whether keys come one by one, unseen, and Ctrl-C is a key like any other.
    package var isRaw: Bool { local & UInt32(ICANON | ECHO | ISIG) == 0 }
  }

  package let process: Int32
  package private(set) var screen: VirtualScreen
  /// Everything that the program has sent.
  package private(set) var output: [UInt8] = []
  private var descriptor: Int32 = -1
  private let processDescriptor: Int32
  private var end: End?

  /// How long a wait may take before the test fails.
  private static let patience: Duration = .seconds(30)

  /// - Parameters:
  ///   - program: a path.
  ///   - environment: the whole of it, but for `TERM` and `LC_ALL=C.UTF-8`, which are set where
  ///     they are missing.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    terminal: String = "xterm-256color", width: Int = 80, height: Int = 24
  ) throws {
    var environment = environment
    environment["TERM"] = environment["TERM"] ?? terminal
    environment["LC_ALL"] = environment["LC_ALL"] ?? "C.UTF-8"
    screen = VirtualScreen(width: width, height: height)
    var descriptor: Int32 = -1
    process = Self.withStrings([program] + arguments) { arguments in
      Self.withStrings(environment.map { "\($0)=\($1)" }) { environment in
        pty_start(program, arguments, environment, Int32(width), Int32(height), &descriptor)
      }
    }
    processDescriptor = process > 0 ? pty_process_descriptor(process) : -1
    self.descriptor = descriptor
    try #require(process > 0 && processDescriptor >= 0, "cannot start \(program)")
  }

  deinit {
    if end == nil && process > 0 {
      _ = Glibc.kill(process, SIGKILL)
      var status: Int32 = 0
      _ = waitpid(process, &status, 0)
    }
    if descriptor >= 0 { close(descriptor) }
    if processDescriptor >= 0 { close(processDescriptor) }
  }

  /// A program that the package built, by its product's name.
  package static func product(_ name: String) -> String {
    // The folder of the test bundle: the last argument of SwiftPM's runner, or the program itself.
    let arguments = CommandLine.arguments
    let bundle = arguments.drop { $0 != "--test-bundle-path" }.dropFirst().first ?? arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: name).path
  }

  /// Types a text, or any bytes that a terminal sends.
  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  package func resize(width: Int, height: Int) {
    screen.resize(width: width, height: height)
    _ = pty_resize(descriptor, Int32(width), Int32(height))
  }

  package func kill(_ signal: Int32) { _ = Glibc.kill(process, signal) }

  /// Hangs up, as when the window is closed.
  package func hangUp() {
    close(descriptor)
    descriptor = -1
  }

  /// The group of processes that has the terminal now, by its leader; nil without one.
  package var foregroundProcess: Int32? {
    let group = tcgetpgrp(descriptor)
    return group > 0 ? group : nil
  }

  package var modes: Modes {
    var modes = termios()
    _ = tcgetattr(descriptor, &modes)
    return Modes(input: modes.c_iflag, output: modes.c_oflag, local: modes.c_lflag)
  }

  /// Reads until the whole screen is as wanted.
  /// - Throws: after the deadline, or where the program has ended without showing it.
  package func wait(
    _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    until isWanted: (VirtualScreen) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + Self.patience
    while !isWanted(screen) {
      let isOpen = readSome(until: deadline)
      if isWanted(screen) { return }
      try #require(
        isOpen && ContinuousClock.now < deadline,
        "\(comment ?? "not seen"), the screen shows:\n\(screen.text.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }
  }

  /// Reads until a text stands in a row.
  package func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("no \(text)", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Reads until the program has ended, and all that it sent before.
  package func waitForEnd(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> End {
    if let end { return end }
    let deadline = ContinuousClock.now + Self.patience
    while readSome(until: deadline), !hasEnded {
      try #require(
        ContinuousClock.now < deadline, "has not ended", sourceLocation: sourceLocation)
    }
    var wanted = [pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)]
    let ready = poll(&wanted, 1, Self.milliseconds(until: deadline))
    try #require(ready == 1, "has not ended", sourceLocation: sourceLocation)
    // What is still in the terminal was sent before the end.
    while hasInput, readSome(until: deadline) {}
    var status: Int32 = 0
    _ = waitpid(process, &status, 0)
    let signal = status & 0x7F
    let end: End = signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
    self.end = end
    return end
  }

  /// Whether the program waits for a parent to ask how it ended.
  private var hasEnded: Bool {
    var wanted = [pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)]
    return poll(&wanted, 1, 0) == 1
  }

  private var hasInput: Bool {
    var wanted = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    return descriptor >= 0 && poll(&wanted, 1, 0) == 1 && wanted[0].revents & Int16(POLLIN) != 0
  }

  /// Waits for output or the program's end, and takes what came; false once nothing more can come.
  private func readSome(until deadline: ContinuousClock.Instant) -> Bool {
    guard descriptor >= 0 else { return false }
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, Self.milliseconds(until: deadline)) > 0 else { return true }
    guard sources[0].revents != 0 else { return !hasEnded }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    // A terminal that nobody has open any more answers with an error.
    guard count > 0 else { return false }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
    return true
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    Int32(clamping: Int(max(0, (deadline - .now) / .milliseconds(1))) + 1)
  }

  /// Lends C strings with a NULL behind them.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }
}
