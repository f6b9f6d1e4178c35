import LinguisticAnnotation

/// The best sequence of entity labels for given scores, by Viterbi's algorithm; an inside label only continues its
/// own type.
package struct LabelDecoder: Sendable {
  /// Score of label `b` after label `a` at `a * count + b`; row `count` stands for the sentence's start.
  package var transitions: [Int32] { didSet { load() } }
  /// The same by the label before, all labels after it side by side.
  private var rows: [SIMD16<Int32>] = []
  /// Which labels may follow the one before.
  private var allowed: [SIMDMask<SIMD16<Int32>.MaskStorage>] = []
  private var from: [SIMD16<UInt8>] = []

  private static let floor = Int32.min / 2

  package init(transitions: [Int32]) {
    self.transitions = transitions
    load()
  }

  package static func follows(_ before: Int, _ after: Int) -> Bool {
    // An inside label has an even index above 0; what may precede it are itself and the begin label below it.
    after == 0 || after % 2 == 1 || before == after || before == after - 1
  }

  private mutating func load() {
    let labels = EntityLabel.count
    rows.removeAll(keepingCapacity: true)
    allowed.removeAll(keepingCapacity: true)
    guard transitions.count == (labels + 1) * labels else { return }
    for before in 0...labels {
      var row = SIMD16<Int32>(repeating: 0)
      var mask = SIMDMask<SIMD16<Int32>.MaskStorage>(repeating: false)
      for after in 0..<labels {
        row[after] = transitions[before * labels + after]
        mask[after] = Self.follows(before == labels ? 0 : before, after)
      }
      rows.append(row)
      allowed.append(mask)
    }
  }

  /// `scores` holds `count` values a token. O(tokens × labels²).
  package mutating func decode(_ scores: [Int32], tokens: Int) -> [Int] {
    let labels = EntityLabel.count
    precondition(scores.count >= tokens * labels && (tokens <= 0 || rows.count == labels + 1))
    guard tokens > 0 else { return [] }
    from.removeAll(keepingCapacity: true)
    from.append(SIMD16(repeating: 0))
    var best = SIMD16<Int32>(repeating: Self.floor)
      .replacing(with: Self.row(scores, 0) &+ rows[labels], where: allowed[labels])
    for at in 1..<max(1, tokens) {
      // From label 0 on, so that of equal scores the first label before wins. Nothing follows but what may.
      var highest = SIMD16<Int32>(repeating: Int32.min)
      var source = SIMD16<Int32>(repeating: 0)
      for before in 0..<labels {
        let sum = SIMD16<Int32>(repeating: best[before]) &+ rows[before]
        let better = (sum .> highest) .& allowed[before]
        highest.replace(with: sum, where: better)
        source.replace(with: SIMD16(repeating: Int32(before)), where: better)
      }
      best = highest &+ Self.row(scores, at)
      from.append(SIMD16<UInt8>(truncatingIfNeeded: source))
    }
    var last = 0
    for label in 1..<labels where best[label] > best[last] { last = label }
    var path = [Int](repeating: 0, count: tokens)
    for at in stride(from: tokens - 1, through: 0, by: -1) {
      path[at] = last
      last = Int(from[at][last])
    }
    return path
  }

  /// The scores of one token.
  private static func row(_ scores: [Int32], _ token: Int) -> SIMD16<Int32> {
    var row = SIMD16<Int32>(repeating: 0)
    for label in 0..<EntityLabel.count { row[label] = scores[token * EntityLabel.count + label] }
    return row
  }
}
