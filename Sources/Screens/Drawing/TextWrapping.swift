/// Breaks text into lines that fit.
package enum TextWrapping {
  /// The lines of a text in `width` columns.
  ///
  /// Line breaks and blank lines stay, and so do blanks within a line and the indent of its start.
  /// Lines break at blanks and beside wide characters; a word longer than a line breaks anywhere.
  /// What follows a list sign (`-`, `•`, `*`, `3.`, `b)`) hangs below the text behind the sign.
  package static func wrap(
    _ text: some StringProtocol, width: Int, using displayWidth: DisplayWidth
  ) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var rest = text.unicodeScalars[...]
    while let end = rest.firstIndex(where: isNewline) {
      lines += wrapLine(rest[..<end], width, displayWidth)
      let isPair = rest[end] == "\r" && rest[rest.index(after: end)...].first == "\n"
      rest = rest[end...].dropFirst(isPair ? 2 : 1)
    }
    return lines + wrapLine(rest, width, displayWidth)
  }

  private static func wrapLine<Scalars: BidirectionalCollection<Unicode.Scalar>>(
    _ source: Scalars, _ width: Int, _ displayWidth: DisplayWidth
  ) -> [String] {
    var scalars = source[...]
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    let hang = hangingIndent(of: scalars, displayWidth)
    let indent = hang < width / 2 ? hang : 0

    var lines: [String] = []
    var start = scalars.startIndex
    var used = 0
    // The last place where the line may end, and what is used up to the next line's start.
    var end: Scalars.Index?
    var restart = scalars.startIndex
    var usedAtRestart = 0
    var wasBlank = true
    var wasWide = false
    var index = start

    func finishLine(at end: Scalars.Index) {
      let margin = lines.isEmpty ? "" : String(repeating: " ", count: indent)
      lines.append(margin + String(String.UnicodeScalarView(scalars[start..<end])))
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let columns = displayWidth.columns(of: scalar)
      let room = lines.isEmpty ? width : width - indent
      let blank = isBlank(scalar)
      if columns > 0 {
        if blank {
          if !wasBlank { end = index }
        } else if wasBlank || columns == 2 || wasWide {
          if !wasBlank { end = index }
          restart = index
          usedAtRestart = used
        }
        if !blank && used + columns > room && index > start {
          if let place = end, restart > start {
            finishLine(at: place)
            start = restart
            used -= usedAtRestart
          } else {
            finishLine(at: index)
            start = index
            used = 0
          }
          end = nil
          restart = start
          usedAtRestart = 0
          // The word that goes to the next line may be too long for that one as well.
          continue
        }
        wasBlank = blank
        wasWide = columns == 2
      }
      used += columns
      index = scalars.index(after: index)
    }
    finishLine(at: scalars.endIndex)
    return lines
  }

  /// The column behind a list sign, or the line's own indent.
  private static func hangingIndent<Scalars: BidirectionalCollection<Unicode.Scalar>>(
    of line: Scalars, _ displayWidth: DisplayWidth
  ) -> Int {
    let text = line.drop(while: isBlank)
    let indent = line.distance(from: line.startIndex, to: text.startIndex)
    let sign = text.prefix { !isBlank($0) }
    guard let first = sign.first, let last = sign.last, sign.endIndex < line.endIndex else {
      return indent
    }
    let isSign: Bool
    switch sign.count {
    case 1: isSign = ["-", "•", "*", "–", "·"].contains(first)
    case 2, 3:
      let label = sign.dropLast()
      isSign =
        (last == "." || last == ")")
        && (label.allSatisfy { ("0"..."9").contains($0) }
          || (label.count == 1 && ("a"..."z").contains(first)))
    default: isSign = false
    }
    guard isSign else { return indent }
    let behind = text[sign.endIndex...].prefix(while: isBlank).count
    return indent + sign.reduce(0) { $0 + displayWidth.columns(of: $1) } + behind
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t"
  }
}

extension DisplayWidth {
  /// A text in at most `width` columns; where something is cut, `…` is the last sign.
  package func fitted(_ text: String, width: Int) -> String {
    if columns(of: text) <= width { return text }
    let dots = columns(of: "…")
    guard width > dots else { return width == dots ? "…" : "" }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += columns(of: scalar)
      if used > width - dots { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
