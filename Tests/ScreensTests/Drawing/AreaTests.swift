import Screens
import Testing

@Suite struct AreaTests {
  private let area = Area(x: 1, y: 2, width: 10, height: 6)

  @Test func `an inset leaves margins and never a negative size`() {
    #expect(
      area.inset(left: 2, top: 1, right: 3, bottom: 1) == Area(x: 3, y: 3, width: 5, height: 4))
    #expect(area.inset(left: 20).width == 0)
  }

  @Test func `splits cover the area without overlap`() {
    let (top, below) = area.split(top: 2)
    #expect(top == Area(x: 1, y: 2, width: 10, height: 2))
    #expect(below == Area(x: 1, y: 4, width: 10, height: 4))
    let (above, bottom) = area.split(bottom: 1)
    #expect(above == Area(x: 1, y: 2, width: 10, height: 5))
    #expect(bottom == Area(x: 1, y: 7, width: 10, height: 1))
    let (left, right) = area.split(left: 4)
    #expect(left == Area(x: 1, y: 2, width: 4, height: 6))
    #expect(right == Area(x: 5, y: 2, width: 6, height: 6))
  }

  @Test func `a split beyond the area leaves an empty rest`() {
    #expect(area.split(top: 99).rest.isEmpty)
    #expect(area.split(bottom: 99).rest.isEmpty)
    #expect(area.split(left: 99).rest.isEmpty)
    #expect(area.split(top: -1).top.isEmpty)
  }

  @Test func `clipping keeps the common part`() {
    #expect(
      area.clipped(to: Area(x: 0, y: 0, width: 5, height: 5))
        == Area(x: 1, y: 2, width: 4, height: 3))
    #expect(area.clipped(to: Area(x: 50, y: 0, width: 5, height: 5)).isEmpty)
  }
}
