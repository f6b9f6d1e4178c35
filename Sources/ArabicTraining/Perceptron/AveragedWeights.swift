import ArabicLanguage

/// The weights of a linear model while it learns: feature key → a row of `width` integers, and their running average.
///
/// Averaging after Freund & Schapire 1999 by the lazy sum of Daumé 2006: the mean over all steps is
/// `weight − total / steps`. Rows appear when first updated. All arithmetic is on integers, so the same data in the
/// same order gives the same bytes.
public final class AveragedWeights {
  /// Classes of a row.
  public let width: Int
  private var slotKeys: [UInt32]
  private var slotRows: [Int32]
  private var mask: Int
  private var rowKeys: [UInt32] = []
  private var weights: [Int32] = []
  private var totals: [Int64] = []
  /// Decisions seen so far.
  public private(set) var steps: Int64 = 1

  /// Starts with no features.
  public init(width: Int) {
    self.width = width
    mask = (1 << 16) - 1
    slotKeys = [UInt32](repeating: 0, count: mask + 1)
    slotRows = [Int32](repeating: 0, count: mask + 1)
  }

  /// Rows so far.
  public var count: Int { rowKeys.count }

  /// Counts one decision, right or wrong.
  package func step() { steps += 1 }

  private func slot(_ key: UInt32) -> Int {
    var at = Int(key &* 0x9E37_79B1 >> 4) & mask
    while slotKeys[at] != 0, slotKeys[at] != key { at = (at + 1) & mask }
    return at
  }

  /// Adds the rows of all features to `scores`. O(features × width).
  package func add(_ features: FeatureVector, to scores: inout [Int32]) {
    precondition(scores.count >= width)
    for key in features.keys {
      let at = slot(key)
      if slotKeys[at] == 0 { continue }
      let start = Int(slotRows[at]) * width
      for c in 0..<width { scores[c] &+= weights[start + c] }
    }
  }

  /// The sum of all features' weights for class 0.
  package func sum(_ features: FeatureVector) -> Int32 {
    var total: Int32 = 0
    for key in features.keys {
      let at = slot(key)
      if slotKeys[at] != 0 { total &+= weights[Int(slotRows[at]) * width] }
    }
    return total
  }

  /// Adds `delta` to class `label` of all features.
  package func update(_ features: FeatureVector, label: Int, by delta: Int32) {
    for key in features.keys {
      let at = row(key) * width + label
      weights[at] &+= delta
      totals[at] &+= steps * Int64(delta)
    }
  }

  private func row(_ key: UInt32) -> Int {
    let at = slot(key)
    if slotKeys[at] != 0 { return Int(slotRows[at]) }
    let row = rowKeys.count
    slotKeys[at] = key
    slotRows[at] = Int32(row)
    rowKeys.append(key)
    weights.append(contentsOf: repeatElement(0, count: width))
    totals.append(contentsOf: repeatElement(0, count: width))
    if rowKeys.count * 2 > mask { grow() }
    return row
  }

  private func grow() {
    mask = mask * 2 + 1
    slotKeys = [UInt32](repeating: 0, count: mask + 1)
    slotRows = [Int32](repeating: 0, count: mask + 1)
    for (row, key) in rowKeys.enumerated() {
      let at = slot(key)
      slotKeys[at] = key
      slotRows[at] = Int32(row)
    }
  }

  /// The averaged weights, quantised to 1/`unit`, without rows whose every weight is below `threshold` quanta.
  ///
  /// Rows are sorted by key, so that the file does not depend on the order of learning's hash table.
  package func averaged(unit: Int64 = 64, threshold: Int = 8) -> (keys: [UInt32], weights: [Int16]) {
    var keys: [UInt32] = []
    var result: [Int16] = []
    for row in rowKeys.indices.sorted(by: { rowKeys[$0] < rowKeys[$1] }) {
      var largest = 0
      let start = row * width
      var quantised: [Int16] = []
      for c in 0..<width {
        let mean = (Int64(weights[start + c]) * steps - totals[start + c]) * unit / steps
        let value = Int16(clamping: mean)
        quantised.append(value)
        largest = max(largest, abs(Int(value)))
      }
      if largest < threshold { continue }
      keys.append(rowKeys[row])
      result.append(contentsOf: quantised)
    }
    return (keys, result)
  }

  /// The mean of several learners' averaged weights as a table for use: a committee that costs no more than one.
  package static func mean(_ members: [AveragedWeights], unit: Int64 = 64, threshold: Int = 8) -> WeightTable
  {
    guard members.count > 1, let width = members.first?.width else {
      return members.first?.table(unit: unit, threshold: threshold)
        ?? WeightTable(width: 1, keys: [], weights: [])
    }
    var sums: [UInt32: [Int32]] = [:]
    for member in members {
      let (keys, weights) = member.averaged(unit: unit, threshold: 1)
      for (row, key) in keys.enumerated() {
        var sum = sums[key] ?? [Int32](repeating: 0, count: width)
        for c in 0..<width { sum[c] += Int32(weights[row * width + c]) }
        sums[key] = sum
      }
    }
    var keys: [UInt32] = []
    var result: [Int16] = []
    for (key, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let mean = sum.map { Int16(clamping: $0 / Int32(members.count)) }
      guard mean.contains(where: { abs(Int($0)) >= threshold }) else { continue }
      keys.append(key)
      result.append(contentsOf: mean)
    }
    return WeightTable(width: width, keys: keys, weights: result)
  }

  /// The averaged weights as a table for use.
  package func table(unit: Int64 = 64, threshold: Int = 8) -> WeightTable {
    let (keys, weights) = averaged(unit: unit, threshold: threshold)
    return WeightTable(width: width, keys: keys, weights: weights)
  }
}

/// A fixed-seed generator for shuffling (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
