/// The active features of one decision: 32-bit keys, hashed from a template number and its parts.
///
/// Feature extraction is shared by training and use, so both see the same keys by construction. A copy shares the keys
/// until one of the two changes; adding a key asks for no reference count.
package struct FeatureVector: Sendable {
  /// The most features a decision may have.
  package static let capacity = 256

  private var storage = Storage()
  /// How many features there are.
  package private(set) var count = 0

  package init() {}

  /// The keys in the order of their templates.
  package var keys: [UInt32] { (0..<count).map { self[$0] } }

  /// Appends all keys to a list.
  func append(to list: inout [UInt32]) {
    unsafe list.append(contentsOf: UnsafeBufferPointer(start: storage.keys, count: count))
  }

  /// Key number `index`.
  @inline(__always)
  package subscript(_ index: Int) -> UInt32 {
    precondition(index >= 0 && index < count)
    return unsafe storage.keys[index]
  }

  /// The first `count` keys, for kernels. Valid while the value lives and is not changed.
  @unsafe @inline(__always)
  var base: UnsafePointer<UInt32> { unsafe UnsafePointer(storage.keys) }

  package mutating func removeAll() {
    count = 0
    if isKnownUniquelyReferenced(&storage) { storage.used = 0 } else { storage = Storage() }
  }

  @inline(__always)
  package mutating func append(_ key: UInt32) {
    if storage.used != count || count == Self.capacity { part() }
    // In bounds: `part` stops the program at `capacity`, the number of templates, which no input changes.
    unsafe storage.keys[count] = key
    count &+= 1
    storage.used = count
  }

  /// Takes a storage of its own, since a copy has added to the shared one.
  @inline(never)
  private mutating func part() {
    precondition(count < Self.capacity, "a decision has more than \(Self.capacity) features")
    let copy = Storage()
    for at in 0..<count { unsafe copy.keys[at] = storage.keys[at] }
    storage = copy
  }

  // @unchecked: keys below a value's `count` are never written again while two values share them.
  @safe private final class Storage: @unchecked Sendable {
    let keys: UnsafeMutablePointer<UInt32>
    /// How many keys the value that added last has.
    var used = 0

    init() {
      unsafe keys = .allocate(capacity: FeatureVector.capacity)
      unsafe keys.initialize(repeating: 0, count: FeatureVector.capacity)
    }

    deinit { unsafe keys.deallocate() }
  }

  /// Starts the vector anew: keys are added to the writer, which the processor can hold in its registers, and are the
  /// vector's after `finish`.
  @inline(__always)
  package mutating func rewrite() -> Writer {
    removeAll()
    return unsafe Writer(keys: storage.keys)
  }

  /// Takes over what a writer from `rewrite` holds.
  @inline(__always)
  package mutating func finish(_ writer: Writer) {
    count = writer.count
    storage.used = count
  }

  /// Writes the keys of one vector.
  @safe package struct Writer {
    /// Room for `FeatureVector.capacity` keys, which lives as long as the vector.
    private let keys: UnsafeMutablePointer<UInt32>
    fileprivate private(set) var count = 0

    fileprivate init(keys: UnsafeMutablePointer<UInt32>) { unsafe self.keys = keys }

    @inline(__always)
    package mutating func append(_ key: UInt32) {
      precondition(count < FeatureVector.capacity, "more templates than a feature vector holds")
      unsafe keys[count] = key
      count &+= 1
    }
  }
}

/// What features are added to.
package protocol FeatureSink {
  mutating func append(_ key: UInt32)
}

extension FeatureVector: FeatureSink {}
extension FeatureVector.Writer: FeatureSink {}

extension FeatureSink {
  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64) {
    append(FeatureHash.key(FeatureHash.mix(template, a)))
  }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(template, a), b)))
  }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(template, a), b), c)))
  }

  @inline(__always)
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    let left = FeatureHash.mix(FeatureHash.mix(template, a), b)
    append(FeatureHash.key(FeatureHash.mix(FeatureHash.mix(left, c), d)))
  }
}

/// The hash behind every feature: multiply and xor-shift (after Steele, Lea & Flood 2014, SplitMix), 64 bits.
package enum FeatureHash {
  @inline(__always)
  package static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var x = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &+ 0x632B_E59B_D9B4_E019)
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return x ^ (x >> 29)
  }

  /// The high half, never 0, which marks an empty slot.
  @inline(__always)
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
