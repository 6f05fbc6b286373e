/// Which units of a pool go onto a form.
struct FormChoice {
  private let pool: FormPool
  /// Positions of the chosen units, by domain.
  private(set) var chosen: [[Int]]
  /// Whether each candidate is on the form.
  private var isOn: [Bool]

  /// Takes from each domain exactly as many questions as asked for, the first units first.
  /// - Returns: nil where that cannot be done.
  init?(_ pool: FormPool, quotas: [Int]) {
    self.pool = pool
    chosen = quotas.map { _ in [] }
    isOn = [Bool](repeating: false, count: pool.candidates.count)
    let counts = pool.counts
    // Domains with the least to choose from go first: the others can evade their enemies.
    let order = quotas.indices.sorted {
      (counts[$0] - quotas[$0], $0) < (counts[$1] - quotas[$1], $1)
    }
    for domain in order where quotas[domain] > 0 {
      let places = Array(pool.units[domain].indices)
      if fill(domain, quotas[domain], from: places) { continue }
      // Those with the fewest enemies leave the most room for the rest.
      let peaceful = places.sorted {
        (enemyCount(domain, $0), $0) < (enemyCount(domain, $1), $1)
      }
      guard fill(domain, quotas[domain], from: peaceful) else { return nil }
    }
    balance(quotas)
  }

  /// The chosen units of a domain.
  func units(_ domain: Int) -> [FormPool.Unit] { chosen[domain].map { pool.units[domain][$0] } }

  private func enemyCount(_ domain: Int, _ unit: Int) -> Int {
    pool.units[domain][unit].members.reduce(0) { $0 + pool.enemies[$1].count }
  }

  private func hasEnemy(_ unit: FormPool.Unit, besides: Int? = nil) -> Bool {
    unit.members.contains { member in
      pool.enemies[member].contains { isOn[$0] && $0 != besides }
    }
  }

  private mutating func fill(_ domain: Int, _ quota: Int, from places: [Int]) -> Bool {
    let units = pool.units[domain]
    let reach =
      places.contains { units[$0].members.count > 1 }
      ? FormChoice.reach(places.map { units[$0].members.count }, quota) : nil
    var left = quota
    for (step, place) in places.enumerated() where left > 0 {
      let size = units[place].members.count
      guard size <= left, reach.map({ $0[step + 1][left - size] }) ?? true,
        !hasEnemy(units[place])
      else { continue }
      chosen[domain].append(place)
      for member in units[place].members { isOn[member] = true }
      left -= size
    }
    if left == 0 { return true }
    for place in chosen[domain] {
      for member in units[place].members { isOn[member] = false }
    }
    chosen[domain] = []
    return false
  }

  /// Whether the sizes from a position on can add up to each sum: `[position][sum]`.
  private static func reach(_ sizes: [Int], _ most: Int) -> [[Bool]] {
    var table = [[Bool]](
      repeating: [Bool](repeating: false, count: most + 1), count: sizes.count + 1)
    table[sizes.count][0] = true
    for place in sizes.indices.reversed() {
      for sum in 0...most {
        table[place][sum] =
          table[place + 1][sum] || (sum >= sizes[place] && table[place + 1][sum - sizes[place]])
      }
    }
    return table
  }
}

// MARK: Balance

extension FormChoice {
  /// How far a form is from its pool: in thousandths of a question for the levels, in thousandths
  /// of a unit of difficulty for the sum of deviations from the domains' means.
  private struct Distance {
    var levels: [Int]
    var difficulty: Int

    var cost: Int { levels.reduce(0) { $0 + abs($1) } + abs(difficulty) / 1000 }

    /// Whether the levels are within two questions in all, and the mean difficulty within 0.005.
    func isNear(_ count: Int) -> Bool {
      levels.reduce(0) { $0 + abs($1) } <= 2000 && abs(difficulty) <= 5000 * count
    }

    func swapping(_ out: FormPool.Candidate, for other: FormPool.Candidate) -> Distance {
      var changed = self
      changed.levels[out.level] -= 1000
      changed.levels[other.level] += 1000
      changed.difficulty += other.deviation - out.deviation
      return changed
    }
  }

  /// Swaps questions of one domain and rank until levels and mean difficulty are near the pool's.
  private mutating func balance(_ quotas: [Int]) {
    var distance = self.distance(quotas)
    let count = quotas.reduce(0, +)
    for _ in 0..<3 {
      var hasChanged = false
      for domain in chosen.indices {
        for slot in chosen[domain].indices where !distance.isNear(count) {
          guard let (place, better) = bestSwap(domain, slot, distance) else { continue }
          isOn[pool.units[domain][chosen[domain][slot]].members[0]] = false
          isOn[pool.units[domain][place].members[0]] = true
          chosen[domain][slot] = place
          distance = better
          hasChanged = true
        }
      }
      if !hasChanged || distance.isNear(count) { return }
    }
  }

  /// The single question whose swap for the one in `slot` brings the form nearest to the pool.
  private func bestSwap(
    _ domain: Int, _ slot: Int, _ distance: Distance
  ) -> (place: Int, distance: Distance)? {
    let units = pool.units[domain]
    let unit = units[chosen[domain][slot]]
    guard unit.members.count == 1 else { return nil }
    let out = pool.candidates[unit.members[0]]
    var best: (place: Int, distance: Distance)?
    var least = distance.cost
    for place in units.indices where units[place].rank == unit.rank {
      let other = units[place]
      guard other.members.count == 1, !isOn[other.members[0]] else { continue }
      let changed = distance.swapping(out, for: pool.candidates[other.members[0]])
      let cost = changed.cost
      guard cost < least, !hasEnemy(other, besides: unit.members[0]) else { continue }
      least = cost
      best = (place, changed)
    }
    return best
  }

  private func distance(_ quotas: [Int]) -> Distance {
    var levels = [Int](repeating: 0, count: FormPool.levelCount)
    var difficulty = 0
    for (domain, quota) in quotas.enumerated() where quota > 0 {
      var counts = [Int](repeating: 0, count: FormPool.levelCount)
      var all = 0
      for unit in pool.units[domain] {
        for member in unit.members {
          counts[pool.candidates[member].level] += 1
          all += 1
        }
      }
      for level in counts.indices { levels[level] -= 1000 * quota * counts[level] / max(1, all) }
      for unit in units(domain) {
        for member in unit.members {
          levels[pool.candidates[member].level] += 1000
          difficulty += pool.candidates[member].deviation
        }
      }
    }
    return Distance(levels: levels, difficulty: difficulty)
  }
}
