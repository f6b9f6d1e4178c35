/// Two tables of one width as one: a feature's slot holds its row in either, so that it is looked up once for both.
// @unchecked: immutable after init, so that shared reads are safe.
@safe package final class PairedTable: @unchecked Sendable {
  private let first: WeightTable
  private let second: WeightTable
  private let index: PerfectIndex
  /// Key, packed row of the first table, packed row of the second, three words a slot; an absent row is 0, which adds
  /// nothing.
  private let slots: TableMemory<UInt32>

  /// Pairs two tables, whose rows apart it shares. O(keys).
  package init(_ first: WeightTable, _ second: WeightTable) {
    precondition(first.width == second.width)
    self.first = first
    self.second = second
    let rows = [first.packedRows, second.packedRows]
    var keys = rows[0].map { UInt32($0 >> 32) } + rows[1].map { UInt32($0 >> 32) }
    keys.sort()
    var last: UInt32 = 0
    keys.removeAll { key in
      defer { last = key }
      return key == last
    }
    index = PerfectIndex(sorted: keys)
    slots = TableMemory(count: index.capacity * 3, repeating: 0)
    for part in 0..<2 {
      for row in rows[part] {
        let at = index.place(UInt32(row >> 32)) * 3
        slots[at] = UInt32(row >> 32)
        slots[at + 1 + part] = UInt32(truncatingIfNeeded: row)
      }
    }
  }

  /// Bytes held beside the two tables.
  package var residentBytes: Int { index.residentBytes + slots.residentBytes }

  /// How many features are looked up together: what the buffers below, on the stack, hold.
  private static let batch = 128

  /// Groups of eight classes in a score vector.
  var groups: Int { first.groups }

  /// Sets both score vectors, whatever they held, to the sums of the features' rows. O(features × width).
  package func score(
    _ features: FeatureVector, into firstScores: inout [Int32], _ secondScores: inout [Int32]
  ) {
    first.clear(&firstScores)
    second.clear(&secondScores)
    add(features, to: &firstScores, &secondScores)
  }

  /// The same, starting from the groups of `start` from `at` on: the first's, then the second's.
  func score(
    _ features: FeatureVector, from start: [SIMD8<Int32>], at: Int, into firstScores: inout [Int32],
    _ secondScores: inout [Int32]
  ) {
    first.load(start, at, into: &firstScores)
    second.load(start, at + groups, into: &secondScores)
    add(features, to: &firstScores, &secondScores)
  }

  private func add(
    _ features: FeatureVector, to firstScores: inout [Int32], _ secondScores: inout [Int32]
  ) {
    let keys = unsafe features.base
    let count = features.count
    // Bounds: a batch reads at most `batch` keys below `count` and writes at most as many words into each buffer (twice
    // as many into the first); a place is below the number of slots; score vectors are as long as `clear` and `load` make them.
    unsafe firstScores.withUnsafeMutableBufferPointer { firstScores in
      unsafe secondScores.withUnsafeMutableBufferPointer { secondScores in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch * 2) { words in
          unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { packed in
            unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { apart in
              guard let words = words.baseAddress, let packed = packed.baseAddress,
                let apart = apart.baseAddress, let firstScores = firstScores.baseAddress,
                let secondScores = secondScores.baseAddress
              else { return }
              var done = 0
              while done < count {
                let batch = min(Self.batch, count &- done)
                let found = unsafe lookUp(keys + done, batch, words)
                unsafe first.add(words, found, packed, apart, to: firstScores)
                unsafe second.add(words + Self.batch, found, packed, apart, to: secondScores)
                done &+= batch
              }
            }
          }
        }
      }
    }
    withExtendedLifetime(features) {}
  }

  /// Writes the packed rows of the present features: of the first table to `words`, of the second `batch` words on.
  @inline(__always)
  private func lookUp(
    _ keys: UnsafePointer<UInt32>, _ count: Int, _ words: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let slots = unsafe slots.base
    var at = 0
    while at < count {
      unsafe words[at] = UInt32(truncatingIfNeeded: index.place(keys[at]) &* 3)
      at &+= 1
    }
    let others = unsafe words + Self.batch
    var found = 0
    at = 0
    while at < count {
      // `found` is at most `at`, so nothing is overwritten before it is read.
      let slot = unsafe slots + Int(truncatingIfNeeded: words[at])
      unsafe words[found] = slot[1]
      unsafe others[found] = slot[2]
      found &+= unsafe slot[0] == keys[at] ? 1 : 0
      at &+= 1
    }
    return found
  }
}
