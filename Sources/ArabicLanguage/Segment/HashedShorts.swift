/// An immutable map from hashed words to small numbers; absent is 0. Fingerprints of 32 bits: a false hit is 1 in 10⁴.
package struct HashedShorts: Sendable {
  package private(set) var keys: [UInt32] = []
  package private(set) var values: [UInt16] = []
  private var slots: [UInt64]
  private let mask: Int

  package init(keys: [UInt32] = [], values: [UInt16] = []) {
    self.keys = keys
    self.values = values
    var capacity = 16
    while capacity < keys.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = [UInt64](repeating: 0, count: capacity)
    for (key, value) in zip(keys, values) {
      var at = Int(key &* 0x9E37_79B1 >> 4) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt64(key) << 32 | UInt64(value)
    }
  }

  /// The value of a 64-bit word hash. O(1).
  package subscript(_ hash: UInt64) -> UInt16 {
    let key = FeatureHash.key(hash)
    var at = Int(key &* 0x9E37_79B1 >> 4) & mask
    while true {
      let slot = slots[at]
      if slot == 0 { return 0 }
      if UInt32(truncatingIfNeeded: slot >> 32) == key { return UInt16(truncatingIfNeeded: slot) }
      at = (at + 1) & mask
    }
  }
}
