/// Where each job in hand stands in its life's lease list, without asking Redis.
///
/// Jobs enter the list at the left in the order they were taken, so a job's offset from the right end is its position
/// minus the position of the rightmost entry. Settled jobs at the right end are trimmed; one settled out of turn
/// leaves a tombstone, trimmed when its turn comes. Offsets hold for commands sent on one connection in the order in
/// which they were asked for here.
package struct PositionLedger: Sendable {
  /// What a settling of some positions means for the list.
  package struct Plan: Sendable, Equatable {
    /// Offset from the right end of each position asked about, before anything is trimmed.
    package var offsets: [Int]
    /// Offsets that are to hold a tombstone: settled, but not at the end.
    package var tombstones: [Int]
    /// How many entries at the right end are settled now.
    package var trim: Int
  }

  /// The position of the rightmost entry.
  private var base: UInt64 = 0
  /// From `base` on: whether each is settled. The first `trimmed` are gone already.
  private var settled: [Bool] = []
  private var trimmed = 0

  /// An empty list.
  package init() {}

  /// Jobs not settled and tombstones between them.
  package var count: Int { settled.count - trimmed }

  /// Enters the job taken next. - Returns: its position.
  package mutating func append() -> UInt64 {
    settled.append(false)
    return base + UInt64(settled.count - 1)
  }

  /// Settles positions, each once; nil where one is not in hand (settled before, or never taken).
  /// - Complexity: O(positions + trimmed), amortised.
  package mutating func settle(_ positions: [UInt64]) -> Plan? {
    let first = base + UInt64(trimmed)
    for (index, position) in positions.enumerated() {
      guard position >= first, position - base < UInt64(settled.count), !settled[Int(position - base)] else {
        for undone in positions[..<index] { settled[Int(undone - base)] = false }
        return nil
      }
      settled[Int(position - base)] = true
    }
    var plan = Plan(offsets: positions.map { Int($0 - first) }, tombstones: [], trim: 0)
    while trimmed < settled.count, settled[trimmed] {
      trimmed += 1
      plan.trim += 1
    }
    plan.tombstones = plan.offsets.filter { $0 >= plan.trim }
    if trimmed >= 1024, trimmed * 2 >= settled.count {
      settled.removeFirst(trimmed)
      base += UInt64(trimmed)
      trimmed = 0
    }
    return plan
  }
}
