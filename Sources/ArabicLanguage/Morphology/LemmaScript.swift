/// An edit that turns a word into its lemma: one prefix and one suffix replaced, on folded letters.
package struct LemmaScript: Sendable, Hashable {
  package var prefix: [UInt8]
  package var newPrefix: [UInt8]
  package var suffix: [UInt8]
  package var newSuffix: [UInt8]

  package init(prefix: [UInt8], newPrefix: [UInt8], suffix: [UInt8], newSuffix: [UInt8]) {
    self.prefix = prefix
    self.newPrefix = newPrefix
    self.suffix = suffix
    self.newSuffix = newSuffix
  }

  /// The script around the longest common run of letters; nil if word and lemma share none.
  package init?(from word: [UInt8], to lemma: [UInt8]) {
    var best = (length: 0, word: 0, lemma: 0)
    for i in word.indices {
      for j in lemma.indices {
        var length = 0
        while i + length < word.count, j + length < lemma.count, word[i + length] == lemma[j + length] {
          length += 1
        }
        if length > best.length { best = (length, i, j) }
      }
    }
    guard best.length > 0 else { return nil }
    prefix = Array(word[..<best.word])
    newPrefix = Array(lemma[..<best.lemma])
    suffix = Array(word[(best.word + best.length)...])
    newSuffix = Array(lemma[(best.lemma + best.length)...])
  }

  /// Whether the word has the prefix and the suffix, and something between them.
  package func fits(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > prefix.count + suffix.count && word.starts(with: prefix)
      && word.suffix(suffix.count).elementsEqual(suffix)
  }

  /// The lemma of a word that the script fits.
  package func apply(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var lemma: [UInt8] = []
    apply(word, into: &lemma)
    return lemma
  }

  /// Appends the lemma of a word that the script fits.
  func apply(_ word: ArraySlice<UInt8>, into lemma: inout [UInt8]) {
    lemma.append(contentsOf: newPrefix)
    lemma.append(contentsOf: word.dropFirst(prefix.count).dropLast(suffix.count))
    lemma.append(contentsOf: newSuffix)
  }

  /// A number of the script, for features.
  package var hash: UInt64 {
    FeatureHash.mix(
      FeatureHash.mix(FeatureHash.hash(prefix), FeatureHash.hash(newPrefix)),
      FeatureHash.mix(FeatureHash.hash(suffix), FeatureHash.hash(newSuffix)))
  }
}
