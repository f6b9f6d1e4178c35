/// Names, and words that stand beside names, from reference lists: found in running text by the hashes of their words.
///
/// An entry of several words is a path of prefixes in one hash map, so finding it costs a look-up a word.
package struct Gazetteer: Sendable {
  /// What a list says of its entries.
  package enum Kind: Int, Sendable, CaseIterable {
    case country, city, region, person, body, company, firstName, title, office, organizationHead, placeHead
    case nationality, humanName, otherName, club, medium, other, partOfPerson

    /// The kinds whose spans are told apart: places, persons, organisations, what stands before a name.
    fileprivate var span: Int? {
      switch self {
      case .country, .city, .region: 0
      case .person, .firstName: 1
      case .body, .company, .club, .medium: 2
      case .title, .office, .nationality: 3
      default: nil
      }
    }
  }

  private static let firstSpanBit = UInt32(Kind.allCases.count)
  private static let goesOn: UInt16 = 1 << 15
  private static let start: UInt64 = 7

  /// By the hash of a run of words: the number of its set of kinds in `sets` (0: it is no entry), and `goesOn` where
  /// a longer entry begins with the run.
  package let entries: HashedShorts
  /// Sets of kinds, a bit each; the first is empty.
  package let sets: [UInt32]

  package init(entries: HashedShorts = HashedShorts(), sets: [UInt32] = [0]) {
    self.entries = entries
    self.sets = sets
  }

  /// Makes a gazetteer of folded entries with their sets of kinds. O(words).
  package init(_ lists: [[[UInt8]]: UInt32]) {
    var values: [UInt32: UInt16] = [:]
    var numbers: [UInt32: UInt16] = [0: 0]
    var sets: [UInt32] = [0]
    for (words, set) in lists.sorted(by: { $0.key.lexicographicallyPrecedes($1.key, by: Self.precedes) }) {
      var run = Self.start
      for word in words.dropLast() {
        run = FeatureHash.mix(run, FeatureHash.hash(word))
        values[FeatureHash.key(run), default: 0] |= Self.goesOn
      }
      guard let last = words.last else { continue }
      run = FeatureHash.mix(run, FeatureHash.hash(last))
      let number = numbers[set] ?? UInt16(min(sets.count, Int(Self.goesOn) - 1))
      if numbers[set] == nil {
        numbers[set] = number
        sets.append(set)
      }
      values[FeatureHash.key(run), default: 0] |= number
    }
    let sorted = values.sorted { $0.key < $1.key }
    self.init(entries: HashedShorts(keys: sorted.map(\.key), values: sorted.map(\.value)), sets: sets)
  }

  private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }

  /// What the lists say of every token, a bit a kind, then a pair of bits a span: begins, goes on. A word is looked up
  /// by its stem, and as it is written if the stem is not listed. O(tokens × longest entry).
  package func bits(stems: [UInt64], surfaces: [UInt64]) -> [UInt32] {
    var bits = [UInt32](repeating: 0, count: stems.count)
    for at in stems.indices {
      look(from: at, as: stems[at], stems, surfaces, &bits)
      if bits[at] == 0, surfaces[at] != stems[at] { look(from: at, as: surfaces[at], stems, surfaces, &bits) }
    }
    return bits
  }

  private func look(
    from at: Int, as word: UInt64, _ stems: [UInt64], _ surfaces: [UInt64], _ bits: inout [UInt32]
  ) {
    var run = FeatureHash.mix(Self.start, word)
    var value = entries[run]
    bits[at] |= set(value)
    var (longest, found) = (at, UInt32(0))
    var next = at + 1
    while value & Self.goesOn != 0, next < stems.count {
      let written = FeatureHash.mix(run, surfaces[next])
      let writtenValue = entries[written]
      (run, value) = writtenValue != 0 ? (written, writtenValue) : (FeatureHash.mix(run, stems[next]), 0)
      if value == 0 { value = entries[run] }
      if set(value) != 0 { (longest, found) = (next, set(value)) }
      next += 1
    }
    guard found != 0 else { return }
    for kind in Kind.allCases where found >> UInt32(kind.rawValue) & 1 != 0 {
      guard let span = kind.span else { continue }
      let bit = Self.firstSpanBit + 2 * UInt32(span)
      bits[at] |= 1 << bit
      for inside in at + 1..<longest + 1 { bits[inside] |= 1 << (bit + 1) }
    }
  }

  private func set(_ value: UInt16) -> UInt32 {
    let number = Int(value & ~Self.goesOn)
    return number < sets.count ? sets[number] : 0
  }
}
