/// A 64-bit fingerprint whose Hamming distance grows with the difference of two texts (Charikar 2002; Manku et al. 2007).
public enum SimHash {
  /// The fingerprint of a text's pairs of words (see `WordPairs`). O(n).
  public static func fingerprint(_ text: TokenizedText) -> UInt64 { fingerprint(WordPairs.hashes(text)) }

  /// The same of a text whose pairs are known.
  static func fingerprint(_ pairs: [UInt64]) -> UInt64 {
    var counts = [Int32](repeating: 0, count: 64)
    for pair in pairs {
      for bit in 0..<64 { counts[bit] &+= pair >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    var result: UInt64 = 0
    for bit in 0..<64 where counts[bit] > 0 { result |= 1 << UInt64(bit) }
    return result
  }
}

/// The 64-bit hash of Fowler, Noll and Vo, variant 1a: small, fast on short words, the same everywhere.
public enum FNV1a {
  /// Where a hash begins.
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes, continued from another where given. O(n).
  public static func hash(_ bytes: ArraySlice<UInt8>, from start: UInt64 = start) -> UInt64 {
    var hash = start
    for byte in bytes { hash = self.hash(byte, into: hash) }
    return hash
  }

  /// A hash with one more byte.
  static func hash(_ byte: UInt8, into hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
