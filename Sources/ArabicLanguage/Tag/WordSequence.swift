/// The words of one sentence with what every later layer asks of them, computed once.
package struct WordSequence: Sendable {
  /// Folded letters of the words.
  package private(set) var words = FoldedTokens()
  /// Whether a word is written together with the one before it.
  package private(set) var joined: [Bool] = []
  /// Clusters of the words, fine and coarse; 0 unknown.
  package private(set) var fine: [UInt16] = []
  package private(set) var coarse: [UInt16] = []
  /// Hashes of prefixes of one to four letters, four a word, and of suffixes.
  package private(set) var prefixes: [UInt64] = []
  package private(set) var suffixes: [UInt64] = []
  /// Frequency class of the word standing free in raw news.
  package private(set) var frequency: [UInt8] = []

  package init() {}

  package var count: Int { words.count }

  package mutating func removeAll() {
    words.removeAll()
    joined.removeAll(keepingCapacity: true)
    fine.removeAll(keepingCapacity: true)
    coarse.removeAll(keepingCapacity: true)
    prefixes.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    frequency.removeAll(keepingCapacity: true)
  }

  /// Appends a word. O(letters).
  package mutating func append(
    _ letters: some Collection<UInt8>, joined isJoined: Bool, _ statistics: WordStatistics
  ) {
    words.append(letters)
    joined.append(isJoined)
    let index = words.count - 1
    let word = words[index]
    let hash = words.hashes[index]
    let cluster = statistics.cluster[hash]
    fine.append(cluster)
    coarse.append(statistics.coarse(cluster))
    frequency.append(UInt8(truncatingIfNeeded: statistics.frequency[hash]))
    for length in 1...4 {
      prefixes.append(length <= word.count ? FeatureHash.hash(word.prefix(length)) : 0)
      suffixes.append(length <= word.count ? FeatureHash.hash(word.suffix(length)) : 0)
    }
  }

  package func hash(_ index: Int) -> UInt64 { words.hash(index) }

  package func fine(_ index: Int) -> UInt64 {
    index >= 0 && index < fine.count ? UInt64(fine[index]) : 0xFFFF
  }

  package func coarse(_ index: Int) -> UInt64 {
    index >= 0 && index < coarse.count ? UInt64(coarse[index]) : 0xFFFF
  }

  package func prefix(_ index: Int, _ length: Int) -> UInt64 {
    index >= 0 && index < words.count ? prefixes[index * 4 + length - 1] : 1
  }

  package func suffix(_ index: Int, _ length: Int) -> UInt64 {
    index >= 0 && index < words.count ? suffixes[index * 4 + length - 1] : 1
  }

  /// 0 apart, 1 joined to the word before, 2 to the word after, 3 to both.
  package func attachment(_ index: Int) -> UInt64 {
    guard index >= 0, index < joined.count else { return 4 }
    return (joined[index] ? 1 : 0) | (index + 1 < joined.count && joined[index + 1] ? 2 : 0)
  }
}
