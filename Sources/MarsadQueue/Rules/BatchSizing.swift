/// How many jobs to ask for at once: few while little comes, so that a lone job costs few empty replies, more as long
/// as each batch comes back full, and never more than a share of memory allows by the size of recent jobs.
package struct BatchSizing: Sendable {
  private var size = 4
  private var meanBytes = 4096.0
  private let budget: Double

  /// - Parameter budget: bytes that one batch may bring, about.
  package init(budget: Int) { self.budget = Double(budget) }

  /// The next batch's size.
  package func next(atMost limit: Int) -> Int { max(1, min(size, limit, Int(budget / meanBytes))) }

  /// Learns what a batch of `asked` brought.
  package mutating func record(asked: Int, received: Int, bytes: Int) {
    if received == asked { size = min(size * 2, 4096) } else { size = max(4, received) }
    guard received > 0 else { return }
    let mean = Double(max(1, bytes)) / Double(received)
    // Large jobs are believed at once, small ones little by little.
    meanBytes = mean > meanBytes ? mean : meanBytes * 0.75 + mean * 0.25
  }
}
