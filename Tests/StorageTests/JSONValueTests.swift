import Testing

@testable import Storage

@Suite("JSON as a tree, and written out")
struct JSONValueTests {
  private let sample: JSONValue = [
    "id": "a", "n": 11, "share": 0.25, "on": true, "none": nil, "list": [1, "two", []],
    "empty": [:],
  ]

  @Test("a compact value is one line without blanks")
  func compact() {
    #expect(
      sample.text()
        == #"{"id":"a","n":11,"share":0.25,"on":true,"none":null,"list":[1,"two",[]],"empty":{}}"#)
  }

  @Test("a pretty value is indented by two")
  func pretty() {
    let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:]]
    #expect(
      value.text(.pretty) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": [],
          "d": {}
        }
        """)
  }

  @Test("what was written is read back the same, in both styles")
  func roundTrip() throws {
    #expect(try JSONValue(parsing: sample.encoded()) == sample)
    #expect(try JSONValue(parsing: sample.encoded(.pretty)) == sample)
  }

  @Test("quotes, backslashes and control characters are escaped, everything else stays")
  func escaping() throws {
    let text = "\"\\\n\r\t\u{0}\u{1B}\u{7F}é漢😀/"
    let written = JSONValue.string(text).text()
    #expect(written == #""\"\\\n\r\t\u0000\u001b\u007fé漢😀/""#)
    #expect(try JSONValue(parsing: Array(written.utf8)) == .string(text))
  }

  @Test("numbers are written so that they come back, and what is no number as null")
  func numbers() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "-0"), (1e15, "1000000000000000"), (0.1, "0.1"), (-2.5, "-2.5"),
      (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
    ]
    for (number, text) in cases { #expect(JSONValue.number(number).text() == text) }
  }

  @Test("members and elements are found by key and kind")
  func access() throws {
    let value = try JSONValue(
      parsing: Array(#"{"a":{"b":[1,2]},"t":"x","n":2.5,"k":1,"k":3}"#.utf8))
    #expect(value["a"]?["b"]?.array?.compactMap(\.integer) == [1, 2])
    #expect(value["t"]?.string == "x")
    #expect(value["t"]?.number == nil)
    #expect(value["n"]?.integer == nil)
    #expect(value["k"]?.integer == 3)
    #expect(value["none"] == nil)
    #expect(value["t"]?["b"] == nil)
    #expect(value.members?.map(\.key) == ["a", "t", "n", "k", "k"])
  }
}
