import Glibc
import Screens
import Terminal
import Testing

@Suite struct PaletteTests {
  @Test(arguments: [
    (0, true, Palette.monochrome), (8, true, .basic), (16, true, .basic), (88, true, .basic),
    (256, true, .rich), (16_777_216, true, .basic), (256, false, .monochrome),
    (8, false, .monochrome),
  ])
  func `the palette follows the number of colours and the wish`(
    colors: Int, wantsColor: Bool, palette: Palette
  ) {
    #expect(Palette(colors: colors, wantsColor: wantsColor) == palette)
  }

  @Test(arguments: Role.allCases)
  func `without colour there is none, only bold, underline and reverse`(role: Role) {
    let style = Palette.monochrome.style(for: role)
    #expect(style.foreground == nil && style.background == nil)
    #expect(!style.attributes.contains(.dim))
  }

  @Test(arguments: Role.allCases)
  func `the basic palette keeps to eight colours`(role: Role) {
    #expect((0..<8).contains(Palette.basic.style(for: role).foreground ?? 0))
  }

  @Test(arguments: Palette.allCases)
  func `right, wrong and normal look different everywhere`(palette: Palette) {
    let styles = [Role.normal, .correct, .wrong].map { palette.style(for: $0) }
    #expect(styles[0] != styles[1] && styles[1] != styles[2] && styles[0] != styles[2])
  }

  @Test(arguments: Palette.allCases)
  func `the selected line and the input field differ from normal text`(palette: Palette) {
    #expect(palette.style(for: .selected) != palette.style(for: .normal))
    #expect(palette.style(for: .input) != palette.style(for: .normal))
  }

  @Test(arguments: Role.allCases)
  func `every fixed colour has a contrast of 3 to 1 on black and on white`(role: Role) throws {
    guard let color = Palette.rich.style(for: role).foreground else { return }
    let luminance = try #require(relativeLuminance(ofColor: Int(color)))
    #expect((luminance + 0.05) / 0.05 >= 3)
    #expect(1.05 / (luminance + 0.05) >= 3)
  }

  /// WCAG 2.1 relative luminance, 0 to 1, of a colour of xterm's table from 16 on; nil below, where
  /// the terminal's theme decides.
  private func relativeLuminance(ofColor number: Int) -> Double? {
    guard number >= 16 else { return nil }
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    let parts =
      number >= 232
      ? Array(repeating: 8 + (number - 232) * 10, count: 3)
      : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
