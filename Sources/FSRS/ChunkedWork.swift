import Dispatch
import Synchronization

/// Work on many chunks with all cores, whose result does not depend on how many there are.
package enum ChunkedWork {
  /// The result of each chunk, in the order of the chunks.
  package static func results<Result: Sendable>(
    _ chunks: Range<Int>, of part: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: chunks.count))
    DispatchQueue.concurrentPerform(iterations: chunks.count) { index in
      let result = part(chunks.lowerBound + index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
