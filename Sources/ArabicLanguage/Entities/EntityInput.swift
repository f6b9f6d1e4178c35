/// The orthographic words of a sentence as the entity model sees them: each by its stem, without clitics.
package struct EntityInput: Sendable {
  package private(set) var surfaces: [UInt64] = []
  package private(set) var stems: [UInt64] = []
  package private(set) var tags: [UInt64] = []
  package private(set) var fine: [UInt64] = []
  package private(set) var coarse: [UInt64] = []
  package private(set) var clitics: [UInt64] = []
  package private(set) var prefixes: [UInt64] = []
  package private(set) var suffixes: [UInt64] = []
  package private(set) var shapes: [UInt64] = []
  package private(set) var frequencies: [UInt64] = []
  package private(set) var priors: [UInt64] = []
  package private(set) var beliefs: [UInt64] = []
  /// What raw text says of the token before the one after it, and after the one before it; 0 unknown.
  package private(set) var ahead: [UInt64] = []
  package private(set) var behind: [UInt64] = []
  /// What the lists say of it (`Gazetteer.bits`).
  package private(set) var listed: [UInt64] = []
  /// One more than the label that the first pass gave it; set by the second pass.
  package var guesses: [UInt64] = []
  /// What other sentences of the text say of the same stem; set by the second pass.
  package var repeats: [UInt64] = []

  package init() {}

  package var count: Int { stems.count }

  package mutating func removeAll() { self = EntityInput() }

  /// Makes room for tokens, so that none of the lists need grow.
  package mutating func reserveCapacity(_ tokens: Int) {
    surfaces.reserveCapacity(tokens)
    stems.reserveCapacity(tokens)
    tags.reserveCapacity(tokens)
    fine.reserveCapacity(tokens)
    coarse.reserveCapacity(tokens)
    clitics.reserveCapacity(tokens)
    prefixes.reserveCapacity(tokens * 4)
    suffixes.reserveCapacity(tokens * 4)
    shapes.reserveCapacity(tokens)
    frequencies.reserveCapacity(tokens)
    priors.reserveCapacity(tokens)
    beliefs.reserveCapacity(tokens)
    ahead.reserveCapacity(tokens)
    behind.reserveCapacity(tokens)
    listed.reserveCapacity(tokens)
    guesses.reserveCapacity(tokens)
    repeats.reserveCapacity(tokens)
  }

  /// Appends a token: the hash of its surface, which word of `sentence` is its stem, how many words it has.
  package mutating func append(
    surface: UInt64, stem: Int, words: Range<Int>, _ sentence: WordSequence, tags wordTags: [UInt8]
  ) {
    surfaces.append(surface)
    stems.append(sentence.hash(stem))
    tags.append(UInt64(wordTags[stem]) + 1)
    fine.append(sentence.fine(stem))
    coarse.append(sentence.coarse(stem))
    var before: UInt64 = 0
    for word in words.lowerBound..<stem { before = before << 8 | (sentence.hash(word) & 0xFF) }
    clitics.append(before << 1 | (stem + 1 < words.upperBound ? 1 : 0))
    for length in 1...4 {
      prefixes.append(sentence.prefix(stem, length))
      suffixes.append(sentence.suffix(stem, length))
    }
    let letters = sentence.words[stem]
    let first = letters.first ?? 0
    let definite = letters.starts(with: [LetterCode.alef, LetterCode.lam])
    shapes.append(
      LetterCode.isArabic(first)
        ? (definite ? 1 : 0) : first == LetterCode.digit ? 2 : first >= 0x61 && first <= 0x7A ? 3 : 4)
    frequencies.append(UInt64(sentence.frequency[stem]))
    priors.append(0)
    beliefs.append(0)
    ahead.append(0)
    behind.append(0)
    listed.append(0)
    guesses.append(0)
    repeats.append(0)
  }

  /// Looks up what raw text says of the tokens and their pairs, and what lists say. O(tokens).
  package mutating func lookUp(_ model: EntityModel) {
    for i in 0..<count {
      priors[i] = UInt64(model.priors[stems[i]])
      beliefs[i] = UInt64(model.beliefs[stems[i]])
      guard i + 1 < count else { continue }
      ahead[i] = UInt64(model.pairs[Self.pair(stems[i], stems[i + 1], isFirst: true)])
      behind[i + 1] = UInt64(model.pairs[Self.pair(stems[i], stems[i + 1], isFirst: false)])
    }
    for (i, bits) in model.gazetteer.bits(stems: stems, surfaces: surfaces).enumerated() {
      listed[i] = UInt64(bits)
    }
  }

  /// The key of what is known of the first or second stem of a pair.
  package static func pair(_ first: UInt64, _ second: UInt64, isFirst: Bool) -> UInt64 {
    FeatureHash.mix(FeatureHash.mix(isFirst ? 98 : 99, first), second)
  }

  func at(_ values: [UInt64], _ i: Int) -> UInt64 {
    i < 0 ? 0xFFFF_0001 : i < values.count ? values[i] : 0xFFFF_0002
  }
}
