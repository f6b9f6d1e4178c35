/// Quantised weights of a linear model: feature key → a row of `width` 16-bit weights. Immutable once made.
///
/// Open addressing with linear probing at a load of at most one half; a slot holds the key and the row number side by
/// side, so an absent feature costs one cache line. Scores are sums of integers: the same on every machine.
// @unchecked: immutable after init, so that shared reads are safe.
@safe package final class WeightTable: @unchecked Sendable {
  /// Classes scored by a row.
  package let width: Int
  /// Rows, that is, features with any weight.
  package let count: Int
  private let stride: Int
  private let mask: Int
  private let slots: UnsafeMutablePointer<UInt64>
  private let rows: UnsafeMutablePointer<Int16>

  /// Makes a table of `keys[i]` → `weights[i * width ..< (i + 1) * width]`. Keys are distinct and not 0.
  package init(width: Int, keys: [UInt32], weights: [Int16]) {
    precondition(weights.count == keys.count * width)
    self.width = width
    count = keys.count
    stride = width == 1 ? 1 : (width + 7) / 8 * 8
    var capacity = 16
    while capacity < keys.count * 2 { capacity *= 2 }
    mask = capacity - 1
    unsafe slots = .allocate(capacity: capacity)
    unsafe slots.initialize(repeating: 0, count: capacity)
    unsafe rows = .allocate(capacity: max(1, keys.count * stride))
    unsafe rows.initialize(repeating: 0, count: max(1, keys.count * stride))
    for (row, key) in keys.enumerated() {
      var at = Self.home(key) & mask
      while unsafe slots[at] != 0 { at = (at + 1) & mask }
      unsafe slots[at] = UInt64(key) << 32 | UInt64(row)
      for c in 0..<width { unsafe rows[row * stride + c] = weights[row * width + c] }
    }
  }

  deinit {
    unsafe slots.deallocate()
    unsafe rows.deallocate()
  }

  /// All rows, sorted by key, as they were given. O(count log count).
  package func sortedRows() -> (keys: [UInt32], weights: [Int16]) {
    var entries: [UInt64] = []
    for at in 0...mask where unsafe slots[at] != 0 { entries.append(unsafe slots[at]) }
    entries.sort()
    var weights: [Int16] = []
    weights.reserveCapacity(count * width)
    for entry in entries {
      let row = Int(entry & 0xFFFF_FFFF)
      for c in 0..<width { weights.append(unsafe rows[row * stride + c]) }
    }
    return (entries.map { UInt32($0 >> 32) }, weights)
  }

  /// Bytes held.
  package var residentBytes: Int { (mask + 1) * 8 + count * stride * 2 }

  private static func home(_ key: UInt32) -> Int { Int(key &* 0x9E37_79B1 >> 4) }

  private func row(_ key: UInt32) -> Int? {
    var at = Self.home(key) & mask
    while true {
      let slot = unsafe slots[at]
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot >> 32) == key { return Int(slot & 0xFFFF_FFFF) }
      at = (at + 1) & mask
    }
  }

  /// Adds the rows of all features to `scores`, which holds at least `paddedWidth` values. O(features × width).
  package func add(_ features: FeatureVector, to scores: inout [Int32]) {
    precondition(scores.count >= stride)
    let lanes = stride / 8
    unsafe scores.withUnsafeMutableBytes { out in
      guard let out = out.baseAddress else { return }
      for key in features.keys {
        guard let row = row(key) else { continue }
        let from = unsafe UnsafeRawPointer(rows + row * stride)
        for lane in 0..<lanes {
          let weights = unsafe from.loadUnaligned(fromByteOffset: lane * 16, as: SIMD8<Int16>.self)
          let sum = unsafe out.loadUnaligned(fromByteOffset: lane * 32, as: SIMD8<Int32>.self)
          unsafe out.storeBytes(
            of: sum &+ SIMD8<Int32>(truncatingIfNeeded: weights), toByteOffset: lane * 32,
            as: SIMD8<Int32>.self)
        }
      }
    }
  }

  /// The sum of the weights of all features, for a table of width 1. O(features).
  package func sum(_ features: FeatureVector) -> Int32 {
    precondition(width == 1)
    var total: Int32 = 0
    for key in features.keys {
      if let row = row(key) { total &+= Int32(unsafe rows[row]) }
    }
    return total
  }

  /// How long a score vector must be for `add`.
  package var paddedWidth: Int { stride }
}
