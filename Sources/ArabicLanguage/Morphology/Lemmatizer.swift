import LinguisticAnnotation

/// Finds lemmas: known words by look-up, others by the best-scored edit script; then spells them.
package struct Lemmatizer: Sendable {
  /// Lemma of a folded word with a tag, by `key`.
  package let known: [UInt32: String]
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
    self.known = known
    self.scripts = scripts
    self.weights = weights
    self.spelling = spelling
    self.frequency = frequency
    scriptHashes = scripts.map(\.hash)
    var byLast = [[Int]](repeating: [], count: 256)
    for (index, script) in scripts.enumerated() { byLast[Int(script.suffix.last ?? 0)].append(index) }
    self.byLast = byLast
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
    _ sentence: WordSequence, _ i: Int, _ tag: PartOfSpeech, form: String, _ features: inout FeatureVector
  ) -> String {
    if let lemma = known[Self.key(sentence.hash(i), tag)] { return lemma }
    let word = sentence.words[i]
    guard Self.inflects(tag), let first = word.first, LetterCode.isArabic(first) else { return form }
    let best = bestScript(word, sentence.hash(i), tag, &features)
    guard let best else { return form }
    let letters = scripts[best].apply(word)
    if letters.elementsEqual(word) { return form }
    return spelling.spell(letters)
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
    for index in candidates(word) {
      extract(index, word, hash, tag, into: &features)
      let score = weights.sum(features)
      if score > highest {
        highest = score
        best = index
      }
    }
    return best
  }

  /// Writes the features of using script `index` on a word into `out`.
  package func extract(
    _ index: Int, _ word: ArraySlice<UInt8>, _ hash: UInt64, _ tag: PartOfSpeech,
    into out: inout FeatureVector
  ) {
    out.removeAll()
    let script = scriptHashes[index]
    let t = UInt64(tag.rawValue)
    let lemma = scripts[index].apply(word)
    let lemmaHash = FeatureHash.hash(lemma)
    let seen = UInt64(frequency[lemmaHash])
    let own = UInt64(frequency[hash])
    out.add(700, script, t)
    out.add(701, script, FeatureHash.hash(word.prefix(2)), t)
    out.add(702, script, FeatureHash.hash(word.suffix(2)), t)
    out.add(703, script, FeatureHash.hash(word.suffix(3)), t)
    out.add(704, script, FeatureHash.hash(word.prefix(3)), t)
    out.add(705, script, UInt64(word.count), t)
    out.add(706, seen, t)
    out.add(707, seen, script, t)
    out.add(708, seen, own, t)
    out.add(709, UInt64(lemma.count), t)
    out.add(710, UInt64(lemma.count), FeatureHash.hash(lemma.prefix(1)), t)
    out.add(711, FeatureHash.hash(lemma.prefix(2)), t)
    out.add(712, FeatureHash.hash(lemma.suffix(2)), t)
    out.add(713, FeatureHash.hash(lemma.suffix(3)), t)
    out.add(714, lemmaHash, t)
    out.add(715, script, FeatureHash.hash(word.suffix(4)), t)
    out.add(716, LetterCode.shape(word), script, t)
    out.add(717, LetterCode.shape(lemma[...]), t)
  }
}
