/// How well a card was remembered, as FSRS counts it: 1 Again to 4 Easy.
package enum Rating: UInt8, CaseIterable, Comparable, Sendable {
  case again = 1
  case hard = 2
  case good = 3
  case easy = 4

  package static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }

  /// Whether the card was remembered at all; only Again is a miss.
  package var isPass: Bool { self != .again }
}
