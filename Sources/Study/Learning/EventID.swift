/// The name of one event: the device that wrote it and a number that only grows there.
package struct EventID: Hashable, Sendable {
  /// Eight hex digits as a number.
  package var device: UInt32
  /// 1 and up.
  package var sequence: Int

  /// The highest number that an event can have; a device that comes near it becomes another.
  package static let largestSequence = Int(Int32.max)

  package init(device: UInt32, sequence: Int) {
    self.device = device
    self.sequence = sequence
  }

  /// Reads `9f3c21d0-000042`; nil for any other shape.
  package init?(_ text: some StringProtocol) {
    var device: UInt32 = 0
    var sequence = 0
    var position = 0
    var digits = 0
    for byte in text.utf8 {
      switch position {
      case 0..<8:
        guard let digit = EventID.hexValue(byte) else { return nil }
        device = device << 4 | digit
      case 8:
        guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard byte >= 48, byte <= 57, digits < 15 else { return nil }
        sequence = sequence * 10 + Int(byte - 48)
        digits += 1
      }
      position += 1
    }
    guard digits > 0, sequence <= EventID.largestSequence else { return nil }
    self.init(device: device, sequence: sequence)
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  /// The device as its eight hex digits.
  package static func deviceName(_ device: UInt32) -> String {
    let text = String(device, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}

extension EventID: Comparable {
  package static func < (left: EventID, right: EventID) -> Bool {
    (left.device, left.sequence) < (right.device, right.sequence)
  }
}

extension EventID: CustomStringConvertible {
  package var description: String {
    let number = String(sequence)
    return EventID.deviceName(device) + "-"
      + String(repeating: "0", count: max(0, 6 - number.count)) + number
  }
}

/// A place in the one order of all events that every device agrees on: time, then id.
package struct EventPosition: Equatable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  package var milliseconds: Int64
  package var id: EventID

  package init(milliseconds: Int64, id: EventID) {
    self.milliseconds = milliseconds
    self.id = id
  }

  package static func < (left: EventPosition, right: EventPosition) -> Bool {
    (left.milliseconds, left.id) < (right.milliseconds, right.id)
  }
}
