/// Says in a sentence what is wrong with a line of JSON.
enum JSONProblem {
  /// One plain sentence for an error of a decoder or of the work after it.
  static func sentence(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, _):
      return "\"\(key.stringValue)\" is missing."
    case .typeMismatch(_, let context):
      return "\(place(context.codingPath)) is not of the expected type."
    case .valueNotFound(_, let context):
      return "\(place(context.codingPath)) is empty or too short."
    case .dataCorrupted(let context):
      // Without a place the decoder could not read the JSON at all; its words are not ours.
      if context.codingPath.isEmpty { return "This is not valid JSON." }
      return "\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default:
      return "This line cannot be read."
    }
  }

  /// Where in the line: `"reviews", item 3`.
  private static func place(_ path: [any CodingKey]) -> String {
    if path.isEmpty { return "The line" }
    return path.map { key in
      key.intValue.map { "item \($0 + 1)" } ?? "\"\(key.stringValue)\""
    }
    .joined(separator: ", ")
  }
}
