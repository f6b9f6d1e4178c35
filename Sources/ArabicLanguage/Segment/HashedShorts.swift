/// An immutable map from hashed words to small numbers; absent is 0. Fingerprints of 32 bits: a false hit is 1 in 10⁴.
package struct HashedShorts: Sendable {
  private let index: PerfectIndex
  /// Key in the high half, value in the low; 0 where empty. `index.capacity` of them.
  private let slots: TableMemory<UInt64>

  /// Maps `keys[i]` to `values[i]`; of equal keys the first counts.
  package init(keys: [UInt32] = [], values: [UInt16] = []) {
    var pairs = zip(keys, values).map { UInt64($0) << 32 | UInt64($1) }
    if !zip(keys, keys.dropFirst()).allSatisfy(<) {
      let order = pairs.indices.sorted { (pairs[$0] >> 32, $0) < (pairs[$1] >> 32, $1) }
      var last: UInt64?
      pairs = order.compactMap { at in
        defer { last = pairs[at] >> 32 }
        return pairs[at] >> 32 == last ? nil : pairs[at]
      }
    }
    index = PerfectIndex(sorted: pairs.map { UInt32($0 >> 32) })
    slots = TableMemory(count: index.capacity, repeating: 0)
    for pair in pairs { slots[index.place(UInt32(pair >> 32))] = pair }
  }

  /// All keys and their values, in rising order. O(count log count).
  package var entries: [(key: UInt32, value: UInt16)] {
    (0..<slots.count).map { slots[$0] }.filter { $0 != 0 }.sorted()
      .map { (UInt32($0 >> 32), UInt16(truncatingIfNeeded: $0)) }
  }

  /// Bytes held.
  package var residentBytes: Int { index.residentBytes + slots.residentBytes }

  /// The value of a 64-bit word hash. O(1).
  package subscript(_ hash: UInt64) -> UInt16 {
    let key = FeatureHash.key(hash)
    // A place is below the index's capacity, the number of slots.
    let slot = unsafe slots.base[index.place(key)]
    return UInt32(truncatingIfNeeded: slot >> 32) == key ? UInt16(truncatingIfNeeded: slot) : 0
  }
}
