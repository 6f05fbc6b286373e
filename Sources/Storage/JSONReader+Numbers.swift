// The rounding of Double lies in libm, which this import links.
import Glibc

extension JSONReader {
  /// A number as read: its nearest Double and, where it has no fraction and fits, its exact value.
  struct Number {
    var value: Double
    var whole: Int?
  }

  /// The number at the current place.
  mutating func scanNumber() throws(JSONError) -> Number {
    let first = position
    let isNegative = bytes[first] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let intDigits = position
    var mantissa: UInt64 = 0
    var digits = scanDigits(into: &mantissa)
    guard digits > 0, digits == 1 || bytes[intDigits] != UInt8(ascii: "0") else {
      throw fault(.badNumber, at: first)
    }
    var exponent = 0
    var isWhole = true
    if position < limit, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      let fraction = scanDigits(into: &mantissa)
      guard fraction > 0 else { throw fault(.badNumber, at: first) }
      digits += fraction
      exponent = -fraction
    }
    if position < limit, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      var sign = 1
      if position < limit,
        bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
      {
        if bytes[position] == UInt8(ascii: "-") { sign = -1 }
        position += 1
      }
      var power: UInt64 = 0
      let powerDigits = scanDigits(into: &power)
      guard powerDigits > 0 else { throw fault(.badNumber, at: first) }
      exponent += sign * Int(min(powerDigits > 9 ? 1_000_000 : power, 1_000_000))
    }
    // Up to 18 digits the mantissa is exact in 64 bits; beyond, the library rounds.
    if digits <= 18 {
      if isWhole {
        if isNegative, mantissa == 0 { return Number(value: -0.0) }
        let whole = isNegative ? -Int(mantissa) : Int(mantissa)
        return Number(value: Double(whole), whole: whole)
      }
      // Exact operands, one rounding: right to the last bit (Clinger's fast path).
      if mantissa <= 1 << 53, abs(exponent) <= 22 {
        let size = Double(mantissa)
        let power = Self.powersOfTen[abs(exponent)]
        let value = exponent < 0 ? size / power : size * power
        return Number(value: isNegative ? -value : value)
      }
    }
    let text = String(decoding: bytes[first..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw fault(.badNumber, at: first) }
    return Number(value: value, whole: isWhole ? Int(text) : nil)
  }

  /// Consumes decimal digits, adds them to `sum` (wrapping past 19 of them) and returns how many.
  @inline(__always)
  private mutating func scanDigits(into sum: inout UInt64) -> Int {
    let first = position
    while position < limit, bytes[position] >= UInt8(ascii: "0"),
      bytes[position] <= UInt8(ascii: "9")
    {
      sum = sum &* 10 &+ UInt64(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    return position - first
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
