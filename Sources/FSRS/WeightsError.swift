/// Why a list of numbers cannot be the weights of a memory model, as one plain sentence.
package enum WeightsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No model has that many weights.
  case wrongCount(Int)
  /// 34 weights: FSRS-7, which is not computed yet.
  case needsFSRS7
  /// The weight at this index is not a number, or infinite.
  case notFinite(index: Int)
  /// The weight at this index lies outside the range of its model.
  case outOfBounds(index: Int, value: Double, allowed: ClosedRange<Double>)

  package var description: String {
    switch self {
    case .wrongCount(let count):
      "The number of weights is \(count), but FSRS-6 has 21 (its older versions 19 or 17)."
    case .needsFSRS7:
      "34 weights are those of FSRS-7, which this version cannot compute yet; "
        + "give the 21 weights of FSRS-6."
    case .notFinite(let index):
      "Weight w\(index) is not a finite number."
    case .outOfBounds(let index, let value, let allowed):
      "Weight w\(index) is \(value), but must lie between \(allowed.lowerBound) and "
        + "\(allowed.upperBound)."
    }
  }
}
