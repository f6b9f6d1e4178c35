/// What the words of a sentence give, each alone, to the decisions on it and on its neighbours: sums of rows that are
/// looked up once a word and kept for the next time it comes.
///
/// Two in five features of a decision hang on one word alone (its letters, their clusters, what lists say of it), in
/// one of three roles. By Zipf's law most words of a text have just been seen, so most of these rows need no look-up.
/// Sums are of integers, so it makes no difference in which order they are made.
struct WordShares: Sendable {
  /// All that a word's share hangs on. It is compared as a whole: what is kept is what looking up would give.
  typealias Key = SIMD8<UInt64>
  typealias Lanes = SIMD8<Int32>

  /// The shares in each decision of the sentence: groups of eight classes, `groups` a decision.
  private(set) var lanes: [Lanes] = []

  /// The table that the sums are of; held, so that no other can take its place in memory.
  private var table: (any AnyObject & Sendable)?
  private var groups = 0
  /// Direct-mapped: the newer word pushes out the older.
  private var keys: [Key] = []
  private var kept: [Lanes] = []
  /// One word's sums while they are made, a role after the other.
  private var fresh: [Lanes] = []

  /// What `sum` works with.
  struct Buffers: Sendable {
    var features = FeatureVector()
    var scores: [Int32] = []
    var others: [Int32] = []
  }

  private var buffers = Buffers()

  /// How many words are kept.
  private static let capacity = 16384
  private static let roles = WordRole.allCases.count

  /// Sets `lanes` for a sentence of `count` words. O(count), and what `sum` takes for words not kept.
  ///
  /// - Parameters:
  ///   - groups: groups of eight classes a decision.
  ///   - table: whose rows `sum` adds up.
  ///   - key: of a word of the sentence.
  ///   - sum: writes the groups that a word, or what stands for one before and after the sentence, gives in a role.
  @inline(__always)
  mutating func share(
    _ count: Int, groups: Int, table: any AnyObject & Sendable, key: (Int) -> Key,
    sum: (_ word: Int, _ role: WordRole, _ buffers: inout Buffers, _ lanes: inout [Lanes], _ at: Int) -> Void
  ) {
    if self.table !== table || self.groups != groups { forget(table, groups) }
    lanes.removeAll(keepingCapacity: true)
    lanes.append(contentsOf: repeatElement(.zero, count: count * groups))
    let size = Self.roles * groups
    for word in 0..<count {
      let key = key(word)
      let place = Self.place(key)
      if keys[place] != key {
        for role in WordRole.allCases { sum(word, role, &buffers, &fresh, role.rawValue * groups) }
        for at in 0..<size { kept[place * size + at] = fresh[at] }
        keys[place] = key
      }
      for role in WordRole.allCases {
        let decision = word - role.distance
        guard decision >= 0, decision < count else { continue }
        for group in 0..<groups {
          lanes[decision * groups + group] &+= kept[place * size + role.rawValue * groups + group]
        }
      }
    }
    for word in [-1, count] {
      for role in WordRole.allCases where role != .own {
        let decision = word - role.distance
        guard decision >= 0, decision < count else { continue }
        sum(word, role, &buffers, &fresh, 0)
        for group in 0..<groups { lanes[decision * groups + group] &+= fresh[group] }
      }
    }
  }

  /// Writes a score vector as groups from `at` on.
  static func copy(_ scores: [Int32], to groups: inout [Lanes], _ at: Int) {
    for group in 0..<scores.count / 8 {
      var lanes = Lanes.zero
      for lane in 0..<8 { lanes[lane] = scores[group * 8 + lane] }
      groups[at + group] = lanes
    }
  }

  private static func place(_ key: Key) -> Int {
    var mixed: UInt64 = 0
    for part in 0..<Key.scalarCount { mixed = FeatureHash.mix(mixed, key[part]) }
    return Int(truncatingIfNeeded: mixed >> 40) & (capacity - 1)
  }

  private mutating func forget(_ table: any AnyObject & Sendable, _ groups: Int) {
    self.table = table
    self.groups = groups
    let size = Self.roles * groups
    // Equal to no word's key, which ends in a 0.
    keys = [Key](repeating: Key(repeating: .max), count: Self.capacity)
    kept = [Lanes](repeating: .zero, count: Self.capacity * size)
    fresh = [Lanes](repeating: .zero, count: size)
  }
}
