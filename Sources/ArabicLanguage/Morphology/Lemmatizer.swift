import LinguisticAnnotation

/// Finds lemmas: known words by look-up, others by the best-scored edit script; then spells them.
package struct Lemmatizer: Sendable {
  /// Lemmas of folded words with a tag, in rising order of `key`.
  package let known: [(key: UInt32, lemma: String)]
  private let knownNumbers: NumberedKeys
  package let scripts: [LemmaScript]
  package let weights: WeightTable
  package let spelling: Spelling
  package let frequency: HashedShorts
  private let scriptHashes: [UInt64]
  /// Scripts by the last letter of their suffix, 0 for none.
  private let byLast: [[Int]]

  package init(
    known: [UInt32: String], scripts: [LemmaScript], weights: WeightTable, spelling: Spelling,
    frequency: HashedShorts
  ) {
    self.known = known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    knownNumbers = NumberedKeys(sorted: self.known.map(\.key))
    self.scripts = scripts
    self.weights = weights
    self.spelling = spelling
    self.frequency = frequency
    scriptHashes = scripts.map(\.hash)
    var byLast = [[Int]](repeating: [], count: 256)
    for (index, script) in scripts.enumerated() { byLast[Int(script.suffix.last ?? 0)].append(index) }
    self.byLast = byLast
  }

  /// What one thread keeps between words: buffers, and the lemmas of words it has met.
  package struct Workspace: Sendable {
    var features = FeatureVector()
    /// The lemma of a word with a tag; nil where it is the word's form.
    var met = WordCache<String?>(capacity: 1 << 14)
    package init() {}
  }

  package static func key(_ hash: UInt64, _ tag: PartOfSpeech) -> UInt32 {
    FeatureHash.key(FeatureHash.mix(hash, UInt64(tag.rawValue)))
  }

  /// Whether words of the tag have other forms than their lemma.
  package static func inflects(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .noun, .adjective, .verb, .auxiliary, .numeral, .pronoun, .determiner, .properNoun, .other: true
    default: false
    }
  }

  /// The lemma of word `i`. O(1) for known words, O(scripts) for others.
  package func lemma(
    _ sentence: WordSequence, _ i: Int, _ tag: PartOfSpeech, form: String, _ work: inout Workspace
  ) -> String {
    if let number = knownNumbers[Self.key(sentence.hash(i), tag)] { return known[number].lemma }
    let word = sentence.words[i]
    guard Self.inflects(tag), let first = word.first, LetterCode.isArabic(first) else { return form }
    let hash = FeatureHash.mix(sentence.hash(i), UInt64(tag.rawValue))
    if let met = work.met[hash, word] { return met ?? form }
    let lemma = unknown(word, sentence.hash(i), tag, &work.features)
    work.met[hash, word] = .some(lemma)
    return lemma ?? form
  }

  /// The lemma of a word that is not in the table, nil if it is the word itself.
  private func unknown(
    _ word: ArraySlice<UInt8>, _ hash: UInt64, _ tag: PartOfSpeech, _ features: inout FeatureVector
  ) -> String? {
    guard let best = bestScript(word, hash, tag, &features) else { return nil }
    let letters = scripts[best].apply(word)
    return letters.elementsEqual(word) ? nil : spelling.spell(letters)
  }

  /// The scripts that fit a word.
  package func candidates(_ word: ArraySlice<UInt8>) -> [Int] {
    var result: [Int] = []
    for index in byLast[0] where scripts[index].fits(word) { result.append(index) }
    for index in byLast[Int(word.last ?? 0)] where word.last != 0 && scripts[index].fits(word) {
      result.append(index)
    }
    return result
  }

  private func bestScript(
    _ word: ArraySlice<UInt8>, _ hash: UInt64, _ tag: PartOfSpeech, _ features: inout FeatureVector
  ) -> Int? {
    var best: Int?
    var highest = Int32.min
    let asked = Asked(word, UInt64(frequency[hash]), tag)
    var lemma: [UInt8] = []
    lemma.reserveCapacity(word.count + 8)
    for index in candidates(word) {
      extract(index, asked, &lemma, into: &features)
      let score = weights.sum(features)
      if score > highest {
        highest = score
        best = index
      }
    }
    return best
  }

  /// A word whose lemma is asked for, with what all scripts ask of it.
  private struct Asked {
    let word: ArraySlice<UInt8>
    let count: UInt64
    let own: UInt64
    let tag: UInt64
    let prefix2, prefix3, suffix2, suffix3, suffix4, shape: UInt64

    init(_ word: ArraySlice<UInt8>, _ own: UInt64, _ tag: PartOfSpeech) {
      self.word = word
      self.own = own
      self.tag = UInt64(tag.rawValue)
      count = UInt64(word.count)
      prefix2 = FeatureHash.hash(word.prefix(2))
      prefix3 = FeatureHash.hash(word.prefix(3))
      suffix2 = FeatureHash.hash(word.suffix(2))
      suffix3 = FeatureHash.hash(word.suffix(3))
      suffix4 = FeatureHash.hash(word.suffix(4))
      shape = LetterCode.shape(word)
    }
  }

  /// Writes the features of using script `index` on a word into `vector`.
  package func extract(
    _ index: Int, _ word: ArraySlice<UInt8>, _ hash: UInt64, _ tag: PartOfSpeech,
    into vector: inout FeatureVector
  ) {
    var lemma: [UInt8] = []
    extract(index, Asked(word, UInt64(frequency[hash]), tag), &lemma, into: &vector)
  }

  /// The same; `lemma` is a buffer.
  private func extract(
    _ index: Int, _ asked: Asked, _ lemma: inout [UInt8], into vector: inout FeatureVector
  ) {
    let script = scriptHashes[index]
    let t = asked.tag
    lemma.removeAll(keepingCapacity: true)
    scripts[index].apply(asked.word, into: &lemma)
    let lemmaHash = FeatureHash.hash(lemma)
    let seen = UInt64(frequency[lemmaHash])
    let count = UInt64(lemma.count)
    var out = vector.rewrite()
    out.add(700, script, t)
    out.add(701, script, asked.prefix2, t)
    out.add(702, script, asked.suffix2, t)
    out.add(703, script, asked.suffix3, t)
    out.add(704, script, asked.prefix3, t)
    out.add(705, script, asked.count, t)
    out.add(706, seen, t)
    out.add(707, seen, script, t)
    out.add(708, seen, asked.own, t)
    out.add(709, count, t)
    out.add(710, count, FeatureHash.hash(lemma.prefix(1)), t)
    out.add(711, FeatureHash.hash(lemma.prefix(2)), t)
    out.add(712, FeatureHash.hash(lemma.suffix(2)), t)
    out.add(713, FeatureHash.hash(lemma.suffix(3)), t)
    out.add(714, lemmaHash, t)
    out.add(715, script, asked.suffix4, t)
    out.add(716, asked.shape, script, t)
    out.add(717, LetterCode.shape(lemma[...]), t)
    vector.finish(out)
  }
}
