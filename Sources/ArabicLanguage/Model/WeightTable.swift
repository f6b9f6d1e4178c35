/// Quantised weights of a linear model: feature key → a row of `width` 16-bit weights. Immutable once made.
///
/// Most rows have one or two weights that are not 0 (an update of the perceptron touches two classes), so a slot of
/// eight bytes holds the key and, packed into 32 bits, the whole row; only rows that do not fit lie apart, unpacked.
/// `PerfectIndex` gives each key its slot, so a feature costs one slot, present or absent, and no branch. Scores are
/// sums of integers: the same on every machine.
// @unchecked: immutable after init, so that shared reads are safe.
@safe package final class WeightTable: @unchecked Sendable {
  /// Classes scored by a row.
  package let width: Int
  /// Rows, that is, features with any weight.
  package let count: Int
  private let index: PerfectIndex
  private let packing: RowPacking
  /// Key in the high half, packed row in the low; 0 where empty. `index.capacity` of them.
  private let slots: TableMemory<UInt64>
  /// Rows that do not fit a slot, `stride` weights each.
  private let rows: TableMemory<Int16>
  private let stride: Int

  /// Makes a table of `keys[i]` → `weights[i * width ..< (i + 1) * width]`. Keys are distinct and not 0.
  package convenience init(width: Int, keys: [UInt32], weights: [Int16]) {
    precondition(weights.count == keys.count * width)
    var builder = Builder(width: width, count: keys.count)
    for row in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      builder.append(keys[row], weights[(row * width)..<((row + 1) * width)])
    }
    self.init(builder)
  }

  /// Collects the rows of a table, in rising order of their keys.
  package struct Builder {
    fileprivate let width: Int
    fileprivate let packing: RowPacking
    fileprivate let stride: Int
    fileprivate var keys: [UInt32] = []
    fileprivate var packed: [UInt32] = []
    fileprivate var rows: [Int16] = []

    package init(width: Int, count: Int) {
      self.width = width
      packing = RowPacking(width: width)
      stride = (width + 7) / 8 * 8
      keys.reserveCapacity(count)
      packed.reserveCapacity(count)
    }

    /// Adds a row of `width` weights. Its key is above all before it.
    package mutating func append(_ key: UInt32, _ weights: ArraySlice<Int16>) {
      precondition(key != 0 && weights.count == width)
      keys.append(key)
      if let word = packing.pack(weights) {
        packed.append(word)
      } else {
        packed.append(RowPacking.apart | UInt32(rows.count / stride))
        rows.append(contentsOf: weights)
        rows.append(contentsOf: repeatElement(0, count: stride - width))
      }
    }
  }

  /// Makes a table of collected rows.
  package init(_ builder: Builder) {
    width = builder.width
    count = builder.keys.count
    packing = builder.packing
    stride = builder.stride
    index = PerfectIndex(sorted: builder.keys)
    slots = TableMemory(count: index.capacity, repeating: 0)
    rows = TableMemory(count: builder.rows.count, repeating: 0)
    for (at, weight) in builder.rows.enumerated() { rows[at] = weight }
    for (key, word) in zip(builder.keys, builder.packed) {
      slots[index.place(key)] = UInt64(key) << 32 | UInt64(word)
    }
  }

  /// The table without the rows whose every weight is below `threshold`: most rows are small, and say next to nothing.
  package func pruned(below threshold: Int) -> WeightTable {
    let (keys, weights) = sortedRows()
    var kept: (keys: [UInt32], weights: [Int16]) = ([], [])
    for (row, key) in keys.enumerated() {
      let values = weights[row * width..<(row + 1) * width]
      guard values.contains(where: { abs(Int($0)) >= threshold }) else { continue }
      kept.keys.append(key)
      kept.weights.append(contentsOf: values)
    }
    return WeightTable(width: width, keys: kept.keys, weights: kept.weights)
  }

  /// All rows, sorted by key, as they were given. O(count log count).
  package func sortedRows() -> (keys: [UInt32], weights: [Int16]) {
    var entries: [UInt64] = []
    for at in 0..<slots.count where slots[at] != 0 { entries.append(slots[at]) }
    entries.sort()
    var weights: [Int16] = []
    weights.reserveCapacity(count * width)
    for entry in entries {
      let word = UInt32(truncatingIfNeeded: entry)
      if word & RowPacking.apart == 0 {
        weights += packing.unpack(word)
      } else {
        let row = Int(word & ~RowPacking.apart)
        for c in 0..<width { weights.append(rows[row * stride + c]) }
      }
    }
    return (entries.map { UInt32($0 >> 32) }, weights)
  }

  /// Bytes held.
  package var residentBytes: Int { slots.residentBytes + rows.residentBytes + index.residentBytes }

  /// How long a score vector must be for `add`.
  package var paddedWidth: Int { stride }

  /// Sets `scores`, whatever it held, to the sum of the rows of all features. O(features × width).
  package func score(_ features: FeatureVector, into scores: inout [Int32]) {
    clear(&scores)
    add(features, to: &scores)
  }

  /// Makes a score vector `paddedWidth` long and all 0.
  func clear(_ scores: inout [Int32]) {
    if scores.count != stride { scores = [Int32](repeating: 0, count: stride) }
    for c in scores.indices { scores[c] = 0 }
  }

  /// Every key, in the high half, with its row as the slot holds it, in no order.
  var packedRows: [UInt64] { (0..<slots.count).map { slots[$0] }.filter { $0 != 0 } }

  /// How many features are looked up together: what the buffers below, on the stack, hold.
  private static let batch = 128

  /// Groups of eight classes in a score vector.
  var groups: Int { stride / 8 }

  /// Sets `scores` to the sum of the rows of all features and of `start`, whose groups lie from `at` on.
  /// O(features × width).
  func score(
    _ features: FeatureVector, from start: [SIMD8<Int32>], at: Int, into scores: inout [Int32]
  ) {
    load(start, at, into: &scores)
    add(features, to: &scores)
  }

  /// Makes a score vector of the groups from `at` on.
  func load(_ start: [SIMD8<Int32>], _ at: Int, into scores: inout [Int32]) {
    if scores.count != stride { scores = [Int32](repeating: 0, count: stride) }
    unsafe scores.withUnsafeMutableBytes { bytes in
      for group in 0..<groups {
        unsafe bytes.storeBytes(of: start[at + group], toByteOffset: group * 32, as: SIMD8<Int32>.self)
      }
    }
  }

  /// Adds the rows of all features to `scores`, which holds at least `paddedWidth` values. O(features × width).
  package func add(_ features: FeatureVector, to scores: inout [Int32]) {
    precondition(scores.count >= stride)
    let keys = unsafe features.base
    let count = features.count
    // Bounds: a batch reads at most `batch` keys below `count` and writes at most as many words into each buffer; packed
    // classes and rows apart were checked when the table was made; `scores` holds `stride` values.
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.batch) { found in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { packed in
          unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batch) { apart in
            guard let found = found.baseAddress, let packed = packed.baseAddress,
              let apart = apart.baseAddress, let scores = scores.baseAddress
            else { return }
            var done = 0
            while done < count {
              let batch = min(Self.batch, count &- done)
              let present = unsafe lookUp(keys + done, batch, found, packed, apart)
              unsafe packing.add(packed, present.packed, to: scores)
              unsafe addRows(apart, present.apart, to: scores)
              done &+= batch
            }
          }
        }
      }
    }
    withExtendedLifetime(features) {}
  }

  /// The sum of the weights of all features, for a table of width 1. O(features).
  package func sum(_ features: FeatureVector) -> Int32 {
    var total: Int32 = 0
    forEachWeight(features) { _, weight in total &+= weight }
    return total
  }

  /// The sums of runs of features, for a table of width 1: `ends`, rising, holds where each run ends, and then its sum.
  package func sum(_ features: FeatureVector, upTo ends: inout [Int32]) {
    var run = 0
    var total: Int32 = 0
    forEachWeight(features) { at, weight in
      while run < ends.count, ends[run] == at {
        ends[run] = total
        total = 0
        run += 1
      }
      total &+= weight
    }
    while run < ends.count {
      ends[run] = total
      total = 0
      run += 1
    }
  }

  /// Calls `body` with the place and weight of every feature, 0 for absent ones. O(features).
  @inline(__always)
  private func forEachWeight(_ features: FeatureVector, _ body: (Int, Int32) -> Void) {
    precondition(width == 1)
    let keys = unsafe features.base
    let count = features.count
    // Bounds: as in `add`. A table of width 1 has no rows apart: every weight fits a slot.
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.batch) { found in
      guard let found = found.baseAddress else { return }
      var done = 0
      while done < count {
        let batch = min(Self.batch, count &- done)
        unsafe read(keys + done, batch, into: found)
        for at in 0..<batch {
          let slot = unsafe found[at]
          let weight = (Int32(truncatingIfNeeded: slot) << 1) >> 1
          let key = unsafe keys[done &+ at]
          body(done &+ at, UInt32(truncatingIfNeeded: slot >> 32) == key ? weight : 0)
        }
        done &+= batch
      }
    }
    withExtendedLifetime(features) {}
  }

  /// Reads the slots of all keys into `found`. In two loops, of which the second holds nothing but the reading, so that
  /// the processor has as many of its slow reads under way as it can.
  @inline(__always)
  private func read(_ keys: UnsafePointer<UInt32>, _ count: Int, into found: UnsafeMutablePointer<UInt64>) {
    let slots = unsafe slots.base
    var at = 0
    while at < count {
      unsafe found[at] = UInt64(truncatingIfNeeded: index.place(keys[at]))
      at &+= 1
    }
    at = 0
    while at < count {
      unsafe found[at] = slots[Int(truncatingIfNeeded: found[at])]
      at &+= 1
    }
  }

  /// Writes the packed rows of the present features to `packed` and the numbers of rows apart to `apart`.
  @inline(__always)
  private func lookUp(
    _ keys: UnsafePointer<UInt32>, _ count: Int, _ found: UnsafeMutablePointer<UInt64>,
    _ packed: UnsafeMutablePointer<UInt32>, _ apart: UnsafeMutablePointer<UInt32>
  ) -> (packed: Int, apart: Int) {
    unsafe read(keys, count, into: found)
    var packedCount = 0
    var apartCount = 0
    var at = 0
    while at < count {
      let key = unsafe keys[at]
      let slot = unsafe found[at]
      at &+= 1
      let word = UInt32(truncatingIfNeeded: slot)
      let present = UInt32(truncatingIfNeeded: slot >> 32) == key ? 1 : 0
      let isApart = Int(truncatingIfNeeded: word >> 31)
      unsafe packed[packedCount] = word
      unsafe apart[apartCount] = word & ~RowPacking.apart
      packedCount &+= present & (1 &- isApart)
      apartCount &+= present & isApart
    }
    return (packedCount, apartCount)
  }

  /// Adds `count` rows as slots hold them to the scores; `packed` and `apart` have room for as many words.
  @inline(__always)
  func add(
    _ words: UnsafeMutablePointer<UInt32>, _ count: Int, _ packed: UnsafeMutablePointer<UInt32>,
    _ apart: UnsafeMutablePointer<UInt32>, to scores: UnsafeMutablePointer<Int32>
  ) {
    var packedCount = 0
    var apartCount = 0
    var at = 0
    while at < count {
      let word = unsafe words[at]
      let isApart = Int(truncatingIfNeeded: word >> 31)
      unsafe packed[packedCount] = word
      unsafe apart[apartCount] = word & ~RowPacking.apart
      packedCount &+= 1 &- isApart
      apartCount &+= isApart
      at &+= 1
    }
    unsafe packing.add(packed, packedCount, to: scores)
    unsafe addRows(apart, apartCount, to: scores)
  }

  /// Adds rows apart to the scores, eight classes at a time.
  @inline(__always)
  private func addRows(
    _ numbers: UnsafeMutablePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Int32>
  ) {
    let out = UnsafeMutableRawPointer(scores)
    let rows = unsafe UnsafeRawPointer(rows.base)
    for lane in 0..<(stride / 8) {
      var sum = unsafe out.loadUnaligned(fromByteOffset: lane * 32, as: SIMD8<Int32>.self)
      for at in 0..<count {
        let offset = unsafe (Int(numbers[at]) &* stride &+ lane &* 8) &* 2
        let weights = unsafe rows.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self)
        sum &+= SIMD8<Int32>(truncatingIfNeeded: weights)
      }
      unsafe out.storeBytes(of: sum, toByteOffset: lane * 32, as: SIMD8<Int32>.self)
    }
  }
}
