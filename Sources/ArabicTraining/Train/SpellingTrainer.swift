import ArabicLanguage

/// Learns how folded words are spelled: the commonest spelling of each, from words that annotators spelled and from
/// raw news.
package struct SpellingTrainer {
  private var counts: [UInt64: [UInt16: Int]] = [:]
  private var news: [UInt64: [UInt16: Int]] = [:]

  package init() {}

  /// Counts one word that an annotator spelled, after the word with hash `context` (of the same token or before it).
  package mutating func count(_ form: String, after context: UInt64) {
    guard let code = Spelling.code(of: form) else { return }
    let hash = FeatureHash.hash(LetterCode.fold(form))
    counts[hash, default: [:]][code, default: 0] += 1
    counts[FeatureHash.mix(hash, context), default: [:]][code, default: 0] += 1
  }

  /// Counts the words of all multi-word tokens of a sentence, each after the word before it.
  package mutating func count(_ sentence: CorpusSentence) {
    var before = FoldedTokens().hash(-1)
    for token in sentence {
      for word in token.words {
        if token.words.count > 1 { count(word.form, after: before) }
        before = FeatureHash.hash(LetterCode.fold(word.form))
      }
    }
  }

  /// Counts a word of raw text.
  package mutating func countNews(_ form: String) {
    guard let code = Spelling.code(of: form) else { return }
    news[FeatureHash.hash(LetterCode.fold(form)), default: [:]][code, default: 0] += 1
  }

  /// The commonest spellings. A spelling of raw news needs three occurrences; hamza is often left out there, so that a
  /// spelling with it wins if it has a third of the occurrences.
  package func train() -> Spelling {
    var codes: [UInt32: UInt16] = [:]
    for (hash, spellings) in news {
      let total = spellings.values.reduce(0, +)
      guard total >= 3 else { continue }
      let best = Self.commonest(spellings.filter { $0.key != 0 && $0.value * 3 >= total }) ?? 0
      if best != 0 { codes[FeatureHash.key(hash)] = best + 1 }
    }
    for (hash, spellings) in counts {
      if let best = Self.commonest(spellings) { codes[FeatureHash.key(hash)] = best + 1 }
    }
    let sorted = codes.sorted { $0.key < $1.key }
    return Spelling(codes: HashedShorts(keys: sorted.map(\.key), values: sorted.map(\.value)))
  }

  private static func commonest(_ spellings: [UInt16: Int]) -> UInt16? {
    spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
