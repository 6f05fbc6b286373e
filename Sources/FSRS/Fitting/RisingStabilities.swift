import Glibc

/// First stabilities that rise with the rating, as near as can be to those of a fit.
enum RisingStabilities {
  /// Pools neighbours that stand in the wrong order into their weighted mean, on a log scale.
  /// - Parameters:
  ///   - stabilities: by rating from Again to Easy, in days.
  ///   - evidence: how well each is known; the inverse variance of its logarithm.
  static func pooled(_ stabilities: [Double], evidence: [Double]) -> [Double] {
    var pools: [(log: Double, evidence: Double, size: Int)] = []
    for (stability, weight) in zip(stabilities, evidence) {
      pools.append((log(stability), max(weight, 1e-9), 1))
      while pools.count > 1, pools[pools.count - 2].log > pools[pools.count - 1].log {
        let upper = pools.removeLast()
        let lower = pools.removeLast()
        let weight = lower.evidence + upper.evidence
        let mean = (lower.log * lower.evidence + upper.log * upper.evidence) / weight
        pools.append((mean, weight, lower.size + upper.size))
      }
    }
    return pools.flatMap { [Double](repeating: exp($0.log), count: $0.size) }
  }
}
