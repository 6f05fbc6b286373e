/// A plain calculator: `+ - * /`, brackets, decimals and percent, as on a desk.
package enum Calculator {
  /// The value of an expression; nil where it is not complete or has no value.
  package static func value(of text: String) -> Double? {
    var reader = Reader(text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: ",") })
    guard !reader.isAtEnd, let value = reader.sum(), reader.isAtEnd, value.isFinite else {
      return nil
    }
    return value
  }

  /// The value as people write it: at most six decimals, none that are zero.
  package static func text(_ value: Double) -> String {
    let scaled = (value * 1_000_000).rounded()
    guard abs(scaled) < 1e15 else { return value.description }
    let whole = Int64(abs(scaled)) / 1_000_000
    var decimals = String(Int64(abs(scaled)) % 1_000_000 + 1_000_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return (scaled < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
      place += 1
      return true
    }

    mutating func sum() -> Double? {
      guard var value = product() else { return nil }
      while true {
        if take("+") {
          guard let next = product() else { return nil }
          value += next
        } else if take("-") {
          guard let next = product() else { return nil }
          value -= next
        } else {
          return value
        }
      }
    }

    private mutating func product() -> Double? {
      guard var value = factor() else { return nil }
      while true {
        if take("*") || take("x") {
          guard let next = factor() else { return nil }
          value *= next
        } else if take("/") {
          guard let next = factor(), next != 0 else { return nil }
          value /= next
        } else {
          return value
        }
      }
    }

    private mutating func factor() -> Double? {
      // Deeper than anyone types, shallow enough for any stack.
      guard depth < 50 else { return nil }
      depth += 1
      defer { depth -= 1 }
      if take("-") { return factor().map { -$0 } }
      var value: Double
      if take("(") {
        guard let inner = sum(), take(")") else { return nil }
        value = inner
      } else {
        guard let number = number() else { return nil }
        value = number
      }
      while take("%") { value /= 100 }
      return value
    }

    private mutating func number() -> Double? {
      let start = place
      while place < bytes.count, bytes[place] == 46 || (48...57).contains(bytes[place]) {
        place += 1
      }
      var text = String(decoding: bytes[start..<place], as: UTF8.self)
      if text.hasPrefix(".") { text = "0" + text }
      if text.hasSuffix(".") { text += "0" }
      return Double(text)
    }
  }
}
