import Testing

@testable import Storage

@Suite("Numbers in JSON")
struct JSONNumberTests {
  private func number(_ text: String) throws -> Double {
    var reader = JSONReader(Array(text.utf8))
    let number = try reader.number()
    try reader.end()
    return number
  }

  @Test(
    "numbers are read to the nearest Double",
    arguments: [
      "0", "-0", "7", "-12", "0.62", "0.1", "1e3", "1E+3", "25e-2", "123456789012345678",
      "9007199254740993", "1.7976931348623157e308", "5e-324", "2.2250738585072011e-308",
      "0.30000000000000004", "179769313486231570000", "3.14159265358979323846264338327950288",
      "1e22", "1e23", "123456789.125e-5",
    ])
  func exactness(text: String) throws {
    // The oracle is the standard library's own parser.
    let value = try number(text)
    #expect(value == Double(text))
    #expect(value.sign == Double(text)?.sign)
  }

  @Test("whole numbers keep every digit of an Int")
  func integers() throws {
    for whole in [0, -1, 42, 1_700_000_000_123, Int.max, Int.min] {
      var reader = JSONReader(Array(String(whole).utf8))
      #expect(try reader.integer() == whole)
    }
    var thousand = JSONReader(Array("1e3".utf8))
    #expect(try thousand.integer() == 1000)
  }

  @Test(
    "what is no JSON number is refused",
    arguments: ["01", "-", "1.", ".5", "1e", "1e+", "-a", "00", "1e999", "-01"])
  func malformed(text: String) {
    #expect(throws: JSONError.self) { try number(text) }
  }

  @Test("a number too large for Int is no integer")
  func tooLarge() {
    #expect(throws: JSONError.self) {
      var reader = JSONReader(Array("9223372036854775808".utf8))
      _ = try reader.integer()
    }
  }
}
