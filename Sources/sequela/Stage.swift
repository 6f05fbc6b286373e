import Screens
import Study
import Terminal

/// Where the program plays: the real terminal, or a scripted one in tests.
protocol Stage {
  var size: (width: Int, height: Int) { get }
  var displayWidth: DisplayWidth { get }
  func draw(_ frame: Frame)
  func next(waitMilliseconds: Int) -> TerminalEvent
}

extension NcursesTerminal: Stage {}

/// Why the loop ended.
enum LoopEnd: Equatable {
  case left
  case hungUp
  case signal(Int32)
}

/// The program: draw, wait, handle, again.
func runLoop(
  _ app: inout App, on stage: some Stage, outside: inout FileOutside, ascii: Bool,
  clock: () -> Now
) -> LoopEnd {
  while !app.isOver {
    let size = stage.size
    app.resize(width: size.width, height: size.height)
    stage.draw(app.frame(displayWidth: stage.displayWidth, ascii: ascii, at: clock()))
    switch stage.next(waitMilliseconds: app.page.screen.tickMilliseconds) {
    case .key(.control("c")): return .left
    case .key(let key): app.press(key, at: clock(), outside: &outside)
    case .tick: app.tick(at: clock(), outside: &outside)
    case .resized, .resumed: break
    case .hangUp: return .hungUp
    case .signal(let signal): return .signal(signal)
    }
  }
  return .left
}
