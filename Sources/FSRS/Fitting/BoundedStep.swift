/// The least point of a quadratic over a box: one step of Newton's method with bounds.
struct BoundedStep: Equatable, Sendable {
  /// The way from the present point.
  var step: [Double]
  /// How far the quadratic falls along it, >= 0.
  var decrease: Double

  /// Finds the step.
  /// - Parameters:
  ///   - gradient: at the present point.
  ///   - curvature: positive definite, n by n.
  ///   - room: how far each coordinate may move, down and up.
  init(gradient: [Double], curvature: [Double], room: [ClosedRange<Double>]) {
    let count = gradient.count
    var step = [Double](repeating: 0, count: count)
    var free = Array(0..<count)
    while true {
      // What the fixed coordinates already do to the slope of the free ones.
      let slopes = free.map { row in
        (0..<count).reduce(gradient[row]) { sum, column in
          free.contains(column) ? sum : sum + curvature[row * count + column] * step[column]
        }
      }
      let block = free.flatMap { row in free.map { curvature[row * count + $0] } }
      let solution = BoundedStep.solve(block, slopes.map { -$0 })
      var kept: [Int] = []
      for (place, index) in free.enumerated() {
        step[index] = min(max(solution[place], room[index].lowerBound), room[index].upperBound)
        if step[index] == solution[place] { kept.append(index) }
      }
      if kept.count == free.count { break }
      free = kept
    }
    self.step = step
    decrease = 0
    for row in 0..<count {
      let bend = (0..<count).reduce(0.0) { $0 + curvature[row * count + $1] * step[$1] }
      decrease -= step[row] * (gradient[row] + 0.5 * bend)
    }
  }

  /// Solves a symmetric positive definite system by Cholesky's method; a direction without
  /// curvature is not moved along.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let count = right.count
    var lower = matrix
    var solution = right
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row * count + column]
        for k in 0..<column { sum -= lower[row * count + k] * lower[column * count + k] }
        if row == column {
          lower[row * count + row] = sum > 0 ? sum.squareRoot() : .infinity
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    for row in 0..<count {
      for k in 0..<row { solution[row] -= lower[row * count + k] * solution[k] }
      solution[row] /= lower[row * count + row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for k in (row + 1)..<max(count, row + 1) {
        solution[row] -= lower[k * count + row] * solution[k]
      }
      solution[row] /= lower[row * count + row]
    }
    return solution
  }
}
