/// Where the reading of a control sequence stands between two pieces of output.
struct ControlParser: Equatable, Sendable {
  enum State: Equatable { case text, escape, sequence, string, skipOne }

  var state = State.text
  /// The parameters of a sequence as they came: digits, `;`, `?`.
  var parameters = ""
  /// The bytes of a character that has not come whole.
  var partial: [UInt8] = []
}

extension VirtualScreen {
  /// Takes what a program has sent, whole or in pieces.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch parser.state {
      case .text: takeText(byte)
      case .escape: takeEscape(byte)
      case .sequence:
        if (0x40...0x7E).contains(byte) {
          parser.state = .text
          perform(Character(Unicode.Scalar(byte)))
        } else {
          parser.parameters.unicodeScalars.append(Unicode.Scalar(byte))
        }
      case .string:
        if byte == 7 { parser.state = .text }
        if byte == 27 { parser.state = .escape }
      case .skipOne: parser.state = .text
      }
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    guard byte >= 0x20, byte != 0x7F else { return takeControl(byte) }
    parser.partial.append(byte)
    let needed =
      switch parser.partial[0] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    guard parser.partial.count == needed else { return }
    for scalar in String(decoding: parser.partial, as: UTF8.self).unicodeScalars { print(scalar) }
    parser.partial = []
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case 7: bells += 1
    case 8: move(x: min(cursor.x, width) - 1)
    case 9: move(x: (cursor.x / 8 + 1) * 8)
    case 10...12: lineFeed()
    case 13: move(x: 0)
    case 27: parser.state = .escape
    default: break
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    parser.state = .text
    switch byte {
    case UInt8(ascii: "["):
      parser.state = .sequence
      parser.parameters = ""
    case UInt8(ascii: "]"): parser.state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): parser.state = .skipOne
    case UInt8(ascii: "M"):
      if cursor.y == scrollTop { scroll(from: scrollTop, by: -1) } else { move(y: cursor.y - 1) }
    default: break
    }
  }

  private mutating func perform(_ final: Character) {
    let isPrivate = parser.parameters.hasPrefix("?")
    let numbers = parser.parameters.drop { $0 == "?" || $0 == ">" }
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first ?? nil
    let count = max(1, first ?? 1)
    let second = numbers.count > 1 ? numbers[1] : nil
    switch final {
    case "H", "f": move(x: (second ?? 1) - 1, y: count - 1)
    case "A": move(y: cursor.y - count)
    case "B": move(y: cursor.y + count)
    case "C": move(x: cursor.x + count)
    case "D": move(x: min(cursor.x, width) - count)
    case "G": move(x: count - 1)
    case "d": move(y: count - 1)
    case "J":
      switch first ?? 0 {
      case 0:
        erase(cursor.x..<max(width, cursor.x), y: cursor.y)
        erase(rows: (cursor.y + 1)..<max(height, cursor.y + 1))
      case 1:
        erase(0..<(cursor.x + 1), y: cursor.y)
        erase(rows: 0..<cursor.y)
      default: erase(rows: 0..<height)
      }
    case "K":
      switch first ?? 0 {
      case 0: erase(cursor.x..<max(width, cursor.x), y: cursor.y)
      case 1: erase(0..<(cursor.x + 1), y: cursor.y)
      default: erase(0..<width, y: cursor.y)
      }
    case "X": erase(cursor.x..<(cursor.x + count), y: cursor.y)
    case "@": shift(by: count)
    case "P": shift(by: -count)
    case "L": scroll(from: cursor.y, by: -count)
    case "M": scroll(from: cursor.y, by: count)
    case "S": scroll(from: scrollTop, by: count)
    case "T": scroll(from: scrollTop, by: -count)
    case "b": for _ in 0..<count { print(lastPrinted) }
    case "r":
      scrollTop = min(count - 1, height - 1)
      scrollBottom = min(max((second ?? height) - 1, scrollTop), height - 1)
      move(x: 0, y: 0)
    case "m": setPen(numbers.map { $0 ?? 0 })
    case "h" where isPrivate, "l" where isPrivate:
      for number in numbers { setMode(number ?? 0, final == "h") }
    default: break
    }
  }

  private mutating func setMode(_ number: Int, _ isOn: Bool) {
    switch number {
    case 25: isCursorVisible = isOn
    case 1049: setAlternate(isOn)
    case 2004: isPasteBracketed = isOn
    default: break
    }
  }

  private mutating func setPen(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Pen()
      case 1: pen.isBold = true
      case 2: pen.isDim = true
      case 4: pen.isUnderlined = true
      case 7: pen.isReversed = true
      case 22: (pen.isBold, pen.isDim) = (false, false)
      case 24: pen.isUnderlined = false
      case 27: pen.isReversed = false
      case 30...37: pen.foreground = number - 30
      case 40...47: pen.background = number - 40
      case 39: pen.foreground = nil
      case 49: pen.background = nil
      case 90...97: pen.foreground = number - 82
      case 100...107: pen.background = number - 92
      case 38, 48:
        guard rest.popFirst() == 5, let color = rest.popFirst() else { return }
        if number == 38 { pen.foreground = color } else { pen.background = color }
      default: break
      }
    }
  }
}
