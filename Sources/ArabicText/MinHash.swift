/// A sketch by which the share of common word pairs of two texts can be estimated without the texts (Broder 1997).
///
/// Each value is the least of one random order of the text's pairs. Two texts agree in a value with the probability that
/// is the Jaccard index of their sets of pairs, wherever in the texts the common pairs stand: a cut ending takes its
/// share and no more.
public enum MinHash {
  /// How many values a sketch has.
  public static let size = 48
  /// A text of fewer different pairs has no sketch: a flash of one sentence is like too many others.
  public static let fewestPairs = 20

  /// The sketch of a text's pairs of words (see `WordPairs`); empty where it has too few.
  /// - Complexity: O(n × `size`).
  public static func sketch(_ text: TokenizedText) -> [UInt16] { sketch(WordPairs.hashes(text)) }

  /// The same of a text whose pairs are known.
  static func sketch(_ pairs: [UInt64]) -> [UInt16] {
    var different: Set<UInt64> = []
    for pair in pairs {
      different.insert(pair)
      if different.count == fewestPairs { return leastHashes(pairs) }
    }
    return []
  }

  private static func leastHashes(_ pairs: [UInt64]) -> [UInt16] {
    let (factors, terms) = (factors, terms)
    var least = [UInt32](repeating: .max, count: size)
    for pair in pairs {
      let pair = UInt32(truncatingIfNeeded: pair >> 32)
      for index in 0..<size { least[index] = min(least[index], pair &* factors[index] &+ terms[index]) }
    }
    // The least of many has nothing but zeros in front: mixed, so that its sixteen bits tell as much as they can.
    return least.map { UInt16(truncatingIfNeeded: WordPairs.mixed(UInt64($0) &+ 1) >> 48) }
  }

  /// x ↦ a·x + b modulo 2³², a odd: one order of all hashes each.
  private static let factors = (0..<size).map { UInt32(truncatingIfNeeded: constant(2 * $0)) | 1 }
  private static let terms = (0..<size).map { UInt32(truncatingIfNeeded: constant(2 * $0 + 1)) }

  private static func constant(_ index: Int) -> UInt64 {
    WordPairs.mixed(UInt64(index &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }
}
