/// A 64-bit fingerprint whose Hamming distance grows with the difference of two texts (Charikar 2002; Manku et al. 2007).
public enum SimHash {
  /// The fingerprint of a text's folded words, taken in pairs, so that spelling variants and punctuation do not count. O(n).
  public static func fingerprint(_ text: TokenizedText) -> UInt64 {
    var counts = [Int32](repeating: 0, count: 64)
    var previous: UInt64 = 0
    for token in text.tokens where token.kind == .arabic || token.kind == .number || token.kind == .latin {
      let word =
        token.kind == .arabic
        ? FNV1a.hash(text.letters[token.letters]) : FNV1a.hash(text.utf8[token.bytes])
      add(word, to: &counts)
      add((previous ^ word) &* 0x9E37_79B9_7F4A_7C15, to: &counts)
      previous = word
    }
    var result: UInt64 = 0
    for bit in 0..<64 where counts[bit] > 0 { result |= 1 << UInt64(bit) }
    return result
  }

  private static func add(_ word: UInt64, to counts: inout [Int32]) {
    var mixed = word
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    for bit in 0..<64 { counts[bit] &+= mixed >> UInt64(bit) & 1 == 1 ? 1 : -1 }
  }
}

/// The 64-bit hash of Fowler, Noll and Vo, variant 1a: small, fast on short words, the same everywhere.
public enum FNV1a {
  /// Where a hash begins.
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes, continued from another where given. O(n).
  public static func hash(_ bytes: ArraySlice<UInt8>, from start: UInt64 = start) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
