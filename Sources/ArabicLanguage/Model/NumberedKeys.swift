/// Gives every key of a fixed set its number, in the order they were given; no other key has one.
package struct NumberedKeys: Sendable {
  private let index: PerfectIndex
  /// Key in the high half, number in the low; 0 where empty. `index.capacity` of them.
  private let slots: TableMemory<UInt64>

  /// Numbers distinct keys in rising order, none of them 0.
  package init(sorted keys: [UInt32]) {
    index = PerfectIndex(sorted: keys)
    slots = TableMemory(count: index.capacity, repeating: 0)
    for (number, key) in keys.enumerated() { slots[index.place(key)] = UInt64(key) << 32 | UInt64(number) }
  }

  /// Bytes held.
  package var residentBytes: Int { index.residentBytes + slots.residentBytes }

  /// The number of a key. O(1).
  package subscript(_ key: UInt32) -> Int? {
    let slot = slots[index.place(key)]
    return UInt32(truncatingIfNeeded: slot >> 32) == key ? Int(slot & 0xFFFF_FFFF) : nil
  }
}
