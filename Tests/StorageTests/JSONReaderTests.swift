import Testing

@testable import Storage

@Suite("Reading JSON")
struct JSONReaderTests {
  /// The whole text as a tree.
  private func tree(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  /// The error that a text gives, in words; nil where it is read without one.
  private func error(_ text: String) -> String? { error(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> String? {
    do throws(JSONError) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("an object is pulled key by key, in the order of the text")
  func pulling() throws {
    var reader = JSONReader(
      Array(#" {"id": "a", "list" : [1, 2.5, -3], "on":true, "gone":null, "more":{}} "#.utf8))
    var seen: [String] = []
    var numbers: [Double] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      seen.append(key)
      switch key {
      case "id": #expect(try reader.string() == "a")
      case "list":
        try reader.beginArray()
        while try reader.nextElement() { numbers.append(try reader.number()) }
      case "on": #expect(try reader.bool())
      case "gone": try reader.null()
      default: try reader.skip()
      }
    }
    try reader.end()
    #expect(seen == ["id", "list", "on", "gone", "more"])
    #expect(numbers == [1, 2.5, -3])
  }

  @Test("a part of the bytes is read as a document of its own")
  func ranges() throws {
    let log = Array("{\"a\":1}\n{\"a\":2}\n".utf8)
    var reader = JSONReader(log, in: 8..<15)
    #expect(try reader.value() == ["a": 2])
    try reader.end()
    #expect(reader.offset == 7)
  }

  @Test("a byte order mark before the text is passed over")
  func byteOrderMark() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
  }

  @Test(
    "escapes become what they stand for",
    arguments: [
      (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00!""#, "😀!"), (#""é 漢字""#, "é 漢字"),
    ])
  func escapes(text: String, meaning: String) throws {
    #expect(try tree(text) == .string(meaning))
  }

  @Test(
    "malformed text is refused with its place",
    arguments: [
      ("", "line 1, column 1: the text ends too early"),
      ("{\n  \"a\": 1,\n}", "line 3, column 1: found '}', expected a value after ','"),
      ("[1 2]", "line 1, column 4: found '2', expected ',' or ']'"),
      ("[1,,2]", "line 1, column 4: found ',', expected a value"),
      ("[,1]", "line 1, column 2: found ',', expected a value"),
      ("{\"a\" 1}", "line 1, column 6: found '1', expected ':' after a key"),
      ("{a:1}", "line 1, column 2: found 'a', expected a key in quotes"),
      ("[1] x", "line 1, column 5: something follows the end of the value"),
      ("tru", "line 1, column 4: the text ends too early"),
      ("nul!", "line 1, column 4: found '!', expected 'null'"),
      ("'a'", "line 1, column 1: found ''', expected a value"),
      (
        "\"é\u{1}\"", "line 1, column 3: a string holds byte 0x1; write it as an escape such as \\n"
      ),
      ("\"a\tb\"", "line 1, column 3: a string holds a tab; write it as an escape such as \\n"),
      (#""\x""#, "line 1, column 2: a backslash in a string is followed by no valid escape"),
      (#""\u12g4""#, "line 1, column 2: a backslash in a string is followed by no valid escape"),
      (#""\ud800""#, "line 1, column 2: a backslash in a string is followed by no valid escape"),
      (#""\udc00""#, "line 1, column 2: a backslash in a string is followed by no valid escape"),
      (
        #""\ud800\u0041""#,
        "line 1, column 2: a backslash in a string is followed by no valid escape"
      ),
      ("\"open", "line 1, column 6: the text ends too early"),
      ("\"a\\", "line 1, column 4: the text ends too early"),
      ("{\"a\":", "line 1, column 6: the text ends too early"),
    ])
  func malformed(text: String, message: String) {
    #expect(error(text) == message)
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [
      [0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0x5C, 0x6E, 0xFF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(error([0x22] + bytes + [0x22])?.contains("not UTF-8") == true)
  }

  @Test("skipping a value checks it as closely as reading it")
  func skipping() {
    for text in [#"["\x"]"#, "[01]", "[1.]", "[tru]", "{\"a\":1,}", "[\"\u{2}\"]"] {
      #expect(throws: JSONError.self) {
        var reader = JSONReader(Array(text.utf8))
        try reader.skip()
      }
    }
  }

  @Test("nesting is bounded, so that no text can exhaust the stack")
  func nesting() {
    let deep = JSONReader.deepest
    let fits = String(repeating: "[", count: deep) + String(repeating: "]", count: deep)
    #expect(error(fits) == nil)
    let tooDeep = error(String(repeating: "[", count: 100_000))
    #expect(tooDeep == "line 1, column 65: values are nested more than 64 deep")
    let objects = error(String(repeating: "{\"a\":", count: 100_000))
    #expect(objects?.hasSuffix("values are nested more than 64 deep") == true)
  }

  @Test("asking for one kind and finding another names both")
  func mismatches() {
    func message(_ text: String, _ read: (inout JSONReader) throws(JSONError) -> Void) -> String? {
      var reader = JSONReader(Array(text.utf8))
      do throws(JSONError) {
        try read(&reader)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      message("1") { reader throws(JSONError) in _ = try reader.string() }
        == "line 1, column 1: found a number, expected a string")
    #expect(
      message("{}") { reader throws(JSONError) in try reader.beginArray() }
        == "line 1, column 1: found an object, expected an array")
    #expect(
      message("null") { reader throws(JSONError) in _ = try reader.bool() }
        == "line 1, column 1: found null, expected true or false")
    #expect(
      message("1.5") { reader throws(JSONError) in _ = try reader.integer() }
        == "line 1, column 1: a whole number is expected")
  }

  @Test("a string tells whether it holds more than plain printable ASCII")
  func plainness() throws {
    var reader = JSONReader(Array(#"["plain text", "é", "a\nb", "z"]"#.utf8))
    var plain: [Bool] = []
    try reader.beginArray()
    while try reader.nextElement() {
      _ = try reader.string()
      plain.append(reader.lastStringWasPlain)
    }
    #expect(plain == [true, false, false, true])
  }
}
