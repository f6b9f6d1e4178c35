import LinguisticAnnotation

/// What other sentences of a text say of a word: names recur, and where one mention is clear another need not be.
///
/// After the first pass every token learns how the same stem was labelled in the sentences around (`reach` on either
/// side, so that a corpus without document borders can be used as well); the second pass takes that as a feature.
package struct EntityRepeats {
  private static let reach = 20
  private var counts: [UInt64: SIMD8<Int32>] = [:]

  package init() {}

  /// Sets `repeats` and `guesses` of all inputs from the labels of a first pass. O(tokens).
  package mutating func fill(_ inputs: inout [EntityInput], _ labels: [[Int]]) {
    counts.removeAll(keepingCapacity: true)
    for ahead in 0..<min(Self.reach, inputs.count) { add(inputs[ahead], labels[ahead], 1) }
    for at in inputs.indices {
      if at + Self.reach < inputs.count { add(inputs[at + Self.reach], labels[at + Self.reach], 1) }
      if at > Self.reach { add(inputs[at - Self.reach - 1], labels[at - Self.reach - 1], -1) }
      add(inputs[at], labels[at], -1)
      for token in 0..<inputs[at].count {
        inputs[at].repeats[token] = code(inputs[at].stems[token])
        inputs[at].guesses[token] = UInt64(labels[at][token] + 1)
      }
      add(inputs[at], labels[at], 1)
    }
  }

  private mutating func add(_ input: EntityInput, _ labels: [Int], _ times: Int32) {
    for (stem, label) in zip(input.stems, labels) {
      counts[stem, default: .zero][(label + 1) / 2] &+= times
    }
  }

  /// 1 for a word that stands nowhere else, 2 for one never labelled there; else its likeliest type and how surely.
  private func code(_ stem: UInt64) -> UInt64 {
    guard let seen = counts[stem] else { return 1 }
    let total = seen.wrappedSum()
    if total == 0 { return 1 }
    var best = 1
    for type in 2...EntityType.allCases.count where seen[type] > seen[best] { best = type }
    if seen[best] == 0 { return 2 }
    return UInt64(3 + best * 4 + (seen[best] * 2 > total ? 1 : 0) + (seen[best] > 2 ? 2 : 0))
  }
}
