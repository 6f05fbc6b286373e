import CNcurses
import Glibc
import Screens

/// The terminal that the program was started on: draws frames, reads events.
///
/// However the program ends, the terminal is given back as it was; see `Sources/CNcurses`. There is
/// one at a time, used by one thread.
package final class NcursesTerminal {
  /// How wide a text is on this terminal, and which signs it has; for ``Frame``.
  package let displayWidth: DisplayWidth

  /// What the terminal shows; nil: unknown, all of it is sent again.
  private var shown: Frame?
  private var decoder = KeyDecoder()
  /// What was reported and not yet asked for.
  private var waiting: [TerminalEvent] = []
  /// The scalars of a stretch of cells in one style.
  private var stretch: [UInt32] = []

  /// Takes the terminal over.
  /// - Throws: the reason why there can be no full screen; the terminal is untouched.
  package static func start(
    _ options: TerminalOptions = TerminalOptions()
  ) throws(TerminalError) -> NcursesTerminal {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch Int(cn_start(options.color)) {
    case CN_OK: return NcursesTerminal(options, name: name)
    case CN_NO_TERMINAL: throw .noTerminal
    case CN_NO_NAME: throw .noName
    case CN_UNKNOWN_NAME: throw .unknownName(name)
    case CN_TOO_SIMPLE: throw .tooSimple(name)
    default: throw .failed
    }
  }

  private init(_ options: TerminalOptions, name: String) {
    displayWidth = DisplayWidth(glyphs: options.glyphs(terminal: name, isUTF8: cn_is_utf8())) {
      Int(cn_columns($0.value))
    }
    let palette = Palette(colors: Int(cn_colors()), wantsColor: options.color)
    for role in Role.allCases {
      let style = palette.style(for: role)
      cn_set_style(
        Int32(role.rawValue), style.attributes.rawValue, style.foreground ?? -1,
        style.background ?? -1)
    }
  }

  deinit { cn_stop() }

  /// Columns and rows, asked anew.
  package var size: (width: Int, height: Int) {
    var (columns, rows): (Int32, Int32) = (0, 0)
    cn_size(&columns, &rows)
    return (Int(columns), Int(rows))
  }

  /// Shows a frame; only what differs from the one before is sent.
  package func draw(_ frame: Frame) {
    let isKnown = shown?.width == frame.width && shown?.height == frame.height
    if !isKnown { cn_clear() }
    for y in 0..<frame.height {
      let row = (y * frame.width)..<((y + 1) * frame.width)
      if isKnown, let shown, shown.cells[row] == frame.cells[row] { continue }
      draw(frame.cells[row], y: y)
    }
    cn_show(Int32(frame.cursor?.x ?? -1), Int32(frame.cursor?.y ?? -1))
    shown = frame
  }

  private func draw(_ row: ArraySlice<Cell>, y: Int) {
    var start = row.startIndex
    while start < row.endIndex {
      let role = row[start].role
      stretch.removeAll(keepingCapacity: true)
      var end = start
      while end < row.endIndex, row[end].role == role {
        row[end].forEachScalar { stretch.append($0.value) }
        end += 1
      }
      cn_put(
        Int32(y), Int32(start - row.startIndex), stretch, Int32(stretch.count),
        Int32(role.rawValue))
      start = end
    }
  }

  /// Waits for what happens next.
  ///
  /// Ctrl-Z, and a SIGTSTP from outside, stop the program here; when it goes on, that is reported.
  /// - Parameter waitMilliseconds: how long at most; negative: without limit. A key without a
  ///   meaning may end the wait early, as a tick.
  package func next(waitMilliseconds: Int) -> TerminalEvent {
    if !waiting.isEmpty { return waiting.removeFirst() }
    var limit = Int32(clamping: waitMilliseconds)
    repeat {
      take(cn_next(limit))
      limit = decoder.patience ?? 0
    } while decoder.patience != nil
    return waiting.isEmpty ? .tick : waiting.removeFirst()
  }

  private func take(_ event: cn_event) {
    for key in decoder.decode(event) {
      if key == .control("z") {
        suspend()
        waiting.append(.resumed)
      } else {
        waiting.append(.key(key))
      }
    }
    switch Int(event.kind) {
    case CN_RESIZED: waiting.append(.resized)
    case CN_HANG_UP: waiting.append(.hangUp)
    case CN_SIGNAL: waiting.append(.signal(event.code))
    case CN_RESUMED:
      shown = nil
      waiting.append(.resumed)
    case CN_STOP_ASKED:
      suspend()
      waiting.append(.resumed)
    default: break
    }
  }

  /// Gives the terminal to the shell until the program is continued; then draw again.
  package func suspend() {
    cn_suspend()
    shown = nil
  }

  /// Gives the terminal back; after this nothing is drawn and no event comes.
  package func restore() { cn_stop() }

  /// Ends the program by a signal that asked it to, after the terminal was given back, so that the
  /// shell sees the true reason.
  package static func endProgram(bySignal signal: Int32) -> Never {
    cn_stop()
    cn_end_by_signal(signal)
  }
}
