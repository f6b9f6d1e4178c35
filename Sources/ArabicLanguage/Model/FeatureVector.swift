/// The active features of one decision: 32-bit keys, hashed from a template number and its parts.
///
/// Feature extraction is shared by training and use, so both see the same keys by construction.
package struct FeatureVector: Sendable {
  /// The keys in the order of their templates.
  package private(set) var keys: [UInt32] = []

  package init() { keys.reserveCapacity(96) }

  package mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  package mutating func add(_ template: UInt64, _ a: UInt64) {
    keys.append(FeatureHash.key(FeatureHash.mix(template, a)))
  }

  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    keys.append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(template, a), b)))
  }

  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    keys.append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(template, a), b), c)))
  }

  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    let left = FeatureHash.mix(FeatureHash.mix(template, a), b)
    keys.append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(left, c), d)))
  }
}

/// The hash behind every feature: multiply and xor-shift (after Steele, Lea & Flood 2014, SplitMix), 64 bits.
package enum FeatureHash {
  package static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var x = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &+ 0x632B_E59B_D9B4_E019)
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return x ^ (x >> 29)
  }

  /// The high half, never 0, which marks an empty slot.
  package static func key(_ hash: UInt64) -> UInt32 {
    let key = UInt32(truncatingIfNeeded: hash >> 32)
    return key == 0 ? 1 : key
  }

  /// The hash of a run of letters. O(count).
  package static func hash(_ letters: ArraySlice<UInt8>) -> UInt64 {
    var x: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters { x = (x ^ UInt64(letter)) &* 0x0000_0100_0000_01B3 }
    return x ^ (x >> 31)
  }

  /// The hash of a whole word.
  package static func hash(_ letters: [UInt8]) -> UInt64 { hash(letters[...]) }
}
