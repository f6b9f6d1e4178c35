/// The neighbouring words of a text as hashes: what both fingerprints are made of.
///
/// Words are folded (hamza, ya and alef maqsura, ta marbuta, tatweel, diacritics do not count), digits are the same in
/// every script, Latin letters in either case, and punctuation is passed over: what differs between two outlets' copies
/// of one report. Pairs rather than words, as two reports of one beat share most of their words, but few of their pairs.
enum WordPairs {
  /// The pairs in text order, repeated ones too; of a text of one word, that word. O(n).
  static func hashes(_ text: TokenizedText) -> [UInt64] {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(text.tokens.count)
    var previous: UInt64?
    for token in text.tokens {
      let word: UInt64
      switch token.kind {
      case .arabic: word = FNV1a.hash(text.letters[token.letters])
      case .number: word = number(text.utf8[token.bytes])
      case .latin: word = latin(text.utf8[token.bytes])
      case .punctuation, .other: continue
      }
      if let previous { pairs.append(mixed(previous &* 0x9E37_79B9_7F4A_7C15 ^ word)) }
      previous = word
    }
    if pairs.isEmpty, let previous { pairs.append(mixed(previous)) }
    return pairs
  }

  /// Spreads a hash over all its bits (Stafford's variant 13 of the finalizer of MurmurHash3).
  static func mixed(_ hash: UInt64) -> UInt64 {
    var mixed = hash
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// ٢٠, ۲۰ and 20 are the same. The last byte of a digit tells its value in each of the three scripts, and the lead
  /// bytes of the others are left out.
  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a.start
    for byte in bytes where byte < 0xC0 { hash = FNV1a.hash(byte & 0x0F, into: hash) }
    return hash
  }

  private static func latin(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a.start
    for byte in bytes {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      hash = FNV1a.hash(isUpper ? byte | 0x20 : byte, into: hash)
    }
    return hash
  }
}
