import Screens
import Testing

@Suite struct ChartsTests {
  @Test(arguments: [
    (0.0, ""), (1.0, "████"), (0.5, "██"), (0.25, "█"), (0.28125, "█▏"), (0.75, "███"),
    (0.0001, "▏"), (0.9999, "███▉"), (-1.0, ""), (7.0, "████"),
  ])
  func `a bar has a precision of an eighth of a column`(share: Double, bar: String) {
    #expect(Charts.bar(share: share, width: 4) == bar)
  }

  @Test func `a bar without columns or of no number is empty`() {
    #expect(Charts.bar(share: 0.5, width: 0) == "")
    #expect(Charts.bar(share: .nan, width: 4) == "")
  }

  @Test func `a bar is drawn with dots up to its width`() {
    var frame = Frame(width: 8, height: 2)
    frame.bar(share: 0.4, x: 1, y: 0, width: 5)
    frame.bar(share: 0.9, x: 6, y: 1, width: 9)
    #expect(frame.text == [" ██···", "      ██"])
    #expect(frame.roles == [".FFeee", "......FF"])
  }

  @Test func `a sparkline has a column for each value`() {
    #expect(Charts.sparkline([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Charts.sparkline([1, 2], maximum: 4) == "▃▅")
    #expect(Charts.sparkline([0, 0]) == "▁▁")
    #expect(Charts.sparkline([.nan, 1, .infinity, -3]) == " ██▁")
    #expect(Charts.sparkline([]) == "")
  }

  @Test func `only nothing looks empty in a heat map`() {
    #expect(String([0, 0.01, 0.5, 0.75, 1, 9].map(Charts.shade)) == "·░▒▓██")
    #expect(Charts.shade(share: .nan) == "·")
  }
}
