import Glibc
import Screens
import Terminal

/// Takes the terminal, shows every role and the last event, and dies in the way that a key asks for.
@main
struct TerminalProbe {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let options = TerminalOptions(
      color: !arguments.contains("--no-color"), ascii: arguments.contains("--ascii"))
    do throws(TerminalError) {
      let terminal = try NcursesTerminal.start(options)
      // As under nohup; what the terminal sends then is ignored.
      if arguments.contains("--ignore-hang-up") { signal(SIGHUP, SIG_IGN) }
      var probe = TerminalProbe()
      probe.run(terminal)
    } catch {
      print(error)
      exit(1)
    }
  }

  private var last = "none"
  private var resizes = 0
  private var keys = 0

  private mutating func run(_ terminal: NcursesTerminal) {
    while true {
      terminal.draw(frame(for: terminal))
      let event = terminal.next(waitMilliseconds: 60_000)
      last = "\(event)"
      switch event {
      case .key(.character("q")):
        terminal.restore()
        print("farewell")
        return
      case .key(.character(let letter)):
        keys += 1
        die(by: letter)
      case .resized: resizes += 1
      case .hangUp: exit(3)
      case .signal(let signal): NcursesTerminal.endProgram(bySignal: signal)
      case .key, .tick, .resumed: break
      }
    }
  }

  private func frame(for terminal: NcursesTerminal) -> Frame {
    let (width, height) = terminal.size
    var frame = Frame(width: width, height: height, displayWidth: terminal.displayWidth)
    frame.put("size \(width)x\(height) keys \(keys) last \(last)", x: 0, y: 0)
    frame.put("signs ▸ ● ✓ ✗ ⚑ é 漢字 e\u{301} ≥", x: 0, y: 1, role: .accent)
    frame.bar(share: 0.55, x: 0, y: 2, width: 10)
    for role in Role.allCases {
      frame.put("\(role)", x: 2, y: 3 + Int(role.rawValue), role: role)
    }
    // The very last cell proves that the frame has arrived whole.
    frame.put("#", x: width - 1, y: height - 1)
    frame.cursor = keys.isMultiple(of: 2) ? nil : (4, 1)
    return frame
  }

  private func die(by letter: Character) {
    switch letter {
    case "f": fatalError("the reason of the trap")
    case "i": print([1, 2][keys + 5])
    case "o": print(Int.max - 1 + keys + 1)
    case "s": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "r": print(Self.deepen(keys))
    case "a": abort()
    case "e": exit(5)
    case "w": write(2, "a note on the error output\n", 27)
    default: break
    }
  }

  /// Ends long after the stack does; the addition keeps it from becoming a loop.
  @inline(never) private static func deepen(_ depth: Int) -> Int {
    depth < 0 ? 0 : deepen(depth + 1) + deepen(depth + 2)
  }
}
