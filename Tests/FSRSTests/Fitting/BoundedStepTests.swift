import Testing

@testable import FSRS

@Suite("A Newton step within bounds")
struct BoundedStepTests {
  /// A positive definite matrix and a gradient.
  static func problem(_ seed: UInt64, size: Int) -> (gradient: [Double], curvature: [Double]) {
    func draw(_ index: Int) -> Double { SeededDraw.unit(seed &* 1_000 &+ UInt64(index)) - 0.5 }
    var curvature = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        for k in 0..<(size + 2) {
          curvature[row * size + column] += draw(row * 20 + k) * draw(column * 20 + k)
        }
      }
    }
    return ((0..<size).map { draw(900 + $0) }, curvature)
  }

  @Test("without bounds the slope vanishes at the end of the step", arguments: 1...10)
  func free(seed: Int) {
    let (gradient, curvature) = Self.problem(UInt64(seed), size: 8)
    let step = BoundedStep(
      gradient: gradient, curvature: curvature,
      room: Array(repeating: -1e9...1e9, count: 8))
    for row in 0..<8 {
      let slope = (0..<8).reduce(gradient[row]) { $0 + curvature[row * 8 + $1] * step.step[$1] }
      #expect(abs(slope) < 1e-8)
    }
    #expect(step.decrease > 0)
  }

  @Test("within bounds the step stays in them and still descends", arguments: 1...10)
  func bounded(seed: Int) {
    let (gradient, curvature) = Self.problem(UInt64(seed), size: 8)
    let room = [ClosedRange<Double>](repeating: -0.3...0.2, count: 8)
    let step = BoundedStep(gradient: gradient, curvature: curvature, room: room)
    #expect(zip(step.step, room).allSatisfy { $1.contains($0) })
    #expect(step.step.contains { $0 == -0.3 || $0 == 0.2 })
    for row in 0..<8 where step.step[row] > -0.3 && step.step[row] < 0.2 {
      let slope = (0..<8).reduce(gradient[row]) { $0 + curvature[row * 8 + $1] * step.step[$1] }
      #expect(abs(slope) < 1e-8)
    }
  }

  @Test("a direction without curvature is not moved along")
  func flat() {
    let solution = BoundedStep.solve([2, 0, 0, 0], [4, 1])
    #expect(abs(solution[0] - 2) < 1e-12 && solution[1] == 0)
  }

  @Test("the prior's gradient is that of its value, and it is least at the defaults")
  func prior() {
    let prior = FitPrior()
    let point = prior.centre.enumerated().map { $0.element + 0.1 * Double($0.offset % 3) }
    let (value, gradient) = prior.penalty(at: point)
    #expect(prior.penalty(at: prior.centre).value == 0 && value > 0)
    for index in point.indices {
      var (left, right) = (point, point)
      left[index] -= 1e-6
      right[index] += 1e-6
      let slope = (prior.penalty(at: right).value - prior.penalty(at: left).value) / 2e-6
      #expect(abs(slope - gradient[index]) < 1e-5)
    }
  }
}
