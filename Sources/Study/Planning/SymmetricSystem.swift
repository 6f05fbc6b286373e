/// Linear systems with a symmetric, positive definite matrix, by Cholesky's method.
enum SymmetricSystem {
  /// The lower factor, row by row; nil where the matrix is not positive definite.
  private static func factor(_ matrix: [Double], size: Int) -> [Double]? {
    var lower = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for inner in 0..<column {
          sum -= lower[row * size + inner] * lower[column * size + inner]
        }
        if row == column {
          guard sum > 0 else { return nil }
          lower[row * size + row] = sum.squareRoot()
        } else {
          lower[row * size + column] = sum / lower[column * size + column]
        }
      }
    }
    return lower
  }

  /// The solution of `matrix` x = `right`; nil where the matrix is not positive definite.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    guard let lower = factor(matrix, size: right.count) else { return nil }
    return substitute(lower, right)
  }

  /// The inverse, row by row; nil where the matrix is not positive definite.
  static func inverse(_ matrix: [Double]) -> [Double]? {
    let size = Int(Double(matrix.count).squareRoot().rounded())
    guard let lower = factor(matrix, size: size) else { return nil }
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in substitute(lower, unit).enumerated() {
        result[row * size + column] = value
      }
    }
    return result
  }

  private static func substitute(_ lower: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var result = right
    for row in 0..<size {
      for inner in 0..<row { result[row] -= lower[row * size + inner] * result[inner] }
      result[row] /= lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<size { result[row] -= lower[inner * size + row] * result[inner] }
      result[row] /= lower[row * size + row]
    }
    return result
  }
}
