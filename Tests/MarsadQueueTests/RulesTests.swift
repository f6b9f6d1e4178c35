import MarsadQueue
import RedisClient
import Testing

@Suite struct RulesTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `the ledger's plans keep a list as settling one by one would`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var ledger = PositionLedger()
    // The list as Redis would hold it, left end first; nil is a tombstone.
    var list: [UInt64?] = []
    var open: [UInt64] = []
    for _ in 0..<400 {
      if Bool.random(using: &random) || open.isEmpty {
        let position = ledger.append()
        list.insert(position, at: 0)
        open.append(position)
      } else {
        let some = Array(open.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
        open.removeAll { some.contains($0) }
        let settled = ledger.settle(some)
        let plan = try #require(settled)
        for (position, offset) in zip(some, plan.offsets) {
          #expect(list[list.count - 1 - offset] == position)
        }
        for offset in plan.tombstones { list[list.count - 1 - offset] = nil }
        list.removeLast(plan.trim)
        #expect(list.compactMap(\.self).allSatisfy { open.contains($0) })
      }
      #expect(ledger.count == list.count)
    }
    let last = ledger.settle(open)
    let rest = try #require(last)
    #expect(rest.trim == list.count && ledger.count == 0)
  }

  @Test func `a position settles once, and a refused call changes nothing`() throws {
    var ledger = PositionLedger()
    let positions = (0..<3).map { _ in ledger.append() }
    let calls = [
      [positions[1]], [positions[0], positions[1]], [positions[0], positions[0]], [99], [positions[0]],
    ]
    let plans = calls.map { ledger.settle($0) }
    #expect(plans.map { $0?.offsets } == [[1], nil, nil, nil, [0]])
    #expect(plans.map { $0?.tombstones } == [[1], nil, nil, nil, []])
    #expect(plans.map { $0?.trim } == [0, nil, nil, nil, 2])
  }

  @Test func `retries wait within full jitter's bounds and end`() {
    let policy = RetryPolicy(maximumAttempts: 4, base: .seconds(1), limit: .seconds(3))
    #expect(policy.delay(afterAttempt: 1, random: 0) == .zero)
    #expect(policy.delay(afterAttempt: 1, random: 0.5) == .milliseconds(500))
    #expect(policy.delay(afterAttempt: 2, random: 0.5) == .seconds(1))
    #expect(policy.delay(afterAttempt: 3, random: 0.5) == .milliseconds(1500))
    #expect(policy.delay(afterAttempt: 4) == nil)
    #expect(policy.delay(afterAttempt: 1, jobMaximum: 1) == nil)
    #expect(policy.delay(afterAttempt: 7, jobMaximum: 9, random: 0.5) == .milliseconds(1500))
  }

  @Test func `turns are spread by weight`() {
    var turns = WeightedRoundRobin(weights: [3, 1, 0])
    let order = (0..<10).map { _ in turns.next() }
    #expect(order == [0, 1, 0, 2, 0, 0, 1, 0, 2, 0])
    let (only, none) = (turns.next { $0 == 1 }, turns.next { _ in false })
    #expect(only == 1 && none == nil)
  }

  @Test func `batches grow while they come back full, and shrink for large jobs`() {
    var sizing = BatchSizing(budget: 1 << 20)
    #expect(sizing.next(atMost: 64) == 4)
    sizing.record(asked: 4, received: 4, bytes: 4000)
    #expect(sizing.next(atMost: 64) == 8 && sizing.next(atMost: 5) == 5)
    sizing.record(asked: 8, received: 8, bytes: 8 << 20)
    #expect(sizing.next(atMost: 64) == 1)
    sizing.record(asked: 1, received: 0, bytes: 0)
    #expect(sizing.next(atMost: 64) == 1)
  }
}

/// A fixed-seed generator (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
