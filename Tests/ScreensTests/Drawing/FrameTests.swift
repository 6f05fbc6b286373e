import Screens
import TestSupport
import Testing

@Suite struct FrameTests {
  @Test func `text lands where it is put and the columns used come back`() {
    var frame = Frame(width: 10, height: 2)
    #expect(frame.put("due", x: 2, y: 1, role: .heading) == 3)
    #expect(frame.text == ["", "  due"])
    #expect(frame.roles == ["", "..HHH"])
  }

  @Test func `text is cut at every edge and never wraps into the next row`() {
    var frame = Frame(width: 4, height: 2)
    #expect(frame.put("abcdef", x: 2, y: 0) == 2)
    #expect(frame.put("abcdef", x: -2, y: 1) == 6)
    #expect(frame.put("lost", x: 0, y: 2) == 0)
    #expect(frame.put("lost", x: 0, y: -1) == 0)
    #expect(frame.put("lost", x: 4, y: 0) == 0)
    #expect(frame.text == ["  ab", "cdef"])
  }

  @Test func `a text stays within its greatest width`() {
    var frame = Frame(width: 10, height: 1)
    #expect(frame.put("abcdef", x: 1, y: 0, maxWidth: 3) == 3)
    #expect(frame.put("abcdef", x: 6, y: 0, maxWidth: 0) == 0)
    #expect(frame.text == [" abc"])
  }

  @Test func `a wide character takes two columns and one letter for each in the role grid`() {
    var frame = Frame(width: 6, height: 1)
    #expect(frame.put("漢字", x: 0, y: 0, role: .title) == 4)
    frame.put("x", x: 4, y: 0)
    #expect(frame.text == ["漢字x"])
    #expect(frame.roles == ["TTTT"])
  }

  @Test func `a wide character is never split by an edge`() {
    var frame = Frame(width: 4, height: 3)
    frame.put("abc漢", x: 0, y: 0)
    frame.put("漢b", x: -1, y: 1)
    frame.put("a漢", x: 0, y: 2, role: .accent, maxWidth: 2)
    #expect(frame.text == ["abc", " b", "a"])
    #expect(frame.roles[2] == "AA")
  }

  @Test func `half a wide character that is written over becomes a space`() {
    var frame = Frame(width: 6, height: 2)
    frame.put("漢字", x: 0, y: 0)
    frame.put("x", x: 1, y: 0)
    frame.put("漢字", x: 0, y: 1)
    frame.put("漢", x: 1, y: 1)
    #expect(frame.text == [" x字", " 漢"])
    #expect(frame.cells.allSatisfy { (0...2).contains($0.columns) })
  }

  @Test func `a combining mark sits on the character before it and takes no column`() {
    var frame = Frame(width: 5, height: 1)
    #expect(frame.put("e\u{301}a", x: 0, y: 0) == 2)
    #expect(frame.text == ["e\u{301}a"])
  }

  @Test func `a mark without a character is dropped, and so is a mark behind the edge`() {
    var frame = Frame(width: 3, height: 1)
    frame.put("abc", x: 0, y: 0)
    frame.put("\u{301}b", x: 1, y: 0)
    frame.put("ab\u{301}", x: 0, y: 0, maxWidth: 1)
    #expect(frame.text == ["abc"])
  }

  @Test func `a tower of marks is cut to two`() {
    var frame = Frame(width: 3, height: 1)
    frame.put("e" + String(repeating: "\u{301}", count: 50), x: 0, y: 0)
    #expect(frame.text[0].unicodeScalars.count == 3)
  }

  @Test func `text can end at a column`() {
    var frame = Frame(width: 10, height: 1)
    #expect(frame.put("12 漢", endX: 9, y: 0) == 5)
    #expect(frame.text == ["    12 漢"])
  }

  @Test func `fill, paint and rule stay inside the grid`() {
    var frame = Frame(width: 8, height: 3)
    frame.fill(Area(x: 5, y: -1, width: 9, height: 2), with: "x", role: .muted)
    frame.rule(y: 1)
    frame.paint(Area(x: -3, y: 0, width: 5, height: 9), role: .selected)
    #expect(frame.text == ["     xxx", "  ────", ""])
    #expect(frame.roles == ["SS...mmm", "SSrrrr", "SS"])
  }

  @Test func `an empty grid takes everything and shows nothing`() {
    var frame = Frame(width: 0, height: -1)
    #expect(frame.put("a", x: 0, y: 0) == 0)
    frame.fill(frame.area)
    frame.rule(y: 0)
    #expect(frame.text.isEmpty)
  }

  @Test func `frames are equal when they look the same`() {
    var left = Frame(width: 3, height: 1)
    var right = left
    #expect(left == right)
    left.put("a", x: 0, y: 0)
    #expect(left != right)
    right.put("a", x: 0, y: 0, role: .accent)
    #expect(left != right)
    right.put("a", x: 0, y: 0)
    right.cursor = (1, 0)
    #expect(left != right)
  }

  @Test func `a golden frame shows text, roles and cursor`() {
    var frame = Frame(width: 5, height: 2)
    frame.put("▸ 1", x: 1, y: 0, role: .accent)
    frame.cursor = (3, 1)
    #expect(goldenText(of: frame) == " ▸ 1\n\n=====\n.AAA\n\n=====\ncursor 3,1\n")
  }

  @Test func `every role has a letter of its own`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }
}
