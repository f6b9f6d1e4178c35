/// A run of tokens or words as folded letters in one flat buffer: item `i` is `letters[bounds[i]..<bounds[i + 1]]`.
package struct FoldedTokens: Sendable, Equatable {
  package private(set) var letters: [UInt8] = []
  package private(set) var bounds: [Int] = [0]
  /// Hash of each whole item.
  package private(set) var hashes: [UInt64] = []

  package init() {}

  /// Folds strings, one item each.
  package init(_ items: [String]) {
    for item in items { append(LetterCode.fold(item)) }
  }

  package var count: Int { hashes.count }

  package subscript(_ index: Int) -> ArraySlice<UInt8> { letters[bounds[index]..<bounds[index + 1]] }

  /// Hash of item `index`; fixed values stand before the first and after the last.
  package func hash(_ index: Int) -> UInt64 {
    index < 0 ? 0x51 &+ UInt64(-index) : index < hashes.count ? hashes[index] : 0xE5
  }

  package mutating func append(_ item: some Collection<UInt8>) {
    letters.append(contentsOf: item)
    close()
  }

  /// Folds `utf8[range]` as the next item.
  package mutating func appendFolding(_ utf8: [UInt8], _ range: Range<Int>) {
    LetterCode.fold(utf8, range, into: &letters)
    close()
  }

  package mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
    hashes.removeAll(keepingCapacity: true)
  }

  private mutating func close() {
    hashes.append(FeatureHash.hash(letters[(bounds.last ?? 0)..<letters.count]))
    bounds.append(letters.count)
  }
}
