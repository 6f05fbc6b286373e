/// Draws that look random and are a pure function of a seed: an undo draws the same again.
package enum SeededDraw {
  /// A seed for the `count`-th review of the card with this id (FNV-1a over both).
  package static func seed(id: String, count: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x100_0000_01b3
  }

  /// A number in 0..<1 from one round of SplitMix64.
  package static func unit(_ seed: UInt64) -> Double {
    var z = seed &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    z ^= z >> 31
    return Double(z >> 11) * 0x1p-53
  }
}
